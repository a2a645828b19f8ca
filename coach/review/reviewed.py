"""A take with all that was said of it, as it leaves the house: in a parcel, a report, a table."""

from __future__ import annotations

from dataclasses import dataclass

from coach.review.review import WHOLE, Comment, Opinion, Review
from coach.take import Take
from coach.verdict import Result, Verdict


@dataclass(frozen=True, slots=True)
class Reviewed:
    """`reviews` are of one trainer each, the newest last; `comments` in order of their moments.

    `rejudged` is the verdict as the trainer's words make it, None where they are the machine's.
    """

    take: Take
    reviews: tuple[Review, ...] = ()
    comments: tuple[Comment, ...] = ()
    rejudged: Verdict | None = None

    @property
    def review(self) -> Review | None:
        """The newest word on it."""
        return max(self.reviews, key=lambda review: review.changed_at, default=None)

    @property
    def verdict(self) -> Verdict:
        """By the trainer's words where there are some, by the machine's else."""
        return self.rejudged or self.take.verdict

    @property
    def result(self) -> Result:
        """The trainer's where there is one."""
        said = self.opinion(WHOLE)
        return self.verdict.result if said is None else said.result

    def opinion(self, check: str) -> Opinion | None:
        return None if self.review is None else self.review.opinion(check)
