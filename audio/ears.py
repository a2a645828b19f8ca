"""What listens: the gate that runs along with the sound, and the second pass that names what it let through."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from audio.ear.error import error
from audio.ear.network import network
from audio.ear.segmenting import named_segments
from audio.segment import Segment
from audio.segmentation import Region, segments
from audio.tone import toned
from audio.vad import Vad, WebRtcVad


@dataclass(frozen=True, slots=True)
class Ear:
    """`vad` is stateful: an ear is for one recording. `segments` answers for each region, in order of time."""

    vad: Vad
    segments: Callable[[Region], Iterable[Segment]]


def plain_ear() -> Ear:
    """Hears that something is said, not what: by level and voice activity."""
    return Ear(WebRtcVad(), toned(segments))


def best_ear() -> Ear:
    """The trained one; the plain one where its weights are missing."""
    trained = network()
    return plain_ear() if trained is None else Ear(WebRtcVad(), toned(partial(named_segments, trained, error())))
