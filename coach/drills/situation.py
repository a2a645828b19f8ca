"""How a call stands at one moment, as the prospect sees it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from coach.drills.line import Meaning

if TYPE_CHECKING:
    from coach.drills.encounter import Encounter
    from coach.drills.rep_voice import RepVoice
    from coach.drills.scene import Scene
    from coach.stage import Stage

ANSWERS = frozenset(
    {
        Meaning.NO,
        Meaning.NEVER,
        Meaning.VAGUE,
        Meaning.QUESTION,
        Meaning.YES,
        Meaning.GATEKEEPER,
        Meaning.MESSAGE,
    }
)


class State(Enum):
    CALLING = auto()  # nobody has picked up
    LISTENING = auto()  # to the offer
    ANSWERED = auto()
    GONE = auto()  # hung up
    OVER = auto()


@dataclass(frozen=True, slots=True)
class Situation:
    """`stage` is the rep's since `answer`, the last they gave; `voice` is the rep's since they last said anything."""

    now: float
    state: State
    scene: Scene
    offer_words: int
    answer: Meaning | None
    voice: RepVoice
    stage: Stage
    encounter: Encounter

    @property
    def quiet(self) -> float:
        return self.voice.quiet(self.now)

    @property
    def turn(self) -> float:
        """Seconds since the prospect last spoke."""
        return self.now - self.voice.since

    def times(self, kind: str) -> int:
        """How often such a line, or tone, was played."""
        return sum(line.kind == kind for line in self.encounter.lines)
