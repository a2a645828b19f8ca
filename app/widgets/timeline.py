"""The take when it is over: its waveform, the two words, the two gaps with their times, the hanging up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.widgets.painted import Painted, painter_of, write
from app.widgets.prospect_lane import paint_lane
from app.widgets.waveform import Bars, Ruler, WavePainter, words
from app.widgets.wording import MARKS, seconds
from coach.verdict import Result

if TYPE_CHECKING:
    from app.said import Peaks
    from app.theme.theme import Theme
    from coach.verdict import Close, ProspectLine, Verdict

_LEAD: Final = 3.0  # seconds shown before "Ok" where the take is long
_LONG: Final = 12.0  # such a take
_ENDINGS: Final = {
    "end": "you hung up",
    "speech": "you spoke again",
    "they_hung_up": "they hung up",
    "they_spoke": "they spoke",
}
_TONES: Final = {Result.PASS: "accent", Result.FAIL: "wrong", Result.UNSURE: "unsure", Result.NOT_MEASURED: "soft"}


@dataclass(frozen=True, slots=True)
class Bracket:
    """A gap above the bars, with its time, mark and colour."""

    start: float
    end: float
    words: str
    tone: str


class Timeline(Painted):
    """Told a verdict and the peaks of its sound; `show_cursor` while it is heard."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("timeline")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._verdict: Verdict | None = None
        self._bars = Bars(0.0, 0.02, ())
        self._brackets: tuple[Bracket, ...] = ()
        self._cursor: float | None = None
        self._compact = False

    def show_verdict(self, verdict: Verdict, peaks: Peaks) -> None:
        self._verdict = verdict
        self._bars = Bars(peaks.start_s, peaks.hop_s, peaks.values).fitting()
        self._brackets = brackets(verdict)
        self._cursor = None
        self.say("Timeline. " + _told(verdict))
        self.updateGeometry()
        self.update()

    def show_cursor(self, second: float | None) -> None:
        for place in (self._cursor, second):
            if place is not None:
                self.update(QRect(int(self._ruler().x(place)) - 3, 0, 8, self.height()))
        self._cursor = second

    def set_compact(self, *, compact: bool) -> None:
        self._compact = compact
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        high = 130 if self._compact else 136 if self._lines else 180
        return QSize(480, self.theme.px(high) + round(self._lane_height()))

    @property
    def _lines(self) -> tuple[ProspectLine, ...]:
        """What the prospect was heard to say; that they hung up stands above, where it ended the silence."""
        if self._verdict is None:
            return ()
        told = self._verdict.close is not None
        return tuple(line for line in self._verdict.prospect if not (told and line.kind == "hung_up"))

    def _lane_height(self) -> float:
        return self.metrics("small").height() + 16 if self._lines else 0.0

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def _ruler(self) -> Ruler:
        """The whole take, or the close and what led to it; with room for the words at its end."""
        if self._verdict is None:
            return Ruler(0.0, self.width(), 0.0, 6.0)
        close, end = self._verdict.close, self._verdict.duration
        start = 0.0
        if close is not None and end > _LONG:
            answer = max((line.start for line in self._lines if line.start < close.ok.start), default=close.ok.start)
            start = max(0.0, float(int(min(answer, close.ok.start - _LEAD))))
            end = min(end, close.farewell.end + close.silence + _LEAD)
        room = self.metrics("small_strong").horizontalAdvance(ending(close)) + 12
        share = min(0.4, max(0.02, room / max(1, self.width())))
        return Ruler(0.0, float(self.width()), start, max(1.0, end - start) / (1 - share))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._verdict is None:
            return
        painter = painter_of(self)
        names, axis = self.metrics("small_strong").height(), self.metrics("axis").height()
        lane = QRectF(0, self.height() - axis - self._lane_height(), self.width(), self._lane_height())
        field = QRectF(self.rect()).adjusted(0, names + 10, 0, -(names + axis + 8 + lane.height()))
        ruler = self._ruler()
        shaded = words(self._verdict.utterances, self._verdict.offer)
        wave = WavePainter(painter, self.theme, ruler, field, event.rect(), still=True)
        wave.words(shaded)
        wave.bars(self._bars, shaded)
        wave.seconds(self.height() - axis)
        paint_lane(painter, self.theme, ruler, lane.adjusted(0, 2, 0, -6), self._lines)
        for bracket in self._brackets:
            self._paint_bracket(painter, ruler, field, bracket)
        if self._brackets:
            self._paint_end(painter, wave, ruler, field)
        if self._cursor is not None:
            wave.cursor(self._cursor)

    def _paint_bracket(self, painter: QPainter, ruler: Ruler, field: QRectF, bracket: Bracket) -> None:
        left, right, y = ruler.x(bracket.start), ruler.x(bracket.end), field.top() - 6
        painter.setPen(QPen(self.theme.colour(bracket.tone), 2.0))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        for x in (left, right):
            painter.drawLine(QPointF(x, y), QPointF(x, field.top()))
        painter.setFont(self.theme.font("small_strong"))
        width = self.metrics("small_strong").horizontalAdvance(bracket.words) + 4
        place = QRectF((left + right - width) / 2, 0, width, y - 2)
        write(painter, place, bracket.words, getattr(self.theme.colours, bracket.tone))

    def _paint_end(self, painter: QPainter, wave: WavePainter, ruler: Ruler, field: QRectF) -> None:
        silence = self._brackets[-1]
        wave.cursor(silence.end, silence.tone)
        x = ruler.x(silence.end)
        painter.setFont(self.theme.font("small_strong"))
        beside = QRectF(x + 8, field.top(), ruler.right - x - 8, field.height())
        words = ending(self._verdict.close if self._verdict else None)
        write(painter, beside, words, getattr(self.theme.colours, silence.tone), Qt.AlignmentFlag.AlignLeft)


def brackets(verdict: Verdict) -> tuple[Bracket, ...]:
    """The pause and the silence, each in the colour of its check."""
    close = verdict.close
    if close is None:
        return ()
    results = {check.name: check.result for check in verdict.checks}
    gaps = (
        ("pause", close.ok.end, close.farewell.start, close.pause),
        ("silence", close.farewell.end, close.farewell.end + close.silence, close.silence),
    )
    return tuple(
        Bracket(start, end, f"{MARKS[result]} {seconds(value)}", _TONES[result])
        for name, start, end, value in gaps
        for result in (results.get(name, Result.NOT_MEASURED),)
    )


def ending(close: Close | None) -> str:
    return "" if close is None else _ENDINGS[close.ended_by]


def _told(verdict: Verdict) -> str:
    close = verdict.close
    theirs = "".join(f" At {seconds(line.start, 1)} they said “{line.text}”." for line in verdict.prospect if line.text)
    if close is None:
        return f"No close was heard.{theirs}"
    return (
        f"Ok {seconds(close.ok.duration)}, pause {seconds(close.pause)}, Good-bye {seconds(close.farewell.duration)}, "
        f"silence {seconds(close.silence)}, then {ending(close)}.{theirs}"
    )
