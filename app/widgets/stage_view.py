"""The stage: Ok, the pause, Good-bye, the silence, hang up; what each means stands under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.widgets import stage_words
from app.widgets.gap_bar import GapBar
from app.widgets.label import wrapped
from app.widgets.tile import Tile
from coach.stage import Part, Stage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from app.theme.theme import Theme
    from coach.bands import Bands

_APART: Final = 12


class Arrangement(NamedTuple):
    """The share of the width that each column gets; and for each part its row, its column and its columns."""

    shares: tuple[int, ...]
    places: dict[str, tuple[int, int, int]]

    def least_width(self, parts: Mapping[str, QWidget]) -> int:
        widths: dict[int, int] = {}
        for name, (row, _, _) in self.places.items():
            widths[row] = widths.get(row, -_APART) + _APART + parts[name].minimumSizeHint().width()
        return max(widths.values())


# The first that fits is taken.
_ARRANGEMENTS: Final = (
    Arrangement(
        (20, 12, 27, 12, 15),
        {"ok": (0, 0, 1), "pause": (0, 1, 1), "farewell": (0, 2, 1), "silence": (0, 3, 1), "hang_up": (0, 4, 1)},
    ),
    Arrangement(
        (20, 30, 20),
        {"ok": (0, 0, 1), "pause": (0, 1, 1), "farewell": (0, 2, 1), "silence": (1, 0, 2), "hang_up": (1, 2, 1)},
    ),
    Arrangement(
        (1,),
        {"ok": (0, 0, 1), "pause": (1, 0, 1), "farewell": (2, 0, 1), "silence": (3, 0, 1), "hang_up": (4, 0, 1)},
    ),
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
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_APART)
        self._grid.setVerticalSpacing(6)
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
        self._widths = [arrangement.least_width(self._parts) for arrangement in _ARRANGEMENTS]
        self._rearrange()

    def _rearrange(self) -> None:
        fits = (n for n, width in enumerate(self._widths) if width <= self.width())
        self._arrange(next(fits, len(_ARRANGEMENTS) - 1))

    def _arrange(self, arrangement: int) -> None:
        if arrangement == self._arranged:
            return
        self._arranged = arrangement
        shares, places = _ARRANGEMENTS[arrangement]
        last = max(row for row, _, _ in places.values())
        for column in range(len(places)):
            self._grid.setColumnStretch(column, shares[column] if column < len(shares) else 0)
        for widget in (*self._parts.values(), *self._meanings.values()):
            self._grid.removeWidget(widget)
        for name, (row, column, columns) in places.items():
            meaning = self._meanings[name]
            meaning.setContentsMargins(0, 0, 0, 0 if row == last else 10)
            self._grid.addWidget(self._parts[name], 2 * row, column, 1, columns)
            self._grid.addWidget(meaning, 2 * row + 1, column, 1, columns, Qt.AlignmentFlag.AlignTop)
        self.updateGeometry()
