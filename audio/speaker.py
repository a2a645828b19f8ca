"""An output that stays open during a call: silent until it is given a sound, and it knows when each was heard."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import soxr

from audio import portaudio
from audio.block import Samples
from audio.devices import Device
from audio.errors import OutputError
from audio.output import open_output

RATE_HZ = 24_000  # of the shipped voices
LATENCY_S = 0.1
MOST_LATENCY_S = 1.0  # what a driver claims beyond that is not believed
STALLED_S = 1.5

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Played:
    """One sound given to a speaker; `began` and `ended` are moments of `time.monotonic()`, as it is heard."""

    _sound: Samples = field(repr=False)
    began: float | None = None
    ended: float | None = None
    _taken: int = 0

    def fill(self, room: Samples, heard_at: float, rate_hz: int) -> None:
        """Put its next part into `room`, whose first sample is heard at that moment."""
        if self.began is None:
            self.began = heard_at
        piece = self._sound[self._taken : self._taken + len(room)]
        room[: len(piece)] = piece[:, None]
        self._taken += len(piece)
        if self._taken == len(self._sound):
            self.ended = heard_at + len(piece) / rate_hz


class Speaker:
    """`open`, then `play` one sound after the other. `fault` says why nothing more is heard, None while all is well.

    Only PortAudio's thread writes what was heard; whoever plays asks for it as often as it likes.
    """

    def __init__(self, output: str | None = None) -> None:
        self.name = output or ""
        self._wanted = output
        self._rate_hz = RATE_HZ
        self._stream: Any = None
        self._playing: Played | None = None
        self._asked_at = 0.0  # when PortAudio last wanted sound
        self._gone = False

    def open(self) -> None:
        """Raise OutputError where nothing can be played."""
        self._gone = False
        self._asked_at = time.monotonic()
        self._stream = open_output(self._wanted, RATE_HZ, 1, self._start, "start again")

    def close(self) -> None:
        stream, self._stream = self._stream, None
        if stream is not None:
            portaudio.close_stream(stream)

    def play(self, samples: Samples, rate_hz: int) -> Played:
        """Mono samples, from now on; what was playing is over."""
        self.stop()
        sound = samples if rate_hz == self._rate_hz else soxr.resample(samples, rate_hz, self._rate_hz)
        self._playing = Played(np.asarray(sound, np.float32))
        return self._playing

    def stop(self) -> None:
        """What plays is broken off; what the device already holds of it is still heard."""
        playing, self._playing = self._playing, None
        if playing is not None and playing.ended is None:
            playing.ended = time.monotonic()

    @property
    def fault(self) -> OutputError | None:
        if self._stream is None:
            return None
        if self._gone or time.monotonic() - self._asked_at > STALLED_S:
            return OutputError(
                f"“{self.name}” went away, and the prospect cannot be heard any more. Your own sound is safe. Plug in "
                "headphones or speakers, then try again."
            )
        return None

    def _start(self, device: Device, rate_hz: int, channels: int) -> Any:  # noqa: ANN401
        self.name, self._rate_hz = device.name, rate_hz

        def on_room(out: Any, frames: int, times: Any, _status: Any) -> None:  # noqa: ANN401
            self._asked_at = time.monotonic()
            room = np.zeros((frames, channels), np.float32)
            if (playing := self._playing) is not None and playing.ended is None:
                playing.fill(room, self._asked_at + _delay(times), rate_hz)
            out[:] = room.tobytes()

        return portaudio.open_stream(
            "RawOutputStream",
            device=device.index,
            samplerate=rate_hz,
            channels=channels,
            dtype="float32",
            latency=LATENCY_S,
            callback=on_room,
            finished_callback=self._on_finished,
        )

    def _on_finished(self) -> None:
        self._gone = True


def _delay(times: Any) -> float:  # noqa: ANN401
    """How long until what is handed over now is heard, by the driver's account."""
    if not times.outputBufferDacTime:
        return LATENCY_S
    return min(max(float(times.outputBufferDacTime - times.currentTime), 0.0), MOST_LATENCY_S)
