"""What the prospect said and did in one take, and the keys the rep pressed, on the clock of the take's sound."""

from __future__ import annotations

from dataclasses import dataclass

from coach.verdict import ProspectLine

CLOCK_ERROR_S = 0.05  # how well the moment is known at which what was played was heard


@dataclass(frozen=True, slots=True)
class Encounter:
    """Everything but the rep's voice that a judgement needs. Times in seconds, None where it did not happen.

    `lines` has what was really played, tones too, in order. `offer_ended` is when the prospect took the offer to be
    over, or the key that said so. `over` is set where the take ended by itself: the drill was done, or they hung
    up. `failed` is the sentence of why a line could not be played. `nobody` says that the drill is one in which nobody
    picks up, `slow` one in which the answer is to be waited for.
    """

    drill: str
    lines: tuple[ProspectLine, ...] = ()
    offer_ended: float | None = None
    offer_ended_by_key: bool = False
    rep_hung_up: float | None = None
    they_hung_up: float | None = None
    over: float | None = None
    failed: str | None = None
    nobody: bool = False
    slow: bool = False
    offer_words: int = 0
    clock_error: float = CLOCK_ERROR_S
