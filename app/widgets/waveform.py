"""How sound is drawn: bars on a ruler of seconds, heard words shaded and named."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.widgets.painted import box, write
from app.widgets.wording import KINDS
from coach.verdict import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.theme.theme import Theme
    from coach.verdict import Utterance

_STEPS: Final = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 300.0, 600.0)
_EXPONENT: Final = 0.7  # of a peak: quiet speech is seen, the room's noise hardly
_PITCH: Final = 2.5  # the least distance between two bars, pixels


@dataclass(frozen=True, slots=True)
class Ruler:
    """Which second lies at which pixel."""

    left: float
    width: float
    start: float
    span: float

    def x(self, second: float) -> float:
        return self.left + (second - self.start) / self.span * self.width

    def length(self, seconds: float) -> float:
        return seconds / self.span * self.width

    @property
    def end(self) -> float:
        return self.start + self.span

    @property
    def right(self) -> float:
        return self.left + self.width


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch of speech to shade; `tone` is a colour's name, `name` stands below it."""

    start: float
    end: float
    name: str
    tone: str

    @property
    def ground(self) -> str:
        return "voice" if self.tone == "accent" else "aside"


def words(utterances: Iterable[Utterance]) -> tuple[Word, ...]:
    return tuple(
        Word(u.segment.start, u.segment.end, KINDS[u.kind], "accent" if u.kind in (Kind.OK, Kind.FAREWELL) else "soft")
        for u in utterances
    )


def paint_words(painter: QPainter, theme: Theme, ruler: Ruler, field: QRectF, shaded: Sequence[Word]) -> None:
    """The grounds and the names; a name gives way to the one before it rather than lie over it."""
    painter.setFont(theme.font("small_strong"))
    metrics = theme.metrics("small_strong")
    taken = -math.inf
    for word in shaded:
        left, right = max(ruler.left, ruler.x(word.start)), min(ruler.right, ruler.x(word.end))
        if right <= left:
            continue
        box(
            painter,
            QRectF(left, field.top(), right - left, field.height()),
            getattr(theme.colours, word.ground),
            None,
            4,
        )
        width = metrics.horizontalAdvance(word.name) + 2
        middle = min(max((left + right) / 2, ruler.left + width / 2), ruler.right - width / 2)
        if word.name and middle - width / 2 > taken:
            below = QRectF(middle - width / 2, field.bottom() + 3, width, metrics.height())
            write(painter, below, word.name, getattr(theme.colours, word.tone))
            taken = below.right() + 4


def paint_bars(
    painter: QPainter, theme: Theme, ruler: Ruler, field: QRectF, bars: Bars, shaded: Sequence[Word]
) -> None:
    """One bar each hop, or each few where hops lie closer than a bar is wide."""
    group = max(1, math.ceil(_PITCH / max(ruler.length(bars.hop), 1e-6)))
    pitch = ruler.length(bars.hop * group)
    thick = min(4.0, max(1.5, round(pitch * 0.6)))
    first = max(0, math.floor((ruler.start - bars.start) / bars.hop / group) * group)
    noise, tones = theme.colour("noise"), [(w.start, w.end, theme.colour(w.tone)) for w in shaded]
    for n in range(first, len(bars.values), group):
        at = bars.start + (n + group / 2) * bars.hop
        if at >= ruler.end:
            break
        if at < ruler.start:
            continue
        height = max(2.0, field.height() * min(1.0, max(bars.values[n : n + group]) ** _EXPONENT * bars.gain))
        x = round(ruler.x(at) - thick / 2)
        colour: QColor = next((tone for start, end, tone in tones if start <= at <= end), noise)
        painter.fillRect(QRectF(x, field.center().y() - height / 2, thick, height), colour)


@dataclass(frozen=True, slots=True)
class Bars:
    """Peaks from 0 to 1, one each `hop` seconds from `start`; `gain` stretches them to the field."""

    start: float
    hop: float
    values: Sequence[float]
    gain: float = 1.5

    def fitting(self) -> Bars:
        """The same bars, the loudest nearly as high as the field."""
        loudest = max(self.values, default=0.0)
        return replace(self, gain=min(8.0, 0.95 / max(loudest, 0.01) ** _EXPONENT))


def paint_axis(painter: QPainter, theme: Theme, ruler: Ruler, top: float) -> None:
    """Whole steps of seconds, as many as have room."""
    painter.setFont(theme.font("axis"))
    metrics = theme.metrics("axis")
    room = metrics.horizontalAdvance("00.0 s") + 48
    step = next((s for s in _STEPS if ruler.length(s) >= room), _STEPS[-1])
    tick = math.ceil(ruler.start / step - 1e-6) * step
    while tick <= ruler.end:
        text = f"{tick:g} s"
        x = ruler.x(tick)
        if x + metrics.horizontalAdvance(text) <= ruler.right + 1:
            write(
                painter,
                QRectF(x, top, room, metrics.height()),
                text,
                theme.colours.soft,
                Qt.AlignmentFlag.AlignLeft,
            )
        tick += step


def paint_cursor(painter: QPainter, theme: Theme, x: float, field: QRectF, tone: str = "ink") -> None:
    painter.fillRect(QRectF(QPointF(round(x), field.top()), QPointF(round(x) + 2, field.bottom())), theme.colour(tone))
