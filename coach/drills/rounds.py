"""A round: takes of one drill or of a mixed one, so many or for so long, and a short summary of them. No clock."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from coach.drills.sentences import EVERY_FAULT
from coach.sentences import worst
from coach.verdict import Result

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.drills.drill import Drill
    from coach.verdict import Verdict

NOT_SOON = 4  # so many other drills come before the same one again, where there are as many


@dataclass(frozen=True, slots=True)
class Wish:
    """So many takes, or as many as begin within so many seconds; neither is a round without end."""

    takes: int | None = None
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """`usual_fault` is the headline that came most often; `streak` the clean takes at the end, without a fault between.

    What was unsure or not measured neither adds to a streak nor ends it. `says` is the whole of it in a sentence or
    two, `next_drill` the id of what to drill next, None for the same round once more, and `because` why.
    """

    takes: int
    passed: int
    unsure: int
    not_measured: int
    usual_fault: str | None
    usual_fault_times: int
    streak: int
    longest_streak: int
    next_drill: str | None
    because: str
    says: str


class Round:
    """`next_drill` before each take, `note` after it; `members` are the drills that the chosen one draws from."""

    def __init__(self, members: Sequence[Drill], wish: Wish, seed: int) -> None:
        if not members:
            raise ValueError("a round needs a drill")
        self._members = tuple(members)
        self._wish = wish
        self._random = Random(seed)  # noqa: S311 - for variety, not for secrets
        self._bag: list[Drill] = []
        self._recent: deque[str] = deque(maxlen=min(NOT_SOON, len(members) - 1))
        self._noted: list[tuple[Drill, Verdict]] = []

    @property
    def number(self) -> int:
        """Of the take that goes on or comes next, from 1."""
        return len(self._noted) + 1

    def draw_seed(self) -> int:
        """For the prospect of the next take; another one each time."""
        return self._random.getrandbits(32)

    def next_drill(self, elapsed_s: float = 0.0) -> Drill | None:
        """The next take's drill, never a mixed one; None when the round is over."""
        wish = self._wish
        if wish.takes is not None and len(self._noted) >= wish.takes:
            return None
        if wish.seconds is not None and elapsed_s >= wish.seconds:
            return None
        return self._drawn()

    def note(self, drill: Drill, verdict: Verdict) -> None:
        self._noted.append((drill, verdict))

    def _drawn(self) -> Drill:
        """Each once before any comes again, as far as that keeps the same one apart."""
        if all(drill.id in self._recent for drill in self._bag):
            fresh = [drill for drill in self._members if drill not in self._bag]
            self._random.shuffle(fresh)
            self._bag += fresh
        chosen = next(drill for drill in self._bag if drill.id not in self._recent)
        self._bag.remove(chosen)
        self._recent.append(chosen.id)
        return chosen

    def summary(self) -> Summary:
        counted = Counter(verdict.result for _, verdict in self._noted)
        fault, times = _usual_fault([verdict for _, verdict in self._noted])
        streaks = _streaks([verdict.result for _, verdict in self._noted])
        chosen, because = self._what_next()
        return Summary(
            takes=len(self._noted),
            passed=counted[Result.PASS],
            unsure=counted[Result.UNSURE],
            not_measured=counted[Result.NOT_MEASURED],
            usual_fault=fault,
            usual_fault_times=times,
            streak=streaks[-1],
            longest_streak=max(streaks),
            next_drill=chosen,
            because=because,
            says=_said(counted, len(self._noted), fault, times, streaks[-1]),
        )

    def _what_next(self) -> tuple[str | None, str]:
        judged = [(drill, v.result) for drill, v in self._noted if v.result in {Result.PASS, Result.FAIL}]
        failed = Counter(drill.id for drill, result in judged if result is Result.FAIL)
        if not failed:
            return None, "Nothing went wrong. Once more on another day keeps it so." if judged else ""
        takes = Counter(drill.id for drill, _ in judged)
        weakest = max(failed, key=lambda drill_id: (failed[drill_id] / takes[drill_id], failed[drill_id]))
        title = next(drill.title for drill, _ in judged if drill.id == weakest)
        right = takes[weakest] - failed[weakest]
        return weakest, f"{title}: {right or 'none'} of {takes[weakest]} as wanted."


def _usual_fault(verdicts: Sequence[Verdict]) -> tuple[str | None, int]:
    """The headline of the fault that came most often, in its latest words; of equals the latest."""
    headlines: dict[tuple[str, str], str] = {}
    times: Counter[tuple[str, str]] = Counter()
    for verdict in verdicts:
        fault = worst(verdict.checks, EVERY_FAULT) if verdict.result is Result.FAIL else None
        if fault is not None:
            key = (fault.name, fault.word)
            headlines.pop(key, None)
            headlines[key] = verdict.headline
            times[key] += 1
    if not times:
        return None, 0
    usual = max(reversed(headlines), key=lambda key: times[key])
    return headlines[usual], times[usual]


def _streaks(results: Sequence[Result]) -> list[int]:
    """How many clean takes there were in a row, at each moment between faults; the last is that of now."""
    streaks = [0]
    for result in results:
        if result is Result.PASS:
            streaks[-1] += 1
        elif result is Result.FAIL:
            streaks.append(0)
    return streaks


def _said(counted: Counter[Result], takes: int, fault: str | None, times: int, streak: int) -> str:
    if not takes:
        return "No take was made."
    parts = [f"{counted[Result.PASS] or 'None'} of {takes} as wanted."]
    if counted[Result.NOT_MEASURED]:
        parts.append(f"{counted[Result.NOT_MEASURED]} could not be measured.")
    if fault is not None:
        parts.append(f"Most often: {fault.removesuffix('.')} ({'once' if times == 1 else f'{times} times'}).")
    if streak > 1 and counted[Result.FAIL]:
        parts.append(f"The last {streak} were clean.")
    return " ".join(parts)
