"""The keys of the Review page; each is printed on its button, or told beside what it does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from app.window.review.word_work import COARSE_S, FINE_S, NAMED

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractButton, QLineEdit

    from app.window.review.board import Board
    from app.window.review.word_work import WordWork


def make_keys(board: Board, words: WordWork) -> None:
    """They work wherever the focus is on the page, but for the fields in which one writes."""
    editor, trainer, table = board.editor, board.trainer, board.table
    presses: dict[str, tuple[QAbstractButton, ...]] = {
        "Space": (editor.play,),
        "A": (trainer.agree,),
        "O": (trainer.overrule_it,),
        "V": (trainer.speak,),
        "S": (editor.speed,),
        "L": (editor.loop,),
        "F": (editor.follow,),
        "P": (editor.curves,),
        "-": (editor.farther,),
        "+": (editor.nearer,),
        "=": (editor.nearer,),
        "0": (editor.whole,),
        "W": (editor.add,),
        "Del": (editor.remove,),
        "R": (editor.restore,),
        "M": (editor.compare,),
        "X": (editor.compared.play,),
        "E": (editor.report,),
        "I": (board.bring, table.first_step),
        "T": (board.team,),
        "Ctrl+Z": (editor.undo,),
    }
    for key, buttons in presses.items():
        _key(board, key, partial(_press, buttons))
    repeated: dict[str, Callable[[], object]] = {
        "J": lambda: table.step(1),
        "K": lambda: table.step(-1),
        "Left": lambda: words.step(-1),
        "Right": lambda: words.step(1),
        "Shift+Left": lambda: words.nudge(-FINE_S),
        "Shift+Right": lambda: words.nudge(FINE_S),
        "Ctrl+Left": lambda: words.nudge(-COARSE_S),
        "Ctrl+Right": lambda: words.nudge(COARSE_S),
    }
    for key, act in repeated.items():
        _key(board, key, act, repeat=True)
    for number, kind in enumerate(NAMED, 1):
        _key(board, str(number), partial(words.name, kind))
    _key(board, "C", lambda: _write(trainer.comment))
    _key(board, "/", lambda: _write(board.filters.search))
    for field in (trainer.comment, board.filters.search):
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), field, context=Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(board.setFocus)


def _key(board: Board, key: str, act: Callable[[], object], *, repeat: bool = False) -> None:
    made = QShortcut(QKeySequence(key), board)
    made.setAutoRepeat(repeat)
    made.activated.connect(act)


def _press(buttons: tuple[QAbstractButton, ...]) -> None:
    for button in buttons:
        if button.isVisible():
            button.click()
            return


def _write(field: QLineEdit) -> None:
    if field.isVisible() and field.isEnabled():
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
