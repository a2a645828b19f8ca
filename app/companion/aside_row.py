"""The line under a live call: was that a no, how did they say it, or a gentle word; never more than one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from app.companion.controls import CONTROLS, HOW
from app.widgets.button_line import ButtonLine
from app.widgets.label import label, wrapped
from app.widgets.tap import Tap
from coach.live.state import Phase, Press

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.theme.theme import Theme
    from coach.calls.call import SaidNo
    from coach.live.state import LiveState

_HEARD: Final = "A close was heard."


class AsideRow(QStackedWidget):
    """Keeps its height whatever it shows."""

    pressed = Signal(object)  # Press
    said_no = Signal(object)  # SaidNo

    def __init__(self, theme: Theme, keys: Mapping[Press, str]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self.word = wrapped("", "small", "soft", "word")
        self.log_as_no = Tap(theme, "log_as_no", "Log as No?", CONTROLS[Press.NO].about, key=keys.get(Press.NO, ""))
        self.log_as_no.clicked.connect(lambda: self.pressed.emit(Press.NO))
        self.back = Tap(theme, "back_to_script", "Not a no", CONTROLS[Press.BACK].about, key=keys.get(Press.BACK, ""))
        self.back.clicked.connect(lambda: self.pressed.emit(Press.BACK))
        self._how = {said: Tap(theme, f"said_{said.value}", *words) for said, words in HOW.items()}
        for said, tap in self._how.items():
            tap.clicked.connect(lambda _=False, said=said: self.said_no.emit(said))
        self._taps = ButtonLine(theme, list(self._how.values()), apart=0)
        self._heard = _line(label(_HEARD, "small", "soft"), self.log_as_no)
        self._closing = _line(self.back)
        for row in (self.word, self._taps, self._heard, self._closing):
            self.addWidget(row)
        theme.changed.connect(self._keep_height)
        self._keep_height()

    def show_state(self, state: LiveState) -> None:
        self.word.setText(state.word or "")
        self.back.setEnabled(Press.BACK in state.usable)
        self._taps.show_buttons([tap for said, tap in self._how.items() if said in state.said_no], [])
        self.setCurrentWidget(self._row(state))

    def _row(self, state: LiveState) -> QWidget:
        if state.phase is Phase.CLOSING:
            return self._closing
        if state.noticed:
            return self._heard
        return self._taps if state.said_no else self.word

    def _keep_height(self) -> None:
        self.setFixedHeight(self.back.sizeHint().height())


def _line(*widgets: QWidget) -> QWidget:
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    line.addStretch(1)
    return made
