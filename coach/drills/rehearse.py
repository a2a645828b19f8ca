"""A rehearsal: the prospect listens along, acts, and the take is judged by its drill once the sound has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audio.segment import Heard
    from coach.bands import Bands
    from coach.drills.events import Act
    from coach.drills.prospect import Prospect
    from coach.stage import Stage
    from coach.verdict import Verdict


def rehearse(heard: Iterable[Heard], prospect: Prospect, bands: Bands) -> Iterator[Stage | Act | Verdict]:
    """Like `coach.judge.judge`, with the prospect's acts between the stages; one verdict, last."""
    raise NotImplementedError
