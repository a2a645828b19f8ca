"""Where the middle half of many takes lies against the wanted band, as one small bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen

if TYPE_CHECKING:
    from app.theme.theme import Theme
    from coach.bands import Band
    from coach.progress import Spread

HIGH: Final = 10.0
_LEAST: Final = 4.0  # pixels: a spread of one take can still be seen
_OPEN: Final = 2.5  # a band without an end goes on up to this many times its beginning


def full(band: Band) -> float:
    """Seconds at the right end of the bar: the same for everybody, so that bars can be held against each other."""
    return max(band.high * 1.25 if band.high is not None else band.low * _OPEN, 0.1)


def paint_spread(painter: QPainter, theme: Theme, bar: QRectF, spread: Spread | None, band: Band) -> None:
    """What lies beyond the bar is drawn at its end."""
    clip = QPainterPath()
    clip.addRoundedRect(bar, HIGH / 2, HIGH / 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(clip)
    painter.fillRect(bar, theme.colour("track"))
    painter.fillRect(_stretch(bar, band, band.low, band.high), theme.colour("accent_soft"))
    if spread is not None:
        painter.fillRect(_stretch(bar, band, spread.low, spread.high), theme.colour("accent"))
    painter.restore()
    painter.save()
    painter.setPen(QPen(theme.colour("soft"), 1.0))
    for end in (band.low, band.high):
        if end:
            x = round(_x(bar, band, end)) + 0.5
            painter.drawLine(QPointF(x, bar.top() - 2), QPointF(x, bar.bottom() + 2))
    painter.restore()


def _x(bar: QRectF, band: Band, at: float) -> float:
    return bar.left() + bar.width() * min(1.0, at / full(band))


def _stretch(bar: QRectF, band: Band, low: float, high: float | None) -> QRectF:
    left = _x(bar, band, low)
    right = bar.right() if high is None else _x(bar, band, high)
    left = min(left, bar.right() - _LEAST)
    return QRectF(left, bar.top(), max(_LEAST, right - left), bar.height())
