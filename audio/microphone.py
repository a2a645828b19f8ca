"""A microphone as a source of blocks, with every fault of it as a sentence."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Generator, Iterator
from queue import Empty, SimpleQueue
from statistics import median
from typing import Any, NamedTuple

import numpy as np

from audio import portaudio
from audio.block import Block
from audio.devices import Device, find_input, settings_to_try
from audio.errors import MicrophoneError, MicrophoneLost, MicrophoneRefused, MicrophoneStalled, MicrophoneStoodStill
from audio.standstill import StandstillWatch, clock

CALLBACKS_PER_S = 100
CALLBACKS_PER_BLOCK = 2  # one would cost twice the work, and the stage would be no faster
STALL_S = 1.0
FULL_SCALE = 32_768  # of int16: a FLAC copy of what was captured is exact to the bit


class Captured(NamedTuple):
    """What the callback knows of a block; `age` is how long ago its first sample was sound, by the driver's account."""

    sound: bytes
    overflowed: bool
    arrived: float
    age: float
    clock: float = 0.0  # the same moment on a clock that goes on in sleep


class Microphone:
    """Iterate to hear; `stop()` from any thread ends the iteration, a fault raises a MicrophoneError.

    Perfect zeros do not end it: a muted microphone comes back, and one with a noise gate is silent between
    words. `MuteWatch` names them.
    """

    def __init__(self, name: str | None = None) -> None:
        self.name = name or ""
        self.rate_hz = 0
        self.channels = 0
        self._wanted = name
        self._captured: SimpleQueue[Captured | None] = SimpleQueue()
        self._stopping = False
        self._clock = SampleClock()

    def __iter__(self) -> Generator[Block]:
        stream = self._open()
        try:
            yield from self._blocks(stream)
        finally:
            portaudio.close_stream(stream)

    def stop(self) -> None:
        self._stopping = True
        self._captured.put(None)

    def position(self) -> int:
        """Which sample is being said now; those up to it may still be on their way."""
        return self._clock.now()

    def _open(self) -> Any:  # noqa: ANN401
        device = find_input(self._wanted)
        self.name = device.name
        reason = ""
        for rate, channels in settings_to_try(device):
            try:
                stream = self._stream(device, rate, channels)
            except Exception as error:  # noqa: BLE001  (its class is known only where sounddevice is installed)
                reason = portaudio.reason(error)
            else:
                self.rate_hz, self.channels = rate, channels
                self._clock.rate_hz = rate
                return stream
        raise MicrophoneRefused(
            f"The microphone “{device.name}” would not open ({reason}). Plug it in if it is not, close other call "
            "software that may hold it, or allow the microphone in the system's privacy settings."
        )

    def _stream(self, device: Device, rate: int, channels: int) -> Any:  # noqa: ANN401
        return portaudio.open_stream(
            "RawInputStream",
            device=device.index,
            samplerate=rate,
            channels=channels,
            blocksize=rate // CALLBACKS_PER_S,
            dtype="int16",
            latency="low",
            callback=self._on_sound,
            finished_callback=self._on_finished,
        )

    def _on_sound(self, sound: Any, _frames: int, times: Any, status: Any) -> None:  # noqa: ANN401
        """In PortAudio's thread: copy, note what was lost, hand over; nothing else."""
        age = times.currentTime - times.inputBufferAdcTime if times.inputBufferAdcTime else 0.0
        self._captured.put(Captured(bytes(sound), status.input_overflow, time.monotonic(), age, clock()))

    def _on_finished(self) -> None:
        self._captured.put(None)

    def _blocks(self, stream: Any) -> Generator[Block]:  # noqa: ANN401
        first, gathered = True, []
        for captured in self._captures(stream):
            self._clock.hear(len(captured.sound) // (2 * self.channels), captured)
            gathered.append(captured)
            if len(gathered) < CALLBACKS_PER_BLOCK:
                continue
            pcm = np.frombuffer(b"".join(piece.sound for piece in gathered), dtype=np.int16)
            samples = pcm.reshape(-1, self.channels).astype(np.float32) / np.float32(FULL_SCALE)
            lost = any(piece.overflowed for piece in gathered)
            yield Block(samples, self.rate_hz, lost=lost and not first)
            first = False
            gathered.clear()

    def _captures(self, stream: Any) -> Iterator[Captured]:  # noqa: ANN401
        watch = StandstillWatch()
        while True:
            try:
                captured = self._captured.get(timeout=STALL_S)
            except Empty:
                if still := watch.hear(clock(), 0.0):
                    raise _stood_still(still) from None
                raise self._gone(active=stream.active) from None
            if captured is not None:
                seconds = len(captured.sound) / (2 * self.channels * self.rate_hz)
                if still := watch.hear(captured.clock, seconds):
                    raise _stood_still(still)
                yield captured
            elif self._stopping:
                return
            else:
                raise self._gone(active=False)

    def _gone(self, *, active: bool) -> MicrophoneError:
        if active:
            return MicrophoneStalled(
                f"The microphone “{self.name}” has stopped sending sound, though it is still plugged in. What was "
                "heard until then is kept. Unplug it and plug it in again, or choose another one."
            )
        return MicrophoneLost(
            f"The microphone “{self.name}” went away: it was unplugged, or its sound server stopped. What was heard "
            "until then is kept. Plug it in again, or choose another one."
        )


def _stood_still(seconds: float) -> MicrophoneError:
    return MicrophoneStoodStill(
        f"The computer slept, or stood still for {seconds:.0f} s, and nothing was heard meanwhile. What came before is "
        "kept. Okbye listens again: start the take once more."
    )


class SampleClock:
    """Puts a moment of the computer's clock on the count of samples.

    Each block tells when sample 0 was said; drivers report that with some milliseconds of jitter, so the
    middle of the newest half second of reports is believed. The stream itself is never asked: another
    thread may just be closing it.
    """

    def __init__(self) -> None:
        self.rate_hz = 0
        self._heard = 0
        self._starts: deque[float] = deque(maxlen=CALLBACKS_PER_S // 2)
        self._start = 0.0

    def hear(self, frames: int, captured: Captured) -> None:
        if captured.overflowed:
            self._starts.clear()  # samples are missing: the count has moved against the clock
        # The first sample of a block is at least as old as the block is long, whatever the driver says.
        age = min(max(captured.age, frames / self.rate_hz), 1.0)
        self._starts.append(captured.arrived - age - self._heard / self.rate_hz)
        self._heard += frames
        self._start = median(self._starts)

    def now(self) -> int:
        if not self._starts:
            return 0
        return max(0, round((time.monotonic() - self._start) * self.rate_hz))
