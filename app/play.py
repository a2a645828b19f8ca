"""Plays the kept sound of a take."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from audio.errors import MissingFile
from audio.files import read
from audio.playback import Playback
from audio.sound_folder import SoundFolder


def player(sounds: SoundFolder, output: Callable[[], str | None]) -> Callable[[str], Playback]:
    """What plays a sound by its key on the chosen output. Raises AudioError with a sentence where it cannot."""

    def play(key: str) -> Playback:
        path = sounds.path(key)
        if not path.exists():
            raise MissingFile("The sound of this take is no longer in its folder. Its numbers are still here.")
        with read(path) as recording:
            samples = np.concatenate([block.samples for block in recording])
            playing = Playback(samples, recording.rate_hz, output=output())
        playing.start()
        return playing

    return play
