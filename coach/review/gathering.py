"""Takes with all that was said of them, gathered from the store as they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.review.reviewed import Reviewed
from coach.review.trainers_word import trainers_results, trainers_verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coach.bands import Bands
    from coach.review.reviews import Comments, Reviews
    from coach.take import Take


def gathered(takes: Iterable[Take], reviews: Reviews, comments: Comments, bands: Bands) -> Iterator[Reviewed]:
    """`bands` are for a close that only the trainer found. Raise `StoreError`."""
    for take in takes:
        review = next(iter(reviews.of(take.id)), None)
        verdict = trainers_verdict(take.verdict, review, bands)
        yield Reviewed(
            take,
            review,
            tuple(comments.of(take.id)),
            None if verdict is take.verdict else verdict,
            trainers_results(take.verdict, review, bands) if review else {},
        )
