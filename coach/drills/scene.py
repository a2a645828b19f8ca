"""One take's prospect: which lines, in which voice, how soon; drawn from a drill by a seed, and fixed from then on."""

from __future__ import annotations

from dataclasses import dataclass

from coach.drills.drill import HangsUp
from coach.drills.line import SpokenLine


@dataclass(frozen=True, slots=True)
class Scene:
    """All that chance decides. Lines are None where this prospect does not say such a thing; times in seconds.

    `answers_after` counts from the end of the offer, `cuts_in_after` from its beginning, `reaction_after` and
    `hangs_up_after` from the moment their drill names. `slow` says that the rep has to wait for the answer.
    """

    drill: str
    picks_up: bool
    hello: SpokenLine | None
    hello_again: SpokenLine | None
    answer: SpokenLine | None
    second: SpokenLine | None
    reaction: SpokenLine | None
    bye: SpokenLine | None
    answers_after: float
    cuts_in_after: float | None
    reaction_after: float
    hangs_up: HangsUp
    hangs_up_after: float
    slow: bool = False
