"""Which stretch of a recording is looked at: nearer, farther, further on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

LEAST_S: Final = 0.4  # of it is always seen
STEP: Final = 1.5
_FOLLOW: Final = 0.85  # of the width, and the picture turns to the next page
_AHEAD: Final = 0.1


@dataclass(frozen=True, slots=True)
class Zoom:
    """From `start` on `span` seconds of `duration`; both are kept within it."""

    duration: float
    start: float = 0.0
    span: float = 1.0

    @property
    def end(self) -> float:
        return self.start + self.span

    @property
    def whole(self) -> bool:
        return self.span >= self.duration

    def around(self, start: float, end: float) -> Zoom:
        """That stretch, as far as it can be shown."""
        span = min(max(end - start, LEAST_S), max(self.duration, LEAST_S))
        return Zoom(self.duration, max(0.0, min(start, self.duration - span)), span)

    def all(self) -> Zoom:
        return self.around(0.0, self.duration)

    def nearer(self, times: float, at: float) -> Zoom:
        """So many times as large, and the second `at` stays where it is."""
        span = min(max(self.span / times, LEAST_S), max(self.duration, LEAST_S))
        share = (at - self.start) / self.span
        return self.around(at - share * span, at - share * span + span)

    def moved(self, by: float) -> Zoom:
        return self.around(self.start + by, self.end + by)

    def with_second(self, at: float) -> Zoom:
        """So that the second is seen, with some of what comes after it."""
        if self.start <= at <= self.start + _FOLLOW * self.span or self.whole:
            return self
        return replace(self.around(at - _AHEAD * self.span, at + (1 - _AHEAD) * self.span))
