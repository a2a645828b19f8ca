"""The keys of the Live page: those that are printed on its buttons, and the companion's."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QKeySequence, QShortcut

from app.companion.controls import IN_THE_WINDOW, ROWS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from coach.live.state import LiveState, Press

_STEP: Final = 20  # pixels
_ARROWS: Final = {"Left": (-1, 0), "Right": (1, 0), "Up": (0, -1), "Down": (0, 1)}
_PLACES: Final = IN_THE_WINDOW.places
_OF_ONE: Final = {key: press for press, key in IN_THE_WINDOW.small.items() if key}


def press_of(key: str, state: LiveState) -> Press | None:
    """What that key presses now; None where nothing stands there."""
    if key in _PLACES:
        row, place = ROWS[state.phase], _PLACES.index(key)
        press = row[place] if place < len(row) else None
    else:
        press = _OF_ONE[key]
    return press if press in state.usable else None


def give_keys(page: QWidget, state: Callable[[], LiveState], press: Callable[[Press], None]) -> None:
    """A key that is held down counts once."""

    def pressed(key: str) -> None:
        if (wanted := press_of(key, state())) is not None:
            press(wanted)

    for key in (*_PLACES, *_OF_ONE):
        shortcut(page, key, partial(pressed, key))


def give_arrows(page: QWidget, step: Callable[[QPoint, QSize], None]) -> None:
    """Alt and an arrow move the companion, with Shift they resize it: it has no keys of its own."""
    for name, (x, y) in _ARROWS.items():
        move, grow = QPoint(x * _STEP, y * _STEP), QSize(x * _STEP, y * _STEP)
        QShortcut(QKeySequence(f"Alt+{name}"), page).activated.connect(lambda move=move: step(move, QSize(0, 0)))
        QShortcut(QKeySequence(f"Alt+Shift+{name}"), page).activated.connect(lambda grow=grow: step(QPoint(), grow))


def shortcut(page: QWidget, key: str, pressed: Callable[[], object]) -> None:
    made = QShortcut(QKeySequence(key), page)
    made.setAutoRepeat(False)
    made.activated.connect(pressed)
