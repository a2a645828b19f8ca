"""How they said no, for the call that was just logged: one tap, and the same again takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.companion.controls import HOW
from app.widgets.button_line import ButtonLine
from app.widgets.tap import Tap

if TYPE_CHECKING:
    from app.theme.theme import Theme
    from coach.live.state import LiveState


class HowNo(ButtonLine):
    """Shows which was tapped."""

    said_no = Signal(object)  # SaidNo

    def __init__(self, theme: Theme) -> None:
        self._how = {said: Tap(theme, f"said_{said.value}", *words, slim=True) for said, words in HOW.items()}
        super().__init__(theme, list(self._how.values()), apart=0)
        for said, tap in self._how.items():
            tap.setCheckable(True)
            tap.clicked.connect(lambda _=False, said=said: self.said_no.emit(said))
        self.show_buttons(list(self._how.values()), [])

    def show_state(self, state: LiveState) -> None:
        for said, tap in self._how.items():
            tap.setEnabled(said in state.said_no)
            tap.setChecked(said is state.said)
