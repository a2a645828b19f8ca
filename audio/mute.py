"""Perfect zeros: what a muted microphone, or one that the system keeps from us, delivers instead of an error."""

from __future__ import annotations

from audio.block import Block
from audio.errors import MicrophoneMuted

MUTED_S = 1.5


class MuteWatch:
    """Tells perfect zeros from a quiet room, whose last bit is never still.

    Muted is a state and no end: the microphone may come back with the next block. Between the words of a
    microphone with a noise gate there are zeros too, so a take is not broken off for them.
    """

    def __init__(self) -> None:
        self.ever_heard = False
        self.zeros_s = 0.0

    def hear(self, block: Block) -> None:
        if block.samples.any():
            self.ever_heard = True
            self.zeros_s = 0.0
        else:
            self.zeros_s += len(block.samples) / block.rate_hz

    @property
    def muted(self) -> bool:
        return self.zeros_s >= MUTED_S


def muted(name: str) -> MicrophoneMuted:
    return MicrophoneMuted(
        f"The microphone “{name}” is there but sends perfect silence: it is muted, or the system keeps it from this "
        "program. Unmute it, or allow the microphone in the system's privacy settings; it will be heard at once."
    )
