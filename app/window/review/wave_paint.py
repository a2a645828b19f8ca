"""Paints a take in lanes: gaps and comments above, the waveform with its words, the machine's answer, the seconds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.widgets.painted import box, write
from app.widgets.prospect_lane import paint_lane
from app.widgets.timeline import brackets
from app.widgets.waveform import Bars, Ruler, WavePainter, Word, words
from app.widgets.wording import KINDS, seconds
from app.window.review.curve_paint import CurvePainter
from coach.verdict import Kind

if TYPE_CHECKING:
    from app.theme.theme import Theme
    from app.window.review.pitches import Pitch
    from app.window.review.shown import Place, Shown, Span
    from app.window.review.zoom import Zoom

_APART: Final = 3.0  # pixels from one bar to the next
_PIN: Final = 9.0  # the radius of a comment's
_MACHINE: Final = 5.0  # how high its lane is
CLOSE: Final = (Kind.OK, Kind.FAREWELL)
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Picture:
    """All that is to be seen in it now."""

    shown: Shown
    zoom: Zoom
    cursor: float | None = None
    span: Span | None = None
    word: int | None = None
    edge: Place | None = None
    bare: bool = False  # to be looked at only: nobody edits it
    pitches: tuple[Pitch, ...] = ()


@dataclass(frozen=True, slots=True)
class Lanes:
    """Where each stands in the widget, from top to bottom; those there is nothing for have no height."""

    above: QRectF
    field: QRectF
    names: QRectF
    theirs: QRectF
    machine: QRectF
    curves: QRectF
    axis: QRectF


def lanes(theme: Theme, rect: QRectF, picture: Picture, *, curves: bool) -> Lanes:
    shown = picture.shown
    small, axis = theme.metrics("small_strong").height(), theme.metrics("axis").height()
    above, names = small + 10, small + 6
    theirs = theme.metrics("small").height() + 12 if any(line.text for line in shown.machine.prospect) else 0.0
    machine, axis = (0.0, 0.0) if picture.bare else (small + 4, axis + 4)
    left = rect.height() - above - names - theirs - machine - axis
    tall = min(max(0.45 * left, 0.0), theme.px(110)) if curves else 0.0
    heights = (above, left - tall, names, theirs, machine, tall, axis)
    found, top = [], rect.top()
    for height in heights:
        found.append(QRectF(rect.left(), top, rect.width(), max(0.0, height)))
        top += height
    return Lanes(*found)


def ruler(rect: QRectF, zoom: Zoom) -> Ruler:
    return Ruler(rect.left(), max(1.0, rect.width()), zoom.start, zoom.span)


class LanePainter:
    def __init__(self, painter: QPainter, theme: Theme, rect: QRectF, places: Lanes, picture: Picture) -> None:
        self._painter = painter
        self._theme = theme
        self._picture = picture
        self._places = places
        self._ruler = ruler(rect, picture.zoom)
        self._rect = rect

    def paint(self, dirty: QRect) -> None:
        picture, places, ruler = self._picture, self._places, self._ruler
        self._painter.setClipRect(dirty)
        shown = picture.shown
        named = [self._named(word) for word in words(shown.words) if self._seen(word)]
        wave = WavePainter(self._painter, self._theme, ruler, places.field, dirty, still=False)
        if picture.span is not None:
            self._paint_span(picture.span)
        wave.words(named)
        if shown.outline is not None:
            begin, hop, heights = shown.outline.bars(ruler.start, ruler.end, _APART / ruler.length(1.0))
            gain = min(8.0, 0.95 / max(shown.outline.loudest, 0.01) ** 0.7)
            wave.bars(Bars(begin, hop, heights, gain), named)
        self._paint_gaps()
        self._paint_chosen()
        self._paint_pins()
        lane = places.theirs
        if lane.height():
            spoken = tuple(line for line in shown.machine.prospect if line.kind != "hung_up")
            paint_lane(self._painter, self._theme, ruler, lane.adjusted(0, 2, 0, -4), spoken)
        if not picture.bare:
            self._paint_machine()
            wave.seconds(places.axis.top() + 2)
        if places.curves.height():
            CurvePainter(self._painter, self._theme, places.curves, ruler).paint(shown, picture.pitches)
        if picture.cursor is not None:
            self._paint_cursor(picture.cursor)

    def _seen(self, word: Word) -> bool:
        """In a long call, what is narrower than a pixel is not, but for the close."""
        if word.end <= self._ruler.start or self._ruler.end <= word.start:
            return False
        return word.tone == "accent" or self._ruler.length(word.end - word.start) >= 1.0

    def _named(self, word: Word) -> Word:
        """With its length where it has room for it."""
        told = f"{word.name} {seconds(word.end - word.start)}"
        room = self._ruler.length(word.end - word.start)
        return replace(word, name=told) if self._theme.metrics("small_strong").horizontalAdvance(told) < room else word

    def _paint_span(self, span: Span) -> None:
        left, right = self._ruler.x(span.start), self._ruler.x(span.end)
        place = QRectF(left, self._places.field.top(), right - left, self._places.field.height())
        self._painter.fillRect(place, self._theme.colour("track"))
        self._painter.setPen(QPen(self._theme.colour("soft"), 1.0))
        for x in (left, right):
            self._painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()))

    def _paint_gaps(self) -> None:
        """The pause and the silence of the close as it stands now, each in the colour of its check."""
        field, y = self._places.field, self._places.field.top() - 5
        for gap in brackets(self._picture.shown.verdict):
            left, right = self._ruler.x(gap.start), self._ruler.x(gap.end)
            if right < self._rect.left() or left > self._rect.right():
                continue
            self._painter.setPen(QPen(self._theme.colour(gap.tone), 2.0))
            self._painter.drawLine(QPointF(left, y), QPointF(right, y))
            for x in (left, right):
                self._painter.drawLine(QPointF(x, y), QPointF(x, field.top()))
            self._painter.setFont(self._theme.font("small_strong"))
            wide = self._theme.metrics("small_strong").horizontalAdvance(gap.words) + 4
            middle = (max(left, self._rect.left()) + min(right, self._rect.right())) / 2
            place = QRectF(middle - wide / 2, self._places.above.top(), wide, y - 2 - self._places.above.top())
            write(self._painter, place, gap.words, getattr(self._theme.colours, gap.tone))

    def _paint_chosen(self) -> None:
        picture, field = self._picture, self._places.field
        words = picture.shown.words
        if picture.word is not None and picture.word < len(words):
            segment = words[picture.word].segment
            left, right = self._ruler.x(segment.start), self._ruler.x(segment.end)
            ground = QRectF(left, field.top(), right - left, field.height())
            box(self._painter, ground, None, QPen(self._theme.colour("accent"), 1.5), 4)
        if picture.edge is not None and picture.edge.word < len(words):
            x = self._ruler.x(picture.shown.second(picture.edge))
            self._painter.fillRect(QRectF(x - 1.5, field.top(), 3, field.height()), self._theme.colour("accent"))
            grip = QRectF(x - 5, field.center().y() - 14, 10, 28)
            box(self._painter, grip, self._theme.colours.panel, QPen(self._theme.colour("accent"), 2.0), 4)

    def _paint_pins(self) -> None:
        """Numbered as they stand beside it; a span has a line under its pin."""
        self._painter.setFont(self._theme.font("key"))
        for number, comment in enumerate(self._picture.shown.comments, 1):
            x, y = self._ruler.x(comment.at), self._places.field.top() + _PIN + 2
            if comment.until is not None:
                self._painter.setPen(QPen(self._theme.colour("unsure"), 2.0))
                self._painter.drawLine(QPointF(x, y + _PIN + 2), QPointF(self._ruler.x(comment.until), y + _PIN + 2))
            place = QRectF(x - _PIN, y - _PIN, 2 * _PIN, 2 * _PIN)
            box(self._painter, place, self._theme.colours.unsure, None, _PIN)
            write(self._painter, place, str(number), self._theme.colours.panel)

    def _paint_machine(self) -> None:
        """The machine's own words, thin, and named where they are others than those above."""
        lane, shown = self._places.machine, self._picture.shown
        self._painter.setFont(self._theme.font("axis"))
        taken = -1.0
        for number, said in enumerate(shown.machine.utterances):
            segment, same = said.segment, number not in shown.touched
            if segment.end <= self._ruler.start or self._ruler.end <= segment.start:
                continue
            left, right = self._ruler.x(segment.start), self._ruler.x(segment.end)
            if right - left < 1.0 and same and said.kind not in CLOSE:
                continue
            tone = "noise" if same else "ink"
            bar = QRectF(left, lane.top() + 2, max(2.0, right - left), _MACHINE)
            box(self._painter, bar, QColor(self._theme.colour(tone)).name(), None, 2)
            if not same:
                told = f"machine: {KINDS[said.kind]}"
                wide = self._theme.metrics("axis").horizontalAdvance(told) + 2
                place = QRectF(max(left, taken), bar.bottom() + 1, wide, lane.bottom() - bar.bottom() - 1)
                write(self._painter, place, told, self._theme.colours.soft, _LEFT)
                taken = place.right() + 6

    def _paint_cursor(self, second: float) -> None:
        x = round(self._ruler.x(second))
        field = self._places.field
        top, bottom = field.top() - 2, max(field.bottom(), self._places.curves.bottom())
        self._painter.fillRect(QRectF(x, top, 2, bottom - top), self._theme.colour("ink"))
