"""While they talk: the script, and under it everything that may come of the call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.companion.answers import Answers
from app.companion.controls import CONTROLS, SMALL, Keys
from app.widgets.button_line import ButtonLine
from app.widgets.offer_text import OfferText
from app.widgets.tap import Tap
from app.window.scrolled import Scrolled
from coach.live.state import Phase, Press
from coach.offers.filling import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.theme.theme import Theme
    from coach.live.state import LiveState

ASK_WHY: Final = ((Piece("Why?"),),)
WAS_LEFT: Final = ((Piece("Did you leave a message?"),),)
NOBODY: Final = ((Piece("Nobody is due now."),),)
_NOT_ALOUD: Final = {Phase.NOBODY, Phase.MESSAGE_LEFT}
_RING: Final = 3  # what a button keeps around itself for the focus: words begin where its body does


class TalkView(QWidget):
    """`undo` belongs to whoever places it; given here it stands at the end of the small buttons."""

    pressed = Signal(object)  # Press

    def __init__(self, theme: Theme, keys: Keys, face: str, undo: Tap | None) -> None:
        super().__init__()
        self.script = OfferText(theme, face=face)
        self.scrolled = Scrolled()
        self.scrolled.column.addWidget(self.script)
        self.scrolled.column.addStretch(1)
        self.scrolled.set_margin(_RING)
        self.script.setContentsMargins(0, 0, 2 * _RING, 0)  # the scroll bar does not touch them
        self.answers = Answers(theme, [phase for phase in Phase if phase is not Phase.CLOSING], keys)
        self.answers.pressed.connect(self.pressed)
        self._small = {press: _tap(theme, press, keys) for press in (*SMALL, Press.NEVER)}
        for press, tap in self._small.items():
            tap.clicked.connect(lambda _=False, press=press: self.pressed.emit(press))
        at_right = [self._small[Press.NEVER], *([undo] if undo else [])]
        at_left = [self._small[press] for press in SMALL]
        line = ButtonLine(theme, [*at_left, *at_right], apart=0)
        line.show_buttons(at_left, at_right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.scrolled, 1)
        column.addWidget(self.answers)
        column.addWidget(line)

    def show_state(self, state: LiveState) -> None:
        words = _words(state)
        if words != self.script.paragraphs:
            self.script.show_paragraphs(words, aloud=state.phase not in _NOT_ALOUD)
            self.scrolled.to_top()
        self.answers.show_state(state)
        for press, tap in self._small.items():
            tap.setEnabled(press in state.usable)


def _words(state: LiveState) -> Sequence[Sequence[Piece]]:
    """What to say now."""
    match state.phase:
        case Phase.CLARIFY:
            return (state.clarify,)
        case Phase.YES:
            return ASK_WHY
        case Phase.MESSAGE_LEFT:
            return WAS_LEFT
        case Phase.NOBODY:
            return NOBODY
        case _:
            return state.script


def _tap(theme: Theme, press: Press, keys: Keys) -> Tap:
    words, about, _ = CONTROLS[press]
    return Tap(theme, press.value, words, about, key=keys.small.get(press, ""), grave=press is Press.NEVER)
