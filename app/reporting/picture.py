"""The timeline of a take as a drawing: bars, words, the two gaps with their times, comments pinned to their moments."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.widgets.wording import KINDS, MARKS, seconds
from coach.verdict import Kind, Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.said import Peaks
    from coach.review.review import Comment
    from coach.verdict import Utterance, Verdict

WIDTH, HEIGHT = 960, 168
TOP, BOTTOM = 34.0, 126.0  # of the field with the bars
NAMES, AXIS = 142.0, 161.0  # base lines

_LONG, _LEAD = 12.0, 3.0  # seconds: a longer take is shown from so long before its "Ok"
_PITCH, _EXPONENT, _LETTER = 3.0, 0.7, 6.6  # the least distance of two bars; of a peak; a letter's width
_STEPS = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 300.0)
_TICKS = 9
_COLOURS: Final = {Result.PASS: "accent", Result.FAIL: "wrong", Result.UNSURE: "unsure", Result.NOT_MEASURED: "soft"}


@dataclass(frozen=True, slots=True)
class Box:
    """From `x` on; `name` stands at `at` below it, or nowhere. `colour` is a colour's name."""

    x: float
    width: float
    name: str
    at: float
    colour: str


@dataclass(frozen=True, slots=True)
class Picture:
    """`bars` are the paths of the bars by colour, `pins` the numbers of comments, `axis` the names of seconds."""

    words: tuple[Box, ...]
    bars: dict[str, str]
    gaps: tuple[Box, ...]
    pins: tuple[Box, ...]
    axis: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class _Ruler:
    start: float
    end: float

    def x(self, second: float) -> float:
        """What lies outside stands at the edge."""
        return round(min(max(0.0, (second - self.start) / (self.end - self.start)), 1.0) * WIDTH, 1)

    def within(self, start: float, end: float) -> bool:
        return end > self.start and start < self.end


def picture(verdict: Verdict, peaks: Peaks, comments: Sequence[Comment] = ()) -> Picture:
    ruler = _ruler(verdict, comments)
    said = [said for said in verdict.utterances if ruler.within(said.segment.start, said.segment.end)]
    return Picture(
        words=tuple(_named(sorted([*_theirs(verdict, ruler), *(_word(one, ruler) for one in said)], key=_place))),
        bars=_bars(peaks, said, ruler),
        gaps=tuple(_gaps(verdict, ruler)),
        pins=tuple(_pin(number, comment, ruler) for number, comment in enumerate(comments, 1)),
        axis=tuple(_axis(ruler)),
    )


def _ruler(verdict: Verdict, comments: Iterable[Comment]) -> _Ruler:
    """The whole take, or of a long one the close, what led to it, and whatever was commented on."""
    close, start, end = verdict.close, 0.0, max(1.0, verdict.duration)
    if close is not None and end > _LONG:
        moments = [comment.at for comment in comments]
        start = float(int(max(0.0, min([close.ok.start - _LEAD, *moments]))))
        end = min(end, max([close.farewell.end + close.silence + _LEAD, *(moment + 1 for moment in moments)]))
    return _Ruler(start, max(end, start + 1.0))


def _word(said: Utterance, ruler: _Ruler) -> Box:
    left, right = ruler.x(said.segment.start), ruler.x(said.segment.end)
    colour = "accent" if said.kind in (Kind.OK, Kind.FAREWELL) else "soft"
    return Box(left, round(right - left, 1), KINDS[said.kind], round((left + right) / 2, 1), colour)


def _theirs(verdict: Verdict, ruler: _Ruler) -> Iterable[Box]:
    for line in verdict.prospect:
        if line.end > line.start and ruler.within(line.start, line.end):
            left, right = ruler.x(line.start), ruler.x(line.end)
            yield Box(left, round(right - left, 1), "prospect", round((left + right) / 2, 1), "soft")


def _place(word: Box) -> float:
    return word.x


def _named(words: Iterable[Box]) -> Iterable[Box]:
    """A name that would run into the one before it gives way."""
    taken = 0.0
    for word in words:
        half = len(word.name) * _LETTER / 2
        at = min(max(word.at, half), WIDTH - half)
        if at - half < taken:
            yield Box(word.x, word.width, "", at, word.colour)
        else:
            taken = at + half + _LETTER
            yield Box(word.x, word.width, word.name, round(at, 1), word.colour)


def _bars(peaks: Peaks, said: Sequence[Utterance], ruler: _Ruler) -> dict[str, str]:
    hop = WIDTH / (ruler.end - ruler.start) * peaks.hop_s
    group = max(1, math.ceil(_PITCH / hop))
    gain = min(8.0, 0.95 / max(max(peaks.values, default=0.0), 0.01) ** _EXPONENT)
    middle, tall = (TOP + BOTTOM) / 2, BOTTOM - TOP
    paths: dict[str, list[str]] = {}
    for first in range(0, len(peaks.values), group):
        at = peaks.start_s + (first + group / 2) * peaks.hop_s
        if ruler.start <= at <= ruler.end:
            high = max(2.0, tall * min(1.0, max(peaks.values[first : first + group]) ** _EXPONENT * gain))
            paths.setdefault(_colour(at, said), []).append(f"M{ruler.x(at)} {middle - high / 2:.1f}v{high:.1f}")
    return {colour: "".join(pieces) for colour, pieces in paths.items()}


def _colour(at: float, said: Iterable[Utterance]) -> str:
    for one in said:
        if one.segment.start <= at <= one.segment.end:
            return "accent" if one.kind in (Kind.OK, Kind.FAREWELL) else "soft"
    return "noise"


def _gaps(verdict: Verdict, ruler: _Ruler) -> Iterable[Box]:
    close = verdict.close
    if close is None:
        return
    results = {check.name: check.result for check in verdict.checks}
    pause = "pause", close.ok.end, close.pause
    silence = "silence", close.farewell.end, close.silence
    for name, start, length in (pause, silence):
        left, right = ruler.x(start), ruler.x(start + length)
        result = results.get(name, Result.NOT_MEASURED)
        told = f"{MARKS[result]} {seconds(length)}"
        half = len(told) * _LETTER / 2
        at = min(max((left + right) / 2, half), WIDTH - half)
        yield Box(left, round(right - left, 1), told, round(at, 1), _COLOURS[result])


def _pin(number: int, comment: Comment, ruler: _Ruler) -> Box:
    left = ruler.x(comment.at)
    right = left if comment.until is None else ruler.x(comment.until)
    return Box(left, round(max(0.0, right - left), 1), str(number), min(max(left, 9.0), WIDTH - 9.0), "ink")


def _axis(ruler: _Ruler) -> Iterable[Box]:
    span = ruler.end - ruler.start
    step = next((step for step in _STEPS if span / step <= _TICKS), _STEPS[-1])
    for tick in range(math.ceil(ruler.start / step), math.floor(ruler.end / step) + 1):
        x, name = ruler.x(tick * step), f"{tick * step:g} s"
        if x + len(name) * _LETTER <= WIDTH:
            yield Box(x, 0.0, name, x, "soft")
