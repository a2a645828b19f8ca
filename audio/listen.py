"""The one pipeline: a microphone, a file and a drawn string go through the same lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from audio.block import Block
from audio.ears import Ear
from audio.endpointing import Endpointer
from audio.envelope import Envelope
from audio.frames import frames
from audio.noise import Histogram
from audio.segment import Heard, SegmentHeard, SoundEnded, SoundLost, TimePassed


def listen(blocks: Iterable[Block], ear: Ear) -> Iterator[Heard]:
    """What is heard in `blocks`, in the order in which it becomes known: `VoiceKnown` first, if so, `SoundEnded` last.

    Provisional events come with the block that brought them, a segment about 0.35 s after its end, since its ends are
    refined with the sound around them. Raises what the source raises.
    """
    envelope, endpointer, room = Envelope(), Endpointer(ear.segments), Histogram()
    total = 0.0
    if ear.voice is not None:
        yield ear.voice
    for batch in frames(blocks):
        for at in batch.lost:
            yield SoundLost(at)
        total = batch.total
        if not len(batch.samples):
            continue
        levels = envelope.push(batch.samples)
        room.push(levels)
        yield from endpointer.push(batch.samples, ear.vad(batch.samples), levels)
        yield TimePassed(total, float(levels[-2:].max()), endpointer.noise_dbfs)
    for event in endpointer.finish():
        yield _before(event, total)
    yield SoundEnded(total, room.floor())


def _before(event: Heard, total: float) -> Heard:
    """A word that the end of the recording cuts off ends with it."""
    if isinstance(event, SegmentHeard) and event.segment.end > total:
        return SegmentHeard(event.segment.until(total))
    return event
