"""How they said no, for the call that was just logged: one tap, and the same again takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.companion.controls import HOW
from app.widgets.button_line import ButtonLine
from app.widgets.tap import Tap

if TYPE_CHECKING:
    from app.theme.theme import Theme
    from coach.calls.call import SaidNo
    from coach.live.state import LiveState


class HowNo(ButtonLine):
    """Shows which was tapped until there is another call to tap for."""

    said_no = Signal(object)  # SaidNo

    def __init__(self, theme: Theme) -> None:
        self._how = {said: Tap(theme, f"said_{said.value}", *words, slim=True) for said, words in HOW.items()}
        super().__init__(theme, list(self._how.values()), apart=0)
        self._call: str | None = None
        for said, tap in self._how.items():
            tap.setCheckable(True)
            tap.clicked.connect(lambda _=False, said=said: self._tap(said))
        self.show_buttons(list(self._how.values()), [])

    def show_state(self, state: LiveState) -> None:
        if state.undo != self._call:
            self._call = state.undo
            self._check(None)
        for said, tap in self._how.items():
            tap.setEnabled(said in state.said_no)

    def _tap(self, said: SaidNo) -> None:
        self._check(said if self._how[said].isChecked() else None)
        self.said_no.emit(said)

    def _check(self, chosen: SaidNo | None) -> None:
        for said, tap in self._how.items():
            tap.setChecked(said is chosen)
