"""What the prospect notices of the rep in one turn: speaking or not, since when, for how long. Provisional."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audio.segment import SpeechPaused, SpeechResumed, SpeechStarted, SpeechWithdrawn

if TYPE_CHECKING:
    from audio.segment import Heard

SHORTEST_S = 0.08  # what is over sooner was a click
TAIL_S = 0.3  # of a line that the microphone hears too, or of what the rep said into it


class RepVoice:
    """A turn begins at `since`, when the prospect has spoken. What goes on from before counts if it lasts."""

    def __init__(self, since: float = 0.0, *, speaking: bool = False) -> None:
        self.since = since
        self._began: float | None = since if speaking else None
        self._said: list[tuple[float, float]] = []

    @property
    def speaking(self) -> bool:
        return self._began is not None

    def hear(self, event: Heard) -> None:
        match event:
            case SpeechStarted(at=at):
                self._began = max(at, self.since)
            case SpeechPaused(at=at) if self._began is not None:
                least = TAIL_S if self._began == self.since else SHORTEST_S
                if at - self._began >= least:
                    self._said.append((self._began, at))
                self._began = None
            case SpeechResumed(at=at) if self._began is None:
                goes_on = self._said and self._said[-1][1] <= at
                self._began = self._said.pop()[0] if goes_on else max(at, self.since)
            case SpeechWithdrawn(at=at):
                self._said = [said for said in self._said if said[0] != at]
                self._began = None if self._began == at else self._began
            case _:
                pass

    def first(self) -> float | None:
        """When the rep began to speak in this turn."""
        if self._said:
            return self._said[0][0]
        return self._began

    def spoken(self, now: float) -> float:
        """Seconds of speech so far."""
        return sum(self._lengths(now))

    def longest(self, now: float) -> float:
        return max(self._lengths(now), default=0.0)

    def quiet(self, now: float) -> float:
        """Seconds since the rep was last heard, or since the turn began."""
        if self._began is not None:
            return 0.0
        last = self._said[-1][1] if self._said else self.since
        return max(0.0, now - max(last, self.since))

    def _lengths(self, now: float) -> list[float]:
        going_on = [] if self._began is None else [max(0.0, now - self._began)]
        return [end - start for start, end in self._said] + going_on
