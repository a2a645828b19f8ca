"""The offer as it was read: how fast, how long, and the silence after the question."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from coach.drills.encounter import Encounter
from coach.verdict import OfferReading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audio.segment import Segment

CUT_OFF_S = 0.3  # an answer that comes sooner came into the offer
LEFT_OFF_S = 1.5  # quiet that is longer than any within an offer
FASTEST_WPM = 420.0  # who took less time left some of it out
MOST_OF_IT = 0.7
USUAL_WPM = 200.0


def reading(said: Sequence[Segment], encounter: Encounter, answered_at: float | None) -> OfferReading | None:
    """`said` is the rep's speech before the answer, in order; None where there is none."""
    if not said:
        return None
    words = encounter.offer_words
    count = _until_left_off(said, encounter)
    offer, again = said[:count], said[count:]
    start, end = offer[0].start, offer[-1].end
    next_heard = again[0].start if again else answered_at
    cut_off = answered_at is not None and not again and answered_at - end < CUT_OFF_S
    waited = None if next_heard is None or cut_off else next_heard - end
    pace = words / (end - start) * 60 if words and end > start else None
    whole = pace is not None and pace <= FASTEST_WPM and not cut_off and answered_at is not None
    return OfferReading(start, end, words, pace if whole else None, waited, bool(again))


def _until_left_off(said: Sequence[Segment], encounter: Encounter) -> int:
    """How many pieces are the offer; what follows was said into the silence after it."""
    by_key = encounter.offer_ended if encounter.offer_ended_by_key else None
    for number, (piece, following) in enumerate(pairwise(said), 1):
        if by_key is not None:
            if following.start > by_key:
                return number
        elif piece.gap_to(following) >= LEFT_OFF_S and _most_of_it(said[:number], encounter.offer_words):
            return number
    return len(said)


def _most_of_it(said: Sequence[Segment], words: int) -> bool:
    return sum(piece.duration for piece in said) >= MOST_OF_IT * words / USUAL_WPM * 60
