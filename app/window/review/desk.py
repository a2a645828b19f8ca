"""What the Review page works with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.sampled import Sampled
    from app.samples import Sample
    from app.window.replay import Playing
    from audio.block import Samples
    from audio.sound_folder import SoundFolder
    from coach.bands import Bands
    from coach.review.reviews import Comments, Reviews
    from coach.review.rows import Rows
    from coach.takes import Takes


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class ReviewDesk:
    """All but `play` may be asked in any thread, and may raise a `CoachError` or an `AudioError`.

    `by` names the trainer; `drills` has the title of every drill. `play` begins to play mono samples of a rate,
    `sampled` composes a sample and measures it, `model` is the one that a take is compared with.
    """

    takes: Takes
    rows: Rows
    reviews: Reviews
    comments: Comments
    sounds: SoundFolder
    bands: Bands
    by: Callable[[], str]
    play: Callable[[Samples, int], Playing]
    sampled: Callable[[Sample], Sampled]
    model: Callable[[], Sample]
    drills: Mapping[str, str] = field(default_factory=dict)
    now: Callable[[], datetime] = _now
