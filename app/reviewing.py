"""The trainer's desk over the real store."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.sampled import sampled
from app.samples import model
from app.window.review.desk import ReviewDesk
from audio.playback import Playback
from audio.sound_folder import SoundFolder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.choices import Choices
    from app.folders import Folders
    from app.window.replay import Playing
    from audio.block import Samples
    from coach.bands import Bands
    from coach.store.opening import Store


def review_desk(kept: Folders, choices: Choices, bands: Bands, drills: Mapping[str, str], store: Store) -> ReviewDesk:
    """Whoever sits at this machine is the trainer."""

    def play(samples: Samples, rate_hz: int) -> Playing:
        playing = Playback(samples, rate_hz, output=choices.now.output_device)
        playing.start()
        return playing

    return ReviewDesk(
        takes=store.takes,
        rows=store.rows,
        reviews=store.reviews,
        comments=store.comments,
        sounds=SoundFolder(kept.sound),
        bands=bands,
        by=lambda: choices.now.rep,
        play=play,
        sampled=partial(sampled, bands=bands),
        model=lambda: model(choices.now.farewell, choices.now.sample_voice),
        drills=drills,
    )
