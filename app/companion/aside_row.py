"""The line under a live call: was that a no, how did they say it, or a gentle word; never more than one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.companion.controls import CONTROLS, Keys
from app.companion.how_no import HowNo
from app.widgets.elided import Elided
from app.widgets.label import wrapped
from app.widgets.tap import Tap
from coach.live.state import Phase, Press

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from app.theme.theme import Theme
    from coach.live.state import LiveState

_RING: Final = 3  # what a button keeps around itself for the focus: words begin where its body does
_HEARD: Final = "A close was heard."


class AsideRow(QWidget):
    """Keeps its height whatever it shows."""

    pressed = Signal(object)  # Press
    said_no = Signal(object)  # SaidNo

    def __init__(self, theme: Theme, keys: Keys, while_closing: Sequence[Press]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self.word = wrapped("", "small", "soft", "word")
        self.word.setContentsMargins(_RING, 0, _RING, 0)
        self._taps: dict[Press, list[Tap]] = {}
        self.how = HowNo(theme)
        self.how.said_no.connect(self.said_no)
        log_as_no = self._tap("log_as_no", "Log as No?", Press.NO, keys.places[0])
        dismiss = self._tap("was_none", "It was none", Press.BACK)
        heard = Elided("heard", "small", theme, tone="soft")
        heard.show_words(_HEARD)
        self._heard = _line(heard, log_as_no, dismiss)
        self._closing = _line(
            *(
                self._tap(press.value, CONTROLS[press].words, press, keys.small.get(press, ""))
                for press in while_closing
            )
        )
        self._rows = (self.word, self.how, self._heard, self._closing)
        for row in self._rows:
            row.setParent(self)
        theme.changed.connect(self._keep_height)
        self._keep_height()

    def show_state(self, state: LiveState) -> None:
        self.word.setText(state.cue if state.phase is Phase.CLARIFY else state.word or "")
        self._keep_height()
        for press, taps in self._taps.items():
            for tap in taps:
                tap.setEnabled(press in state.usable)
        self.how.show_state(state)
        wanted = self._row(state)
        for row in self._rows:
            row.setVisible(row is wanted)

    def _row(self, state: LiveState) -> QWidget:
        if state.phase is Phase.CLOSING:
            return self._closing
        if state.noticed:
            return self._heard
        return self.how if state.said_no else self.word

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_height()
        for row in self._rows:
            row.setGeometry(self.rect())

    def _tap(self, name: str, words: str, press: Press, key: str = "") -> Tap:
        grave = press is Press.NEVER
        made = Tap(self._theme, name, words, CONTROLS[press].about, key=key, grave=grave)
        made.clicked.connect(lambda: self.pressed.emit(press))
        self._taps.setdefault(press, []).append(made)
        return made

    def _keep_height(self) -> None:
        """As high as its highest row is at this width."""
        self.word.ensurePolished()  # else it measures letters of another size
        word = self.word.heightForWidth(self.width()) if self.word.text() else 0
        self.setFixedHeight(max(self.how.height_at(self.width()), word))


def _line(*widgets: QWidget) -> QWidget:
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    line.addStretch(1)
    return made
