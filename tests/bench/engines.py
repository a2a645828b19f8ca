"""What is measured: our ear, the plain one beneath it, and other engines that know speech from no speech.

The others give regions; the program itself makes words of them, by the rule that it has for an ear that knows no words
(coach/naming.py): what is much quieter than the loudest is somebody else's, the first two short pieces of a run are the
two words, one long piece with a dip is both run together, the rest is extra. Levels and dips are ours, as a gift.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files

import numpy as np
import webrtcvad

import assets
from audio.block import Block, Samples
from audio.ears import Ear, best_ear, plain_ear
from audio.envelope import HOP_S, Envelope
from audio.frames import FRAME, RATE, frames
from audio.listen import listen
from audio.segment import Segment, SoundEnded
from audio.segmentation import dips
from bench import others
from coach.bands import Bands
from coach.closing import conclude
from coach.judge import judge
from coach.verdict import Verdict

SHORTEST_S = 0.08  # no word is shorter
CLOSED_S = 0.12
WEBRTC_FRAME = 320

Region = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Engine:
    """`states_errors` says whether it knows how far off it may be."""

    name: str
    judge: Callable[[Samples], Verdict]  # of mono sound at 16 kHz
    states_errors: bool = False


def engines() -> list[Engine]:
    """Ours first; the others as far as they are installed."""
    found = [
        Engine(f"**Okbye**, weights {weights()}", _by_ear(best_ear), states_errors=True),
        Engine("the plain ear, without weights", _by_ear(plain_ear), states_errors=True),
        Engine("WebRTC VAD, mode 3, 20 ms, gaps under 120 ms closed", _by_order(webrtc)),
    ]
    return found + [Engine(name, _by_order(regions)) for name, regions in others.installed()]


def weights() -> str:
    """Which weights the ear runs with: the first digits of their SHA-256."""
    stored = files(assets) / "ear" / "ear.npz"
    return sha256(stored.read_bytes()).hexdigest()[:8] if stored.is_file() else "none"


def heard(samples: Samples, rate_hz: int) -> Samples:
    """What every engine hears: 16 kHz mono, through the program's own resampler."""
    batches = list(frames([Block(samples, rate_hz)]))
    return np.concatenate([batch.samples.reshape(-1) for batch in batches])[: round(batches[-1].total * RATE)]


def _by_ear(ear: Callable[[], Ear]) -> Callable[[Samples], Verdict]:
    def verdict(sound: Samples) -> Verdict:
        *_, last = judge(listen([Block(sound[:, None], RATE)], ear()), Bands())
        assert isinstance(last, Verdict)
        return last

    return verdict


def _by_order(regions: Callable[[Samples], Iterable[Region]]) -> Callable[[Samples], Verdict]:
    def verdict(sound: Samples) -> Verdict:
        segments = [_segment(sound, region) for region in regions(sound) if region[1] - region[0] >= SHORTEST_S]
        return conclude(segments, [], SoundEnded(len(sound) / RATE, -65.0), Bands())

    return verdict


def _segment(sound: Samples, region: Region) -> Segment:
    """With the level and the dips that the rule goes by."""
    start, end = region
    piece = sound[round(start * RATE) : round(end * RATE)]
    levels = Envelope().push(np.pad(piece, (0, -len(piece) % FRAME)))
    first = start - start % HOP_S
    return Segment(start, end, level_dbfs=float(levels.max()), dips_s=dips(levels, first))


def webrtc(sound: Samples) -> list[Region]:
    vad = webrtcvad.Vad(3)
    pcm = others.pcm16(sound)
    size = 2 * WEBRTC_FRAME
    voiced = [vad.is_speech(pcm[i : i + size], RATE) for i in range(0, len(pcm) - size + 1, size)]
    return closed(voiced, WEBRTC_FRAME / RATE)


def closed(voiced: Sequence[bool], frame_s: float) -> list[Region]:
    """Runs of voiced frames, gaps under CLOSED_S closed."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], np.asarray(voiced, np.int8), [0])))) * frame_s
    regions: list[Region] = []
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if regions and start - regions[-1][1] < CLOSED_S - 1e-9:
            regions[-1] = (regions[-1][0], end)
        else:
            regions.append((start, end))
    return regions
