"""The gap as an instrument: it fills while the rep is silent, with the wanted band drawn into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.widgets.painted import Painted, painter_of, write
from app.widgets.wording import seconds, span

if TYPE_CHECKING:
    from app.theme.theme import Theme

_UNKNOWN: Final = "3 s or more"  # the room kept until the band is known
_BAR: Final = 14.0
_OVERHANG: Final = 3.0  # of the marks at the band's ends, above and below the bar
_BEYOND: Final = 1.25  # the bar goes on beyond the band by this factor
_OPEN: Final = 0.6  # a band without an end begins here on the bar


class GapBar(Painted):
    """`low` and `high` in seconds; None while the timing profile is not read yet, or where there is no end."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.name = name
        self.low: float | None = None
        self.high: float | None = None
        self.value: float | None = None
        self.shown = "–"
        self._pixel: int | None = None  # where the fill ends
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe()

    def show_band(self, low: float, high: float | None) -> None:
        self.low, self.high = low, high
        self._describe()
        self.updateGeometry()
        self.update()

    def show_value(self, value: float | None, *, running: bool = False) -> None:
        """A running value has one decimal: two would only flicker."""
        shown = "–" if value is None else seconds(value, 1 if running else 2)
        pixel = None if value is None else round(self._at(self.rect().toRectF(), value))
        if (shown, pixel) != (self.shown, self._pixel):
            self.value, self.shown, self._pixel = value, shown, pixel
            self._describe()
            self.update()

    def _describe(self) -> None:
        self.say(f"{self.name}: {'none yet' if self.value is None else self.shown}, wanted {self._wanted()}")

    def _wanted(self) -> str:
        return "" if self.low is None else span(self.low, self.high).replace(" – ", "–")

    @property
    def full(self) -> float:
        """Seconds at the right end of the bar."""
        if self.high is not None:
            return self.high * _BEYOND
        return (self.low or 1.0) / _OPEN

    def sizeHint(self) -> QSize:
        small = self.metrics("small")
        labels = small.horizontalAdvance(self.name + (self._wanted() or _UNKNOWN)) + 10
        value = self.metrics("value")
        return QSize(
            round(max(labels, value.horizontalAdvance("10.0 s"))) + 1,
            round(value.height() + small.height() + _BAR + 4 * _OVERHANG),
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = painter_of(self)
        colours, area = self.theme.colours, QRectF(self.rect())
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        painter.setFont(self.theme.font("value"))
        write(painter, area, self.shown, colours.soft if self.value is None else colours.ink, left)
        top = self.metrics("value").height() + 2 * _OVERHANG
        self._paint_bar(painter, QRectF(0, top, area.width(), _BAR))
        painter.setFont(self.theme.font("small"))
        below = area.adjusted(0, top + _BAR + 2 * _OVERHANG, 0, 0)
        write(painter, below, self.name, colours.soft, left)
        write(painter, below, self._wanted(), colours.soft, right)

    def _paint_bar(self, painter: QPainter, bar: QRectF) -> None:
        clip = QPainterPath()
        clip.addRoundedRect(bar, _BAR / 2, _BAR / 2)
        painter.save()
        painter.setClipPath(clip)
        painter.fillRect(bar, self.theme.colour("track"))
        if self.low is not None:
            painter.fillRect(self._stretch(bar, self.low, self.high), self.theme.colour("accent_soft"))
        if self.value is not None:
            painter.fillRect(self._stretch(bar, 0.0, self.value), self.theme.colour("accent"))
        painter.restore()
        painter.setPen(QPen(self.theme.colour("soft"), 1.5))
        for end in (self.low, self.high):
            if end:
                x = round(self._at(bar, end)) + 0.25
                painter.drawLine(QPointF(x, bar.top() - _OVERHANG), QPointF(x, bar.bottom() + _OVERHANG))

    def _at(self, bar: QRectF, value: float) -> float:
        return bar.left() + bar.width() * min(1.0, value / self.full)

    def _stretch(self, bar: QRectF, start: float, end: float | None) -> QRectF:
        left = self._at(bar, start)
        right = bar.right() if end is None else self._at(bar, end)
        return QRectF(left, bar.top(), right - left, bar.height())
