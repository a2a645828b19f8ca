"""After the No: the stage, one thing to do, the silence, and how the call ended."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.companion.answers import Answers
from app.companion.controls import Keys
from app.widgets import stage_words
from app.widgets.card import Card
from app.widgets.gap_bar import GapBar
from app.widgets.label import wrapped
from app.widgets.tile import Tile
from coach.live.cues import SAY_NOTHING
from coach.live.state import Phase
from coach.stage import Part, Stage

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.theme.theme import Theme
    from coach.bands import Bands
    from coach.live.state import LiveState


_SIDE: Final = 14
_APART: Final = 12
_SHARES: Final = {"stage_ok": 4, "stage_pause": 7, "stage_farewell": 6}  # of the width


class CloseView(QWidget):
    """The same five parts as everywhere, as small as they can be; the fifth is the row of buttons."""

    pressed = Signal(object)  # Press

    def __init__(self, theme: Theme, keys: Keys) -> None:
        super().__init__()
        self._theme = theme
        self._between: bool | None = None
        self.ok = Tile(theme, "Ok", noted=False)
        self.pause = GapBar(theme, "pause")
        self.farewell = Tile(theme, "Good-bye", noted=False)
        self.silence = GapBar(theme, "silence", large=True)
        self.cue = wrapped("", "text", "soft", "cue")
        self.cue.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.answers = Answers(theme, [Phase.CLOSING], keys)
        self.answers.pressed.connect(self.pressed)
        for name, part in (
            ("ok", self.ok),
            ("pause", self.pause),
            ("farewell", self.farewell),
            ("silence", self.silence),
        ):
            part.setObjectName(f"stage_{name}")
            part.setAccessibleDescription(stage_words.MEANINGS[name])
        self._lay_out()
        theme.changed.connect(self._fit)
        self._fit()
        self.show_stage(Stage())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._stage = QGridLayout()
        column.addLayout(self._stage)
        self._stage.setSpacing(_APART)
        for part in (self.ok, self.pause, self.farewell):
            self._stage.addWidget(part)
        card = Card("silence_card")
        card.body.setContentsMargins(_SIDE, 8, _SIDE, 8)
        card.body.setSpacing(2)
        card.body.addStretch(1)
        card.body.addWidget(self.cue)
        card.body.addWidget(self.silence)
        card.body.addStretch(1)
        column.addWidget(card, 1)
        column.addWidget(self.answers)

    def show_bands(self, bands: Bands) -> None:
        self.pause.show_band(bands.pause.low, bands.pause.high)
        self.silence.show_band(bands.silence.low, bands.silence.high)

    def show_state(self, state: LiveState) -> None:
        if self.cue.text() != state.cue:
            self.cue.setText(state.cue)
            self.cue.setAccessibleName(state.cue)
        self.answers.show_state(state)

    def show_stage(self, stage: Stage) -> None:
        self.ok.show_turn(*stage_words.ok(stage))
        self.farewell.show_turn(*stage_words.farewell(stage))
        self.pause.show_value(stage.pause, running=stage.part is Part.PAUSE)
        self.silence.show_value(stage.silence, running=stage.part is Part.SILENCE)

    def _keep_height(self) -> None:
        """As much as the longest cue needs: the bar below stays where it is."""
        text, room = self._theme.metrics("text"), self.width() - 2 * _SIDE
        lines = 1 if text.horizontalAdvance(SAY_NOTHING) < room else 2
        self.cue.setMinimumHeight(ceil(lines * text.lineSpacing()) + lines)

    def minimumSizeHint(self) -> QSize:
        """As narrow as with the pause below the words."""
        narrow = self.ok.minimumSizeHint().width() + _APART + self.farewell.minimumSizeHint().width()
        least = max(narrow, self.pause.minimumSizeHint().width(), self.answers.minimumSizeHint().width())
        return QSize(max(least, self.silence.minimumSizeHint().width() + 2 * _SIDE), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The pause stands between the words, or below them where there is no room."""
        words: tuple[Tile | GapBar, ...] = (self.ok, self.pause, self.farewell)
        between = sum(part.minimumSizeHint().width() + _APART for part in words) - _APART <= self.width()
        self._keep_height()
        if between is self._between:
            return
        self._between = between
        for part in words:
            self._stage.removeWidget(part)
        for column, part in enumerate(words if between else words[::2]):
            self._stage.addWidget(part, 0, column)
            self._stage.setColumnStretch(column, _SHARES[part.objectName()])
        if not between:
            self._stage.addWidget(self.pause, 1, 0, 1, 2)
            self._stage.setColumnStretch(2, 0)
        self.updateGeometry()
