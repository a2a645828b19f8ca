"""Paints pitch and level under the waveform, on its own ruler of seconds."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from app.widgets.painted import write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from app.theme.theme import Theme
    from app.widgets.waveform import Ruler
    from app.window.review.pitches import Pitch
    from app.window.review.shown import Shown

_SOFTEST_DB: Final = -60.0
_LEAST_ST: Final = 4.0
_PITCH_SHARE: Final = 0.55
_APART: Final = 2.0  # pixels between two values of the level
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class CurvePainter:
    def __init__(self, painter: QPainter, theme: Theme, lane: QRectF, ruler: Ruler) -> None:
        self._painter = painter
        self._theme = theme
        self._lane = lane
        self._ruler = ruler

    def paint(self, shown: Shown, pitches: Sequence[Pitch]) -> None:
        split = self._lane.top() + self._lane.height() * _PITCH_SHARE
        upper = QRectF(self._lane.left(), self._lane.top(), self._lane.width(), split - self._lane.top() - 4)
        lower = QRectF(self._lane.left(), split, self._lane.width(), self._lane.bottom() - split - 2)
        self._frame(upper, "Pitch")
        self._frame(lower, f"Level, dB (to {_SOFTEST_DB:.0f})".replace("-", "−"))
        self._pitch(upper, shown, pitches)
        self._level(lower, shown)

    def _frame(self, row: QRectF, name: str) -> None:
        self._painter.setPen(QPen(self._theme.colour("line"), 1.0))
        self._painter.drawLine(QPointF(row.left(), row.top()), QPointF(row.right(), row.top()))
        self._painter.setFont(self._theme.font("axis"))
        write(self._painter, row.adjusted(2, 1, 0, 0), name, self._theme.colours.soft, _LEFT)

    def _pitch(self, row: QRectF, shown: Shown, pitches: Sequence[Pitch]) -> None:
        """In semitones over the speaker's own middle."""
        heard = sorted(value for pitch in pitches for value in pitch.hertz if value is not None)
        if not heard:
            return
        middle = shown.machine.middle_hz or heard[len(heard) // 2]
        reach = max(_LEAST_ST, *(abs(12 * math.log2(value / middle)) for value in (heard[0], heard[-1])))
        self._painter.setPen(QPen(QColor(self._theme.colours.accent), 2.0))
        for pitch in pitches:
            line = QPolygonF()
            for second, value in zip(pitch.times, pitch.hertz, strict=True):
                if value is None:
                    self._draw(line)
                    line = QPolygonF()
                else:
                    semitones = 12 * math.log2(value / middle)
                    line.append(QPointF(self._ruler.x(second), row.center().y() - semitones / reach * row.height() / 2))
            self._draw(line)

    def _level(self, row: QRectF, shown: Shown) -> None:
        if shown.outline is None:
            return
        apart = self._ruler.second(_APART) - self._ruler.second(0.0)
        begin, hop, heights = shown.outline.bars(self._ruler.start, self._ruler.end, apart)
        line = QPolygonF()
        for number, height in enumerate(heights):
            level = max(_SOFTEST_DB, 20 * math.log10(max(height, 1e-6)))
            x = self._ruler.x(begin + (number + 0.5) * hop)
            line.append(QPointF(x, row.bottom() - (1 - level / _SOFTEST_DB) * row.height()))
        self._painter.setPen(QPen(QColor(self._theme.colours.soft), 1.5))
        self._draw(line)

    def _draw(self, line: QPolygonF) -> None:
        if line.size() > 1:
            self._painter.drawPolyline(line)
