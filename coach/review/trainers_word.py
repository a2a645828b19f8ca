"""What a trainer said of a take, check by check and as a whole: agreed with, set by hand, or overruled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.closing import overall
from coach.review.rejudging import bands_of, rejudged
from coach.review.review import WHOLE
from coach.tone import TONE_CHECKS
from coach.verdict import Result

if TYPE_CHECKING:
    from coach.bands import Bands
    from coach.review.review import Review
    from coach.verdict import Verdict


def trainers_verdict(verdict: Verdict, review: Review | None, otherwise: Bands) -> Verdict:
    """The machine's verdict, by the trainer's words where they set some, against the limits that the take had."""
    if review is None or review.words is None:
        return verdict
    return rejudged(verdict, review.words, bands_of(verdict, otherwise))


def trainers_results(verdict: Verdict, review: Review, otherwise: Bands) -> dict[str, Result]:
    """By check, and under `WHOLE`, all that the trainer has a word on; empty where they only looked.

    Who agrees with the whole agrees with every check that they did not overrule. Who sets words by hand says by it
    what the checks are. Without a word on the whole it is what the checks make of it.
    """
    whole = review.opinion(WHOLE)
    agreed = whole is not None and whole.result is verdict.result
    said: dict[str, Result] = {}
    if agreed or review.words is not None:
        by_hand = trainers_verdict(verdict, review, otherwise)
        said = {check.name: check.result for check in by_hand.checks if check.name not in TONE_CHECKS}
        if review.words is not None:
            said[WHOLE] = by_hand.result
    said |= {one.check: one.result for one in review.opinions if one.check != WHOLE}
    if whole is not None:
        said[WHOLE] = whole.result
    elif any(one.check not in TONE_CHECKS for one in review.opinions):
        said[WHOLE] = _of_the_checks(verdict, said)
    return said


def _of_the_checks(verdict: Verdict, said: dict[str, Result]) -> Result:
    machines = {check.name: check.result for check in verdict.checks}
    return overall(result for name, result in {**machines, **said}.items() if name not in {*TONE_CHECKS, WHOLE})
