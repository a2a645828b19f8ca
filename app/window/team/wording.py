"""Numbers of the team in words, for the eye and for who hears the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from app.widgets.plot_words import day_name
from app.widgets.wording import CHECKS, seconds
from coach.faults import fault_name
from coach.review.review import WHOLE
from coach.verdict import Result

if TYPE_CHECKING:
    from coach.progress import Spread
    from coach.review.agreement import Agreement
    from coach.review.team import RepOverTime, Stretch
    from coach.review.what_if import WhatIf

Gap = Literal["pause", "silence"]

NONE: Final = "–"
_SHORT: Final = {
    "pause": "Pause",
    "silence": "Silence",
    "ok": "Length of “Ok”",
    "farewell": "Length of “Good-bye”",
    "answer_time": "Answer time",
    WHOLE: "Whole take",
}
_TO: Final = {
    Result.FAIL: "to fail",
    Result.PASS: "to pass",
    Result.UNSURE: "to unsure",
    Result.NOT_MEASURED: "to not measured",
}


def many(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def rate(of: Stretch) -> str:
    return NONE if of.rate is None else f"{100 * of.rate:.0f} %"


def gap(of: Stretch, which: Gap) -> Spread | None:
    return of.pause if which == "pause" else of.silence


def middle(of: Stretch, which: Gap) -> str:
    spread = gap(of, which)
    return NONE if spread is None else seconds(spread.middle)


def spread_told(of: Stretch, which: Gap) -> str:
    """The middle half of the takes."""
    spread = gap(of, which)
    return "not measured" if spread is None else f"half of them from {seconds(spread.low)} to {seconds(spread.high)}"


def usual_fault(rep: RepOverTime) -> str:
    return NONE if rep.usual_fault is None else fault_name(rep.usual_fault)


def a_week(rep: RepOverTime) -> str:
    """A few takes in many weeks are less than one a week, and not none."""
    return f"{rep.takes_a_week:.0f}" if rep.takes_a_week >= 1 else f"{rep.takes_a_week:.1f}"


def weeks_told(rep: RepOverTime) -> str:
    """ "9 Nov: 80 %, 16 Nov: no takes"."""
    weeks = ((day_name(week.monday), rate(week.of), week.of.takes) for week in rep.weeks)
    return ", ".join(f"{day}: {'no takes' if not takes else share}" for day, share, takes in weeks)


def rep_told(rep: RepOverTime, which: Gap) -> str:
    """The whole row."""
    fault = "" if rep.usual_fault is None else f" Usual fault: {usual_fault(rep)}."
    return (
        f"{rep.rep}: {rate(rep.whole)} clean closes in {many(rep.whole.takes, 'take')}. "
        f"{which.capitalize()}: {middle(rep.whole, which)}, {spread_told(rep.whole, which)}.{fault} "
        f"{a_week(rep)} takes a week."
    )


def check(name: str) -> str:
    return _SHORT.get(name) or CHECKS.get(name) or name.replace("_", " ").capitalize()


def kappa(of: Agreement) -> str:
    return NONE if of.kappa is None else f"{of.kappa:.2f}"


def agreement_told(of: Agreement) -> str:
    """Its row, and what kappa does not say: where the machine left it open."""
    settled = f" {many(len(of.settled), 'take')} that the machine left open." if of.settled else ""
    agreed = f"agreement beyond chance {kappa(of)}" if of.kappa is not None else "too one-sided for a kappa"
    return f"{check(of.check)}: {agreed}, {len(of.disagreed)} of {of.judged} judged otherwise.{settled}"


def changes_told(found: WhatIf) -> str:
    """ "34 of 2,184 past verdicts would change: 29 to fail, 5 to pass."."""
    of = many(found.takes, "past verdict")
    if not found.changes:
        return "There are no past verdicts here." if not found.takes else f"None of {of} would change."
    parts = [f"{found.to(result):,} {words}" for result, words in _TO.items() if found.to(result)]
    return f"{len(found.changes):,} of {of} would change: {', '.join(parts)}."
