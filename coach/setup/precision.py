"""How exactly pauses are measured here: one figure, from what was measured here."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

NORMAL_95 = 1.96  # half width of the 95 % interval, in standard deviations


@dataclass(frozen=True, slots=True)
class Measuring:
    """One saying's pause: with the error the engine stated, and as it came out again in more of this room's noise.

    None stands for a time in which the two words were no longer found.
    """

    pause: float
    stated_error: float
    again: tuple[float | None, ...]

    @property
    def moved(self) -> float:
        """How far the pause moves with the noise: the root of the mean square."""
        found = [pause - self.pause for pause in self.again if pause is not None]
        return math.sqrt(sum(apart * apart for apart in found) / len(found)) if found else 0.0

    @property
    def error(self) -> float:
        """Half width of the 95 % interval."""
        return math.hypot(self.stated_error, NORMAL_95 * self.moved)


def pause_error(sayings: Sequence[Measuring]) -> float | None:
    """Seconds that a pause measured here may be off: the worst of the sayings is what can be promised.

    None where nothing was said, or where the words are lost in the noise half of the time.
    """
    if not sayings:
        return None
    again = [pause for saying in sayings for pause in saying.again]
    if 2 * again.count(None) > len(again):
        return None
    return max(saying.error for saying in sayings)


def milliseconds(seconds: float) -> int:
    """Upwards: better promised too little."""
    return math.ceil(round(seconds * 1000, 3))
