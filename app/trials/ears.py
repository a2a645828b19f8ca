"""The ears: a line of the prospect's is played, and what of it comes back through the microphone is measured."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Final

import numpy as np
import soxr

import assets
from app.trials.memory import Memory, at_16_khz, for_seconds
from app.trials.noises import words_beside
from app.trials.room import Heard
from audio.block import Block
from audio.compose import compose
from audio.ears import best_ear
from audio.frames import RATE
from audio.leak import leak
from audio.lines import load
from audio.listen import listen
from audio.segment import SegmentHeard
from coach.setup.measured import Ears

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.window.replay import Playing
    from audio.block import Samples

BEFORE_S: Final = 0.8  # of the room, and the key that was pressed to begin
AFTER_S: Final = 0.8  # what is still on its way
PATIENCE_S: Final = 5.0  # for an output that never says that it is done

VOICE: Final = "bm_george"
LINE: Final = ("objection_3.ogg", "objection_5.ogg")  # "We tried that before …", "We're happy with what we have."
APART_S: Final = 0.4


def line() -> Samples:
    """What the prospect says, mono at 16 kHz, as loud as in a drill."""
    spoken = [load(files(assets) / "voices" / VOICE / name) for name in LINE]
    rate_hz = spoken[0][1]
    laid = compose([(APART_S, sound) for sound, _ in spoken], rate_hz, tail_s=0.1, noise_dbfs=None)
    return np.asarray(soxr.resample(laid.samples, rate_hz, RATE), np.float32)


def ears(
    blocks: Iterator[Block], play: Callable[[Samples, int], Playing], voice_dbfs: float | None
) -> Iterator[Heard | Ears]:
    """Raise `OutputError` where nothing can be played."""
    spoken, memory = line(), Memory()
    for _ in memory.keep(for_seconds(blocks, BEFORE_S)):
        pass
    playing = play(spoken, RATE)
    try:
        long_s = len(spoken) / RATE
        heard_s = 0.0
        for block in memory.keep(for_seconds(blocks, long_s + PATIENCE_S)):
            heard_s += len(block.samples) / block.rate_hz
            yield Heard(min(1.0, playing.position_s / long_s))
            if not playing.playing and heard_s > 0:
                break
    finally:
        playing.stop()
    for _ in memory.keep(for_seconds(blocks, AFTER_S)):
        pass
    yield _measured(spoken, at_16_khz(memory.sound), voice_dbfs)


def _measured(spoken: Samples, heard: Samples, voice_dbfs: float | None) -> Ears:
    found = leak(spoken, heard)
    if found is None:
        return Ears(None)
    back = heard[round(found.delay_s * RATE) :]
    events = listen([Block(back[:, None], RATE)], best_ear())
    words = [event.segment for event in events if isinstance(event, SegmentHeard)]
    return Ears(found.over_room_db, words_beside(words, voice_dbfs))
