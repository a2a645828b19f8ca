"""Sound out: one stretch of samples, which can be stopped and asked how far it is."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import soxr

from audio import portaudio
from audio.block import Samples
from audio.devices import Device
from audio.errors import OutputError
from audio.output import open_output

LATENCY_S = 0.15  # nobody waits for an echo: better late than with gaps
STALLED_S = 2.0

log = logging.getLogger(__name__)


class Playback:
    """Plays from `start()` to the end or to `stop()`.

    `samples` has shape (frames,) or (frames, channels). `on_finished` is called once, from another thread, when it is
    over for any reason but `stop()`: all was played, or the output went away, and then `fault` says so.
    """

    def __init__(
        self, samples: Samples, rate_hz: int, on_finished: Callable[[], None] = lambda: None, output: str | None = None
    ) -> None:
        self._samples = samples.reshape(len(samples), -1)
        self._rate_hz = rate_hz
        self._duration_s = len(samples) / rate_hz
        self._on_finished = on_finished
        self._output = output
        self.fault: OutputError | None = None
        self._played = 0
        self._whole = False
        self._began: float | None = None
        self._stopped = False
        self._over = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def position_s(self) -> float:
        """Seconds of the sound that have been heard; smooth enough to move a cursor by."""
        if self._began is None:
            return 0.0
        return min(max(0.0, time.monotonic() - self._began), self._played / self._rate_hz, self._duration_s)

    @property
    def playing(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def start(self) -> None:
        """Returns at once. Raises OutputError where nothing can be played."""
        stream = self._open()
        self._thread = threading.Thread(target=self._wait, args=(stream,), name="playback", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Silent from now on, and the output is free."""
        self._stopped = True
        self._over.set()
        if self._thread is not None:
            self._thread.join(portaudio.PATIENCE_S)

    def _open(self) -> Any:  # noqa: ANN401
        return open_output(self._output, self._rate_hz, self._samples.shape[1], self._stream)

    def _stream(self, device: Device, rate: int, channels: int) -> Any:  # noqa: ANN401
        sound = self._samples if rate == self._rate_hz else soxr.resample(self._samples, self._rate_hz, rate)
        if channels != sound.shape[1]:
            sound = np.repeat(sound.mean(axis=1, keepdims=True), channels, axis=1)
        with portaudio.portaudio() as sd:
            over = sd.CallbackStop
        # PortAudio drops what the device still holds when the callback has nothing more: let that be silence.
        tail = np.zeros((round(2 * LATENCY_S * rate), channels))
        feed = Feed(np.concatenate((sound, tail), dtype=np.float32))

        def on_room(out: Any, frames: int, times: Any, _status: Any) -> None:  # noqa: ANN401
            if self._began is None:
                delay = times.outputBufferDacTime - times.currentTime if times.outputBufferDacTime else 0.0
                self._began = time.monotonic() + min(max(delay, 0.0), 1.0)
            finished = feed.fill(out, frames)
            self._played = round(feed.taken * self._rate_hz / rate)
            if finished:
                self._whole = True
                raise over

        return portaudio.open_stream(
            "RawOutputStream",
            device=device.index,
            samplerate=rate,
            channels=channels,
            dtype="float32",
            latency=LATENCY_S,
            callback=on_room,
            finished_callback=self._over.set,
        )

    def _wait(self, stream: Any) -> None:  # noqa: ANN401
        played = -1
        while not self._over.wait(STALLED_S) and self._played > played:
            played = self._played
        portaudio.close_stream(stream)
        if not self._stopped:
            self.fault = None if self._whole else _went_away()
            try:
                self._on_finished()
            except Exception:
                log.exception("what should follow the playback failed")


def _went_away() -> OutputError:
    return OutputError(
        "The sound broke off: what it was played on went away. The recording is safe. Plug in headphones or speakers, "
        "then play it again."
    )


class Feed:
    """Hands the sound out in pieces of any size, silence after its end."""

    def __init__(self, sound: Samples) -> None:
        self._sound = sound
        self.taken = 0

    def fill(self, out: Any, frames: int) -> bool:  # noqa: ANN401
        """Fill PortAudio's buffer; true when nothing is left."""
        piece = self._sound[self.taken : self.taken + frames].tobytes()
        out[: len(piece)] = piece
        out[len(piece) :] = bytes(len(out) - len(piece))
        self.taken = min(self.taken + frames, len(self._sound))
        return self.taken == len(self._sound)
