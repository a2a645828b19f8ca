"""What to practise next, and why: one sentence, decided from the newest takes alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coach.faults import fault_name, what_to_do

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coach.tallies import DrillTally, FaultTally

RECENT = 60  # takes; what went wrong before them has been mended since
ENOUGH = 5  # takes of a drill, or of all; fewer say too little
APART = 0.2  # so much less often a drill is passed before it stands out
OFTEN = 0.1  # the share of takes from which on a fault is more than a slip


@dataclass(frozen=True, slots=True)
class Advice:
    """`drill` is the one to do, None for whichever; the sentence says why."""

    sentence: str
    drill: str | None = None


def what_next(drills: Sequence[DrillTally], faults: Sequence[FaultTally], titles: Mapping[str, str]) -> Advice:
    """Decide from the tallies of the newest takes; `titles` has every drill there is."""
    judged = sum(drill.judged for drill in drills)
    if judged < ENOUGH:
        missing = ENOUGH - judged
        return Advice(f"Do {missing} more take{'' if missing == 1 else 's'}. Fewer than {ENOUGH} say too little.")
    return (
        _weakest(drills, titles)
        or _most_frequent(judged, faults)
        or _untried(drills, titles)
        or _nothing(sum(drill.passed for drill in drills), judged)
    )


def _weakest(drills: Sequence[DrillTally], titles: Mapping[str, str]) -> Advice | None:
    known = [drill for drill in drills if drill.drill is not None and drill.judged >= ENOUGH]
    if not known:
        return None
    worst = min(known, key=lambda drill: drill.rate)
    best = max(known, key=lambda drill: drill.rate)
    if best.rate - worst.rate < APART:
        return None
    said = (
        f"{_title(worst, titles)}: you pass {worst.passed} of {worst.judged}. "
        f"{_title(best, titles)}: {best.passed} of {best.judged}."
    )
    return Advice(said, worst.drill)


def _most_frequent(judged: int, faults: Sequence[FaultTally]) -> Advice | None:
    if not faults or faults[0].takes < max(2, OFTEN * judged):
        return None
    first = faults[0]
    said = f"{fault_name(first)}: {first.takes} of your last {judged} takes. {what_to_do(first)}"
    return Advice(said.strip())


def _untried(drills: Sequence[DrillTally], titles: Mapping[str, str]) -> Advice | None:
    tried = {drill.drill for drill in drills}
    fresh = next((drill for drill in titles if drill not in tried), None)
    return None if fresh is None else Advice(f"{titles[fresh]}: you have not tried that one lately.", fresh)


def _nothing(passed: int, judged: int) -> Advice:
    return Advice(f"Nothing stands out: {passed} of your last {judged} takes pass. Keep it just so.")


def _title(drill: DrillTally, titles: Mapping[str, str]) -> str:
    return titles.get(drill.drill or "") or (drill.drill or "").replace("_", " ").capitalize()
