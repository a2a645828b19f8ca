"""Voice activity: is there a voice in this frame."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from audio.block import Samples
from audio.frames import RATE


class Vad(Protocol):
    """Voice activity, frame by frame; stateful, so one for each recording."""

    def __call__(self, frames: Samples) -> list[bool]:
        """One answer for each row of `frames`, shape (n, FRAME)."""
        ...


class WebRtcVad:
    """The detector of WebRTC (webrtcvad-wheels).

    Mode 3 keeps 94 % of word frames at 10 dB SNR and takes a third of the noise for speech (mode 2: 96 % and half):
    it is a witness here, never the judge of where a word ends. Below some -34 dBFS it goes deaf, so it hears all sound
    12 dB louder; what clips by that is still voice to it.
    """

    GAIN = np.float32(4.0)

    def __init__(self, mode: int = 3) -> None:
        import webrtcvad  # noqa: PLC0415 - a C extension that the command's --help does not need

        self._vad = webrtcvad.Vad(mode)

    def __call__(self, frames: Samples) -> list[bool]:
        pcm = np.clip(np.rint(frames * (self.GAIN * 32768.0)), -32768, 32767).astype("<i2").tobytes()
        width = 2 * frames.shape[1]
        is_speech = self._vad.is_speech
        return [is_speech(pcm[i : i + width], RATE) for i in range(0, len(pcm), width)]
