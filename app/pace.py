"""What the eye is told while a take runs: news at once, mere passing of time 17 times a second."""

from __future__ import annotations

from coach.stage import Stage

EVERY_S = 0.06

Bars = tuple[int, tuple[float, ...]]  # the number of the first, and the bars


class Pace:
    """Painting costs more than listening; twice the rate looks no smoother."""

    def __init__(self) -> None:
        self._last: Stage | None = None
        self._first = 0
        self._bars: list[float] = []

    def draw(self, first: int, bars: tuple[float, ...]) -> None:
        """Keep new bars until it is time to show them."""
        if not self._bars:
            self._first = first
        self._bars += bars

    def due(self, stage: Stage) -> bool:
        """True where something other than time has changed, or enough of it has passed."""
        last = self._last
        if last is None or _news(stage) != _news(last) or stage.now - last.now >= EVERY_S - 1e-9:
            self._last = stage
            return True
        return False

    def bars(self) -> Bars | None:
        """What was kept, once."""
        if not self._bars:
            return None
        bars = (self._first, tuple(self._bars))
        self._bars = []
        return bars


def _news(stage: Stage) -> tuple[object, ...]:
    return stage.part, stage.speaking, stage.since, stage.extra, stage.heard
