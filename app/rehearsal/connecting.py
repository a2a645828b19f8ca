"""Makes the call of a take: draws its prospect, and another one where a recording cannot be read."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from app.rehearsal.call import Call
from app.rehearsal.scene_sounds import SceneSounds
from audio.errors import SoundFileError
from audio.speaker import Speaker
from coach.drills.draw import draw

if TYPE_CHECKING:
    from collections.abc import Callable

    from audio.ears import Ear
    from coach.bands import Bands
    from coach.drills.drill import Drill
    from coach.drills.repertoire import Repertoire

TRIES: Final = 8

log = logging.getLogger(__name__)


def connected(
    repertoire: Repertoire,
    bands: Bands,
    offer_words: int,
    output: str | None,
    ear: Callable[[], Ear],
    drill: Drill,
    seed: int,
) -> Call:
    """The same prospect for the same seed. Raise `SoundFileError` where none of those that were drawn can speak."""
    for further in range(TRIES):
        scene = draw(drill, repertoire, seed + further)
        try:
            sounds = SceneSounds(scene)
        except SoundFileError as error:
            log.info("another prospect is drawn: %s", error)
            fault = error
            continue
        return Call(scene, sounds, Speaker(output), ear, bands, offer_words)
    raise fault
