"""How sound is drawn: bars on a ruler of seconds, heard words shaded and named."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from app.widgets.painted import box, write
from app.widgets.wording import KINDS
from coach.verdict import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.theme.theme import Theme
    from coach.verdict import OfferReading, ProspectLine, Utterance

_STEPS: Final = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 300.0, 600.0)
_EXPONENT: Final = 0.7  # of a peak: quiet speech is seen, the room's noise hardly
_SOUNDS: Final = {"ring": "rings", "beep": "beep"}
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

    def second(self, x: float) -> float:
        return self.start + (x - self.left) / self.width * self.span

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


def words(utterances: Iterable[Utterance], offer: OfferReading | None = None) -> tuple[Word, ...]:
    """Each by its name; the pieces of the offer as one."""
    said = list(utterances)
    if offer is not None:
        rest = [u for u in said if not offer.start <= u.segment.start <= u.segment.end <= offer.end]
        return tuple(sorted((Word(offer.start, offer.end, "your offer", "soft"), *words(rest)), key=lambda w: w.start))
    return tuple(
        Word(u.segment.start, u.segment.end, KINDS[u.kind], "accent" if u.kind in (Kind.OK, Kind.FAREWELL) else "soft")
        for u in said
    )


def theirs(lines: Iterable[ProspectLine]) -> tuple[Word, ...]:
    """What the other side was heard to say; rings and beeps by their own name."""
    return tuple(
        Word(line.start, line.end, _SOUNDS.get(line.kind, "prospect"), "soft")
        for line in lines
        if line.end > line.start
    )


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


def grouping(pixels_per_hop: float) -> int:
    """How many hops share one bar, so that a bar and its gap have room."""
    return max(1, math.ceil(_PITCH / max(pixels_per_hop, 1e-6)))


class WavePainter:
    """Draws the layers of a waveform on `ruler`, bars in `field`, names and seconds below it.

    Only what lies in `dirty` is drawn anew. A picture that scrolls lets words run out of it; one that stands still
    keeps them inside (`still`).
    """

    def __init__(
        self, painter: QPainter, theme: Theme, ruler: Ruler, field: QRectF, dirty: QRect, *, still: bool
    ) -> None:
        painter.setClipRect(dirty)
        self._painter = painter
        self._theme = theme
        self._ruler = ruler
        self._field = field
        self._dirty = QRectF(dirty)
        self._still = still

    def words(self, shaded: Sequence[Word]) -> None:
        """The grounds and the names; a name moves aside for the one before it, and gives way where that is too far."""
        self._painter.setFont(self._theme.font("small_strong"))
        metrics = self._theme.metrics("small_strong")
        ruler, field, taken = self._ruler, self._field, -math.inf
        for word in shaded:
            left, right = ruler.x(word.start), ruler.x(word.end)
            ground = QRectF(left, field.top(), right - left, field.height())
            box(self._painter, ground, getattr(self._theme.colours, word.ground), None, 4)
            width = metrics.horizontalAdvance(word.name) + 2
            middle = (left + right) / 2
            if middle - width / 2 <= taken < right - width / 4:
                middle = taken + width / 2 + 1
            if self._still:
                middle = min(max(middle, ruler.left + width / 2), ruler.right - width / 2)
            if word.name and middle - width / 2 > taken:
                below = QRectF(middle - width / 2, field.bottom() + 3, width, metrics.height())
                write(self._painter, below, word.name, getattr(self._theme.colours, word.tone))
                taken = below.right() + 4

    def bars(self, bars: Bars, shaded: Sequence[Word]) -> None:
        ruler, field = self._ruler, self._field
        group = grouping(ruler.length(bars.hop))
        pitch = ruler.length(bars.hop * group)
        thick = min(4.0, max(1.5, round(pitch * 0.6)))
        middle, tall = field.center().y(), field.height()
        noise, tones = self._theme.colour("noise"), [(w.start, w.end, self._theme.colour(w.tone)) for w in shaded]
        first = max(ruler.start, ruler.second(self._dirty.left() - pitch))
        last = min(ruler.end, ruler.second(self._dirty.right() + pitch))
        begin = max(0, math.floor((first - bars.start) / bars.hop / group) * group)
        for n in range(begin, min(len(bars.values), math.ceil((last - bars.start) / bars.hop)), group):
            at = bars.start + (n + group / 2) * bars.hop
            high = max(2.0, tall * min(1.0, max(bars.values[n : n + group]) ** _EXPONENT * bars.gain))
            colour = next((tone for start, end, tone in tones if start <= at <= end), noise)
            place = QRectF(round(ruler.x(at) - thick / 2), middle - high / 2, thick, high)
            self._painter.fillRect(place, colour)

    def seconds(self, top: float) -> None:
        """Whole steps of seconds, as many as have room."""
        self._painter.setFont(self._theme.font("axis"))
        metrics = self._theme.metrics("axis")
        room = metrics.horizontalAdvance("00.0 s") + 48
        step = next((s for s in _STEPS if self._ruler.length(s) >= room), _STEPS[-1])
        for tick in range(math.ceil(self._ruler.start / step - 1e-6), math.floor(self._ruler.end / step) + 1):
            words = f"{tick * step:g} s"
            place = QRectF(self._ruler.x(tick * step), top, metrics.horizontalAdvance(words) + 2, metrics.height())
            if self._still and place.right() > self._ruler.right + 3:
                continue
            if place.intersects(self._dirty):
                write(self._painter, place, words, self._theme.colours.soft, Qt.AlignmentFlag.AlignLeft)

    def cursor(self, second: float, tone: str = "ink") -> None:
        place = QRectF(round(self._ruler.x(second)), self._field.top(), 2, self._field.height())
        self._painter.fillRect(place, self._theme.colour(tone))
