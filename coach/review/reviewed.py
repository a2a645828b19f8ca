"""A take with all that was said of it, as it leaves the house: in a parcel, a report, a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from coach.review.review import WHOLE, Comment, Opinion, Review
from coach.take import Take
from coach.verdict import Result, Verdict


@dataclass(frozen=True, slots=True)
class Reviewed:
    """`review` is the newest word on it, `comments` are in order of their moments.

    `rejudged` is the verdict as the trainer's words make it, None where they are the machine's; `results` is what the
    trainer says by check, and under `WHOLE`; empty where nobody has a word on it.
    """

    take: Take
    review: Review | None = None
    comments: tuple[Comment, ...] = ()
    rejudged: Verdict | None = None
    results: Mapping[str, Result] = field(default_factory=dict)

    @property
    def verdict(self) -> Verdict:
        """By the trainer's words where there are some, by the machine's else."""
        return self.rejudged or self.take.verdict

    @property
    def result(self) -> Result:
        """The trainer's where there is one."""
        return self.results.get(WHOLE, self.verdict.result)

    def opinion(self, check: str) -> Opinion | None:
        return None if self.review is None else self.review.opinion(check)

    def reason(self, check: str) -> str:
        """Why the trainer says so."""
        opinion = self.opinion(check)
        return "" if opinion is None else opinion.reason
