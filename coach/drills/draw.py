"""Draws a take's prospect from a drill: all that chance decides is decided here, by a seed."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from coach.drills.line import Line, spoken
from coach.drills.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.drills.drill import Drill, Span
    from coach.drills.line import SpokenLine
    from coach.drills.repertoire import Repertoire

BYE = "bye"  # the group of the prospect's own good-byes
CUT_IN_S = (2.0, 6.0)  # after the offer's first word
SLOW_S = 2.5  # who takes longer to answer is waited for


def draw(drill: Drill, repertoire: Repertoire, seed: int) -> Scene:
    """The prospect of one take; the same for the same seed. The drill is not a mixed one."""
    plan = drill.prospect
    if plan is None:
        raise ValueError(f"{drill.id} is a mixed drill: draw from one of its members")
    dice = _Dice(repertoire, seed)
    answer = dice.line(plan.answer)
    voice = dice.voice(answer)
    hello = dice.line(plan.hello)
    said = {
        "hello": hello,
        "hello_again": dice.line(plan.hello, but=hello),
        "answer": answer,
        "second": dice.line(plan.second),
        "reaction": dice.line(plan.reaction),
    }
    bye = dice.line((BYE,)) if dice.happens(plan.says_bye) else None
    cuts_in = dice.between(*CUT_IN_S) if dice.happens(plan.cuts_in) else None
    return Scene(
        drill=drill.id,
        picks_up=plan.picks_up,
        bye=_spoken(bye, voice),
        **{place: _spoken(line, voice) for place, line in said.items()},
        answers_after=dice.time(plan.answers_after),
        cuts_in_after=cuts_in,
        reaction_after=dice.time(plan.reaction_after),
        hangs_up=plan.hangs_up,
        hangs_up_after=dice.time(plan.hangs_up_after),
        slow=plan.answers_after.low >= SLOW_S,
    )


def _spoken(line: Line | None, voice: str) -> SpokenLine | None:
    return None if line is None else spoken(line, voice)


class _Dice:
    def __init__(self, repertoire: Repertoire, seed: int) -> None:
        self._lines = repertoire.lines
        self._random = Random(seed)  # noqa: S311 - for variety, not for secrets

    def line(self, groups: Sequence[str], but: Line | None = None) -> Line | None:
        """From one of the groups; another one than `but` if there is one."""
        if not groups:
            return None
        every = self._lines.get(self._random.choice(groups), ())
        others = [line for line in every if line != but] or every
        return self._random.choice(others) if others else None

    def voice(self, line: Line | None) -> str:
        return self._random.choice(sorted(line.voices())) if line else ""

    def time(self, span: Span) -> float:
        return self.between(span.low, span.high)

    def between(self, low: float, high: float) -> float:
        return round(self._random.uniform(low, high), 3)

    def happens(self, share: float) -> bool:
        return self._random.random() < share
