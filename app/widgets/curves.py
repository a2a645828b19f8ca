"""Pitch and level of the rep's two words over those of a sample, each pair of words begun at the same moment."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from app.widgets.painted import Painted, box, painter_of, write
from app.widgets.wording import seconds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from app.theme.theme import Theme

WORDS: Final = ("Ok", "Good-bye")
_APART: Final = 20.0
_SOFTEST_DB: Final = -40.0
_LEAST_ST: Final = 4.0  # the pitch's field reaches at least so far up and down
_PITCH_SHARE: Final = 0.58


@dataclass(frozen=True, slots=True)
class Curve:
    """One spoken word.

    `times` are seconds from its start; `semitones` over the speaker's own middle, None where the voice has no pitch;
    `levels` dB over the loudest moment of both words, so never above 0.
    """

    duration: float
    times: tuple[float, ...]
    semitones: tuple[float | None, ...]
    levels: tuple[float, ...]

    @property
    def pitch(self) -> tuple[float, ...]:
        return tuple(value for value in self.semitones if value is not None)


class Pair(NamedTuple):
    """The same word twice."""

    yours: Curve
    sample: Curve


class Cursor(NamedTuple):
    """Which word is heard now, and how far into it."""

    word: int
    second: float


class Curves(Painted):
    """Told a pair for each of the two words. `Curve` is drawn whole: no axis is moved or stretched to fit better."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("curves")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._pairs: tuple[Pair, ...] = ()
        self._cursor: Cursor | None = None
        self._compact = False

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        self._pairs = tuple(pairs)
        self._cursor = None
        self.say("Your curves over the sample's. " + " ".join(map(_told, WORDS, self._pairs)))
        self.update()

    def show_cursor(self, cursor: Cursor | None) -> None:
        if cursor != self._cursor:
            self._cursor = cursor
            self.update()

    def set_compact(self, *, compact: bool) -> None:
        self._compact = compact
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(480, self.theme.px(150 if self._compact else 180))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    @property
    def _pitched(self) -> bool:
        return any(curve.pitch for pair in self._pairs for curve in pair)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._pairs:
            return
        painter = painter_of(self)
        legend, axis = self.metrics("small_strong").height() + 8, self.metrics("axis")
        self._paint_legend(painter)
        left = axis.horizontalAdvance("−40 dB") + 8
        field = QRectF(self.rect()).adjusted(left, legend, 0, -self.metrics("small_strong").height() - 4)
        for row in self._rows(field):
            row.paint_axis(painter, self.theme, left)
            for number, (place, scale) in enumerate(self._places(row.field)):
                row.paint_pair(painter, self.theme, self._pairs[number], place, scale)
        for number, (place, scale) in enumerate(self._places(field)):
            painter.setFont(self.theme.font("small_strong"))
            below = QRectF(place.left(), field.bottom() + 3, place.width(), self.metrics("small_strong").height())
            write(painter, below, WORDS[number], self.theme.colours.accent, Qt.AlignmentFlag.AlignLeft)
            if self._cursor is not None and self._cursor.word == number:
                x = place.left() + self._cursor.second * scale
                painter.fillRect(QRectF(round(x), field.top(), 2, field.height()), self.theme.colour("ink"))

    def _rows(self, field: QRectF) -> Iterator[_Row]:
        top = field.height() * _PITCH_SHARE if self._pitched else 0.0
        if top:
            reach = max(abs(st) for pair in self._pairs for curve in pair for st in curve.pitch)
            most = max(_LEAST_ST, 2.0 * math.ceil(reach / 2))
            yield _Row(QRectF(field.left(), field.top(), field.width(), top - 8), most, -most, "st")
        lower = QRectF(field.left(), field.top() + top, field.width(), field.height() - top)
        yield _Row(lower, 0.0, _SOFTEST_DB, "dB")

    def _places(self, field: QRectF) -> Iterator[tuple[QRectF, float]]:
        """Both words on one scale of pixels a second."""
        lengths = [max(curve.duration for curve in pair) for pair in self._pairs]
        scale = (field.width() - _APART * (len(lengths) - 1)) / max(sum(lengths), 0.1)
        left = field.left()
        for length in lengths:
            yield QRectF(left, field.top(), length * scale, field.height()), scale
            left += length * scale + _APART

    def _paint_legend(self, painter: QPainter) -> None:
        painter.setFont(self.theme.font("small_strong"))
        metrics, x = self.metrics("small_strong"), 0.0
        for words, name in (("you", "yours"), ("the sample", "sample")):
            painter.setPen(_pen(self.theme, name))
            painter.drawLine(QPointF(x, metrics.height() / 2), QPointF(x + 28, metrics.height() / 2))
            wide = metrics.horizontalAdvance(words) + 4
            place = QRectF(x + 36, 0, wide, metrics.height())
            write(painter, place, words, self.theme.colours.ink, Qt.AlignmentFlag.AlignLeft)
            x = place.right() + 20


class _Row(NamedTuple):
    """Pitch or level: where, and the values at its upper and lower end."""

    field: QRectF
    high: float
    low: float
    unit: str

    def y(self, value: float) -> float:
        within = min(max(value, self.low), self.high)
        return self.field.top() + (self.high - within) / (self.high - self.low) * self.field.height()

    def paint_axis(self, painter: QPainter, theme: Theme, left: float) -> None:
        painter.setFont(theme.font("axis"))
        high = theme.metrics("axis").height()
        for value in (self.high, (self.high + self.low) / 2, self.low):
            place = QRectF(0, min(self.y(value) - high / 2, self.field.bottom() - high), left - 8, high)
            write(painter, place, f"{_signed(value)} {self.unit}", theme.colours.soft, Qt.AlignmentFlag.AlignRight)

    def paint_pair(self, painter: QPainter, theme: Theme, pair: Pair, place: QRectF, scale: float) -> None:
        box(painter, place, theme.colours.voice, None, 4)
        painter.setPen(QPen(theme.colour("line"), 1))
        middle = round(self.y((self.high + self.low) / 2)) + 0.5
        painter.drawLine(QPointF(place.left(), middle), QPointF(place.right(), middle))
        painter.save()
        painter.setClipRect(place.adjusted(-1, -1, 1, 1))
        for curve, name in ((pair.sample, "sample"), (pair.yours, "yours")):
            painter.setPen(_pen(theme, name))
            for stretch in self._stretches(curve):
                points = [QPointF(place.left() + at * scale, self.y(value)) for at, value in stretch]
                painter.drawPolyline(QPolygonF(points))
        painter.restore()

    def _stretches(self, curve: Curve) -> Iterator[list[tuple[float, float]]]:
        """The curve, broken where it has a gap."""
        values = curve.semitones if self.unit == "st" else curve.levels
        stretch: list[tuple[float, float]] = []
        for at, value in zip(curve.times, values, strict=True):
            if value is not None:
                stretch.append((at, value))
            elif stretch:
                yield stretch
                stretch = []
        if stretch:
            yield stretch


def _pen(theme: Theme, name: str) -> QPen:
    """A line of its own kind, and not of its own colour alone."""
    yours = name == "yours"
    style = Qt.PenStyle.SolidLine if yours else Qt.PenStyle.DashLine
    return QPen(theme.colour("accent" if yours else "ink"), 3.0 if yours else 1.75, style, Qt.PenCapStyle.FlatCap)


def _signed(value: float) -> str:
    return f"{'−' if value < 0 else '+' if value > 0 else ''}{abs(value):g}"


def _told(word: str, pair: Pair) -> str:
    yours, sample = pair
    said = f"{word}: {seconds(yours.duration)}, in the sample {seconds(sample.duration)}"
    if yours.pitch and sample.pitch:
        ends = [_signed(round(curve.pitch[-1], 1)) for curve in pair]
        said += f"; at its end the pitch is {ends[0]} semitones from your middle, in the sample {ends[1]}"
    return f"{said}."
