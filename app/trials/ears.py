"""The ears: a line of the prospect's is played, and what of it comes back through the microphone is measured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import soxr

from app.trials.memory import Memory, at_16_khz, for_seconds
from app.trials.noises import words_beside
from app.trials.room import Heard
from audio.block import Block
from audio.compose import compose
from audio.ears import best_ear
from audio.frames import RATE
from audio.leak import leak
from audio.listen import listen
from audio.segment import SegmentHeard
from audio.words import find, load
from coach.setup.measured import Ears

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.window.replay import Playing
    from audio.block import Samples

BEFORE_S: Final = 0.8  # of the room, and the key that was pressed to begin
AFTER_S: Final = 0.8  # what is still on its way
PATIENCE_S: Final = 5.0  # for an output that never says that it is done
LOUD_DBFS: Final = -20.0  # as loud as the other side of a call

VOICE: Final = "bm_george"
LINE: Final = ((0.1, "understand"), (0.5, "noproblem"), (0.5, "goodday"))


def line() -> Samples:
    """What the prospect says, mono at 16 kHz."""
    words = [(gap, load(find(VOICE, name))) for gap, name in LINE]
    rate_hz = words[0][1][1]
    laid = compose([(gap, sound) for gap, (sound, _) in words], rate_hz, tail_s=0.1, noise_dbfs=None)
    spoken = soxr.resample(laid.samples, rate_hz, RATE)
    louder = 10 ** (LOUD_DBFS / 20) / float(np.sqrt(np.mean(np.square(spoken, dtype=np.float64))))
    return np.asarray(np.clip(spoken * louder, -1.0, 1.0), np.float32)


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
