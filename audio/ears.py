"""What listens: the gate that runs along with the sound, and the second pass that names what it let through."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from audio.ear.error import error
from audio.ear.network import network
from audio.ear.segmenting import named_segments
from audio.segment import Segment, VoiceKnown
from audio.segmentation import Region, segments
from audio.tone import toned
from audio.vad import Vad, WebRtcVad

if TYPE_CHECKING:
    from audio.voice.voice import Voice


@dataclass(frozen=True, slots=True)
class Ear:
    """`vad` is stateful: an ear is for one recording. `segments` answers for each region, in order of time.

    `voice` is what is known of the rep's own voice before anything is heard.
    """

    vad: Vad
    segments: Callable[[Region], Iterable[Segment]]
    voice: VoiceKnown | None = None


def plain_ear(voice: VoiceKnown | None = None) -> Ear:
    """Hears that something is said, not what: by level and voice activity."""
    return Ear(WebRtcVad(), toned(segments), voice)


def best_ear(voice: Voice | None = None) -> Ear:
    """The trained one, sharpened for the rep's own voice; the plain one where its weights are missing."""
    known = None if voice is None else voice.known
    trained = network()
    if trained is None:
        return plain_ear(known)
    sharpened = None
    if voice is not None:
        from audio.voice.reading import reading  # noqa: PLC0415 - stands on this module: sayings are found by ear

        sharpened = reading(voice, trained)
    return Ear(WebRtcVad(), toned(partial(named_segments, trained, error(), sharpened=sharpened)), known)
