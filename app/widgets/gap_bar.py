"""The gap as an instrument: it fills while the rep is silent, with the wanted band drawn into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.widgets.painted import Painted, painter_of, write
from app.widgets.wording import seconds, span

if TYPE_CHECKING:
    from app.theme.theme import Theme

_LEFT: Final = Qt.AlignmentFlag.AlignLeft
_MIDDLE: Final = Qt.AlignmentFlag.AlignHCenter
_UNKNOWN: Final = "3 s or more"  # the room kept until the band is known
BAR: Final = 14.0
OVERHANG: Final = 3.0  # of the marks at the band's ends, above and below the bar
_BEYOND: Final = 1.25  # the bar goes on beyond the band by this factor
_OPEN: Final = 0.6  # a band without an end begins here on the bar


class GapBar(Painted):
    """`low` and `high` in seconds; None while the timing profile is not read yet, or where there is no end.

    A `large` one has its value in the middle, in the largest figures, and no words under the bar.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None, *, large: bool = False) -> None:
        super().__init__(theme, parent)
        self.name = name
        self._large = large
        self._face, self._align = ("verdict", _MIDDLE) if large else ("value", _LEFT)
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
        pixel = None if value is None else round(self._gap().x(self.rect().toRectF(), value))
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

    def _gap(self) -> Gap:
        return Gap(self.low, self.high, self.value, self.full)

    def sizeHint(self) -> QSize:
        small = self.metrics("small")
        labels = small.horizontalAdvance(self.name + (self._wanted() or _UNKNOWN)) + 10
        value = self.metrics(self._face)
        return QSize(
            round(max(labels, value.horizontalAdvance("10.0 s"))) + 1,
            round(value.height() + (0 if self._large else small.height()) + BAR + 4 * OVERHANG),
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = painter_of(self)
        colours, area = self.theme.colours, QRectF(self.rect())
        painter.setFont(self.theme.font(self._face))
        write(painter, area, self.shown, colours.soft if self.value is None else colours.ink, self._align)
        top = self.metrics(self._face).height() + 2 * OVERHANG
        paint_gap(painter, self.theme, QRectF(0, top, area.width(), BAR), self._gap())
        if self._large:
            return
        painter.setFont(self.theme.font("small"))
        below = area.adjusted(0, top + BAR + 2 * OVERHANG, 0, 0)
        write(painter, below, self.name, colours.soft, _LEFT)
        write(painter, below, self._wanted(), colours.soft, Qt.AlignmentFlag.AlignRight)


class Gap(NamedTuple):
    """Seconds: the wanted band, how far the bar is filled, and where it ends."""

    low: float | None
    high: float | None
    value: float | None
    full: float

    def x(self, bar: QRectF, seconds: float) -> float:
        return bar.left() + bar.width() * min(1.0, seconds / self.full)

    def stretch(self, bar: QRectF, start: float, end: float | None) -> QRectF:
        left = self.x(bar, start)
        right = bar.right() if end is None else self.x(bar, end)
        return QRectF(left, bar.top(), right - left, bar.height())


def paint_gap(painter: QPainter, theme: Theme, bar: QRectF, gap: Gap) -> None:
    """The bar with the band in it, filled up to the value, and marks at the ends of the band."""
    clip = QPainterPath()
    clip.addRoundedRect(bar, BAR / 2, BAR / 2)
    painter.save()
    painter.setClipPath(clip)
    painter.fillRect(bar, theme.colour("track"))
    if gap.low is not None:
        painter.fillRect(gap.stretch(bar, gap.low, gap.high), theme.colour("accent_soft"))
    if gap.value is not None:
        painter.fillRect(gap.stretch(bar, 0.0, gap.value), theme.colour("accent"))
    painter.restore()
    painter.setPen(QPen(theme.colour("soft"), 1.5))
    for end in (gap.low, gap.high):
        if end:
            x = round(gap.x(bar, end)) + 0.25
            painter.drawLine(QPointF(x, bar.top() - OVERHANG), QPointF(x, bar.bottom() + OVERHANG))
