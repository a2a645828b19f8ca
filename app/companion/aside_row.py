"""The line under a live call: was that a no, how did they say it, or a gentle word; never more than one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from app.companion.controls import CONTROLS
from app.companion.how_no import HowNo
from app.widgets.label import label, wrapped
from app.widgets.tap import Tap
from coach.live.state import Phase, Press

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from app.theme.theme import Theme
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
        self.word.setContentsMargins(3, 0, 3, 0)
        self.log_as_no = Tap(theme, "log_as_no", "Log as No?", CONTROLS[Press.NO].about, key=keys.get(Press.NO, ""))
        self.log_as_no.clicked.connect(lambda: self.pressed.emit(Press.NO))
        self.back = Tap(theme, "back_to_script", "Not a no", CONTROLS[Press.BACK].about, key=keys.get(Press.BACK, ""))
        self.back.clicked.connect(lambda: self.pressed.emit(Press.BACK))
        self.next = Tap(theme, "next", *CONTROLS[Press.NEXT][:2], key="N" if keys.get(Press.SKIP) else "")
        self.next.clicked.connect(lambda: self.pressed.emit(Press.NEXT))
        self.how = HowNo(theme)
        self.how.said_no.connect(self.said_no)
        self._heard = _line(label(_HEARD, "small", "soft"), self.log_as_no)
        self._closing = _line(self.back, self.next)
        for row in (self.word, self.how, self._heard, self._closing):
            self.addWidget(row)
        theme.changed.connect(self._keep_height)
        self._keep_height()

    def show_state(self, state: LiveState) -> None:
        self.word.setText(state.word or "")
        self._keep_height()
        self.back.setEnabled(Press.BACK in state.usable)
        self.next.setEnabled(Press.NEXT in state.usable)
        self.how.show_state(state)
        self.setCurrentWidget(self._row(state))

    def _row(self, state: LiveState) -> QWidget:
        if state.phase is Phase.CLOSING:
            return self._closing
        if state.noticed:
            return self._heard
        return self.how if state.said_no else self.word

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_height()

    def _keep_height(self) -> None:
        """As high as its highest row is at this width."""
        word = self.word.heightForWidth(self.width()) if self.word.text() else 0
        self.setFixedHeight(max(self.back.sizeHint().height(), self.how.height_at(self.width()), word))


def _line(*widgets: QWidget) -> QWidget:
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    line.addStretch(1)
    return made
