"""The large buttons of a live call: three places in a row, and in each phase what is pressed there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from app.companion.controls import CONTROLS, ROWS, Keys
from app.companion.large_button import LargeButton
from coach.live.state import Phase, Press

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from app.theme.theme import Theme
    from coach.live.state import LiveState

_HELD_MS: Final = 900  # a second click that was meant for the No before does not hang up
_APART: Final = 8


class Answers(QStackedWidget):
    """A row for each of `phases`, shown as `show_state` says; `keys` are printed on the buttons."""

    pressed = Signal(object)  # Press

    def __init__(self, theme: Theme, phases: Sequence[Phase], keys: Keys) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._keys = keys
        self._buttons: dict[tuple[Phase, Press], LargeButton] = {}
        self._rows: dict[Phase, QWidget] = {}
        for phase in phases:
            self._rows[phase] = self._row(theme, phase, keys)
            self.addWidget(self._rows[phase])
        theme.changed.connect(self._fit)
        self._phase: Phase | None = None
        self._held = QTimer(self)
        self._held.setSingleShot(True)
        self._held.setInterval(_HELD_MS)

    def show_state(self, state: LiveState) -> None:
        if state.phase is not self._phase and state.phase is Phase.CLOSING:
            self._held.start()
        self._phase = state.phase
        if (row := self._rows.get(state.phase)) is not None:
            self.setCurrentWidget(row)
        for (phase, press), button in self._buttons.items():
            button.setEnabled(phase is state.phase and press in state.usable)

    def _press(self, press: Press) -> None:
        """It looks as if it could be pressed all the while: nothing changes on screen that the rep did not do."""
        if press is not Press.HUNG_UP or not self._held.isActive():
            self.pressed.emit(press)

    def minimumSizeHint(self) -> QSize:
        """It can be made narrower than its keys allow."""
        rows = [
            [self._buttons[phase, press].minimumSizeHint().width() for press in ROWS[phase]] for phase in self._rows
        ]
        widest = max(sum(row) + _APART * (len(row) - 1) for row in rows)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The keys of a row are printed where all have room, else the first one's; they work all the same."""
        for phase in self._rows:
            buttons = [self._buttons[phase, press] for press in ROWS[phase]]
            room = self.width() - _APART * (len(buttons) - 1)
            first, *_ = every = self._keys.places
            for keys in (every, (first, "", ""), ("", "", "")):
                for button, key in zip(buttons, keys, strict=False):
                    button.show_key(key)
                widths = [button.sizeHint().width() for button in buttons]
                if sum(widths) <= room:
                    break
            for button, width in zip(buttons, widths, strict=True):
                button.setMinimumWidth(width if sum(widths) <= room else 0)

    def _row(self, theme: Theme, phase: Phase, keys: Keys) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(_APART)
        for place, press in enumerate(ROWS[phase]):
            words, about, _ = CONTROLS[press]
            button = LargeButton(theme, press.value, words, keys.places[place], primary=place == 0)
            button.give(button.key, about, primary=button.primary)
            button.setEnabled(False)
            button.clicked.connect(lambda _=False, press=press: self._press(press))
            line.addWidget(button, _shares(phase)[place])
            self._buttons[phase, press] = button
        return row


def _shares(phase: Phase) -> list[int]:
    """Of the width: the first is the largest where its words are few."""
    even = phase in {Phase.CLOSING, Phase.MESSAGE_LEFT}
    return [1 if even or place else 2 for place in range(len(ROWS[phase]))]
