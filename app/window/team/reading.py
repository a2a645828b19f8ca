"""What the team view reads of the store, in any thread."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from coach.review.agreement import DECIDED, agreements
from coach.review.team import team
from coach.takes import EVERY, Wanted, start_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from app.window.team.desk import TeamDesk
    from coach.bands import Bands
    from coach.review.agreement import Agreement
    from coach.review.team import RepOverTime

WEEKS: Final = 12


@dataclass(frozen=True, slots=True)
class Seen:
    """`by_both` is how many takes a trainer and the machine both decided on, in one check at least.

    `colours` are the reps' by name.
    """

    reps: Sequence[RepOverTime]
    agreements: Sequence[Agreement]
    by_both: int
    bands: Bands
    colours: Mapping[str, str | None] = field(default_factory=dict)


def read(desk: TeamDesk, wanted: Wanted) -> Seen:
    """Raise `CoachError`."""
    said = desk.both.judged_by_both(wanted)
    both = {one.take for one in said if one.machine in DECIDED and one.trainer in DECIDED}
    colours = {rep.name: rep.colour for rep in desk.reps.all()}
    return Seen(team(desk.team, wanted, desk.today()), agreements(said), len(both), desk.bands(), colours)


def lately(today: date) -> Wanted:
    """The weeks of the period, this one among them."""
    monday = today - timedelta(days=today.weekday())
    return Wanted(since=start_of(monday - timedelta(weeks=WEEKS - 1)))


def period(today: date, *, every: bool) -> Wanted:
    return EVERY if every else lately(today)
