"""The trainer's word as it grows: an opinion more, an opinion less, words set by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coach.review.review import WHOLE, Opinion, Review

if TYPE_CHECKING:
    from datetime import datetime

    from coach.review.editing import Words
    from coach.verdict import Result, Verdict


def begun(own: Review | None, other: Review | None, take: str, by: str, at: datetime) -> Review:
    """The trainer's own word; where they have none yet, one that starts with the words that another trainer set."""
    if own is not None:
        return replace(own, changed_at=at)
    return Review(take, by, at, words=other.words if other is not None else None)


def said(review: Review, opinion: Opinion) -> Review:
    """In place of what was said of the same check."""
    return replace(review, opinions=(*(o for o in review.opinions if o.check != opinion.check), opinion))


def unsaid(review: Review, check: str) -> Review:
    return replace(review, opinions=tuple(o for o in review.opinions if o.check != check))


def set_by_hand(review: Review, words: Words, machine: Verdict) -> Review:
    """The machine's own words again are nothing that was set."""
    return replace(review, words=None if words == machine.utterances else words)


def empty(review: Review) -> bool:
    return review.words is None and not review.opinions


def machines_result(machine: Verdict, check: str) -> Result | None:
    """What there is to agree with; None where the machine made no such check."""
    if check == WHOLE:
        return machine.result
    return next((one.result for one in machine.checks if one.name == check), None)
