"""Silero VAD and auditok, for comparison alone: `./dev bench ear` puts them into build/comparing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from audio.block import Samples
from audio.frames import RATE

FOLDER = Path(__file__).parents[2] / "build" / "comparing"

Regions = Callable[[Samples], list[tuple[float, float]]]


def installed() -> list[tuple[str, Regions]]:
    """By name; those that are not there are left out."""
    if str(FOLDER) not in sys.path:
        sys.path.append(str(FOLDER))  # last: numpy stays ours
    found: list[tuple[str, Regions]] = []
    if find_spec("onnxruntime") and find_spec("silero_vad"):
        found.append((f"Silero VAD {version('silero-vad')}", Silero()))
    if find_spec("auditok"):
        found.append((f"auditok {version('auditok')} (energy)", auditok))
    return found


def pcm16(sound: Samples) -> bytes:
    return np.clip(np.rint(sound * 32768.0), -32768, 32767).astype("<i2").tobytes()


class Silero:
    """The model of the package, run by onnxruntime as the package runs it, less torch.

    Its own settings, but for the shortest speech: at the usual 250 ms it would drop every short "Ok".
    """

    CHUNK, CONTEXT = 512, 64
    ON, OFF = 0.5, 0.35
    PAD, SHORTEST_SILENCE = RATE * 30 // 1000, RATE * 100 // 1000

    def __init__(self) -> None:
        import onnxruntime  # noqa: PLC0415 - where it is installed

        options = onnxruntime.SessionOptions()
        options.inter_op_num_threads = options.intra_op_num_threads = 1
        options.log_severity_level = 3
        package = find_spec("silero_vad")
        assert package is not None
        assert package.submodule_search_locations is not None
        model = Path(package.submodule_search_locations[0]) / "data" / "silero_vad.onnx"
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])

    def __call__(self, sound: Samples) -> list[tuple[float, float]]:
        found = self._speech(self._probabilities(sound), len(sound))
        return [(max(0, start - self.PAD) / RATE, min(len(sound), end + self.PAD) / RATE) for start, end in found]

    def _probabilities(self, sound: Samples) -> list[float]:
        padded = np.pad(sound, (self.CONTEXT, -len(sound) % self.CHUNK)).astype(np.float32)
        state = np.zeros((2, 1, 128), np.float32)
        rate = np.array(RATE, np.int64)
        out = []
        for i in range(0, len(padded) - self.CONTEXT, self.CHUNK):
            chunk = padded[None, i : i + self.CONTEXT + self.CHUNK]
            answer, state = self._session.run(None, {"input": chunk, "state": state, "sr": rate})
            out.append(float(answer[0, 0]))
        return out

    def _speech(self, probabilities: list[float], length: int) -> list[list[int]]:
        found: list[list[int]] = []
        speaking, quiet_since = False, None
        for i, probability in enumerate(probabilities):
            at = i * self.CHUNK
            if probability >= self.ON:
                quiet_since = None
                if not speaking:
                    speaking = True
                    found.append([at, length])
            elif speaking and probability < self.OFF:
                quiet_since = at if quiet_since is None else quiet_since
                if at - quiet_since >= self.SHORTEST_SILENCE:
                    found[-1][1] = quiet_since
                    speaking, quiet_since = False, None
        return found


def auditok(sound: Samples) -> list[tuple[float, float]]:
    """By energy alone, the threshold chosen by auditok out of each recording's own energies."""
    import auditok as package  # noqa: PLC0415 - where it is installed

    regions = package.split(
        pcm16(sound),
        sampling_rate=RATE,
        sample_width=2,
        channels=1,
        analysis_window=0.02,
        min_dur=0.08,
        max_dur=None,
        max_silence=0.12,
        max_trailing_silence=0,
        validator="otsu",
    )
    return [(region.start, region.end) for region in regions]
