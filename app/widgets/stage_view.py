"""The stage: Ok, the pause, Good-bye, the silence, hang up; what each means stands under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.widgets import stage_words
from app.widgets.gap_bar import GapBar
from app.widgets.label import wrapped
from app.widgets.tile import Tile
from coach.stage import Part, Stage

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from PySide6.QtGui import QResizeEvent

    from app.theme.theme import Theme
    from coach.bands import Bands

_APART: Final = 12

# Rows of parts with their share of the width; the first arrangement that fits is taken.
_ARRANGEMENTS: Final = (
    ({"ok": 20, "pause": 12, "farewell": 27, "silence": 12, "hang_up": 15},),
    ({"ok": 20, "pause": 30, "farewell": 20}, {"silence": 50, "hang_up": 20}),
    ({"ok": 1}, {"pause": 1}, {"farewell": 1}, {"silence": 1}, {"hang_up": 1}),
)


class StageView(QWidget):
    """Told a `Stage` (None while no take runs) and the bands; owns nothing else."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stage")
        self.setAccessibleName("The close")
        self.ok = Tile(theme, "Ok", self)
        self.pause = GapBar(theme, "pause", self)
        self.farewell = Tile(theme, "Good-bye", self)
        self.silence = GapBar(theme, "silence", self)
        self.hang_up = Tile(theme, "Hang up", self)
        self._bands: Bands | None = None
        self._parts: dict[str, Tile | GapBar] = {
            "ok": self.ok,
            "pause": self.pause,
            "farewell": self.farewell,
            "silence": self.silence,
            "hang_up": self.hang_up,
        }
        self._meanings = {}
        for name, part in self._parts.items():
            part.setObjectName(f"stage_{name}")
            part.setAccessibleDescription(stage_words.MEANINGS[name])
            self._meanings[name] = wrapped(stage_words.MEANINGS[name], "small", "soft", parent=self)
            if isinstance(part, Tile):
                self._meanings[name].setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(16)
        self._arranged = -1
        self._widths: list[int] = []
        self._remeasure()
        theme.changed.connect(self._remeasure)
        self.show_stage(None)

    def show_bands(self, bands: Bands) -> None:
        self._bands = bands
        self.pause.show_band(bands.pause.low, bands.pause.high)
        self.silence.show_band(bands.silence.low, bands.silence.high)
        self._remeasure()

    def show_stage(self, stage: Stage | None) -> None:
        self.ok.show_turn(*stage_words.ok(stage))
        self.farewell.show_turn(*stage_words.farewell(stage))
        self.hang_up.show_turn(*stage_words.hang_up(stage, self._bands.silence if self._bands else None))
        part = stage.part if stage else None
        self.pause.show_value(stage.pause if stage else None, running=part is Part.PAUSE)
        self.silence.show_value(stage.silence if stage else None, running=part is Part.SILENCE)

    def part(self, stage: Stage) -> QWidget:
        """The one to look at now."""
        return self.hang_up if stage.part is Part.OVER else self._parts[stage.part]

    def minimumSizeHint(self) -> QSize:
        """As narrow as the narrowest arrangement, whichever is shown."""
        return QSize(self._widths[-1], super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rearrange()

    def _remeasure(self) -> None:
        self._widths = [self._least_width(arrangement) for arrangement in _ARRANGEMENTS]
        self._rearrange()

    def _rearrange(self) -> None:
        fits = (n for n, width in enumerate(self._widths) if width <= self.width())
        self._arrange(next(fits, len(_ARRANGEMENTS) - 1))

    def _least_width(self, arrangement: Iterable[Collection[str]]) -> int:
        return max(
            sum(self._parts[name].minimumSizeHint().width() for name in row) + _APART * (len(row) - 1)
            for row in arrangement
        )

    def _arrange(self, arrangement: int) -> None:
        if arrangement == self._arranged:
            return
        self._arranged = arrangement
        while grid := self._rows.takeAt(0):
            if isinstance(grid, QGridLayout):
                grid.deleteLater()
        for row in _ARRANGEMENTS[arrangement]:
            grid = QGridLayout()
            grid.setHorizontalSpacing(_APART)
            grid.setVerticalSpacing(6)
            for column, (name, share) in enumerate(row.items()):
                grid.addWidget(self._parts[name], 0, column)
                grid.addWidget(self._meanings[name], 1, column, Qt.AlignmentFlag.AlignTop)
                grid.setColumnStretch(column, share)
            self._rows.addLayout(grid)
        self.updateGeometry()
