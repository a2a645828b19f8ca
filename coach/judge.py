"""Verdicts for a whole stretch of hearing, live or recorded: the stage while it lasts, the verdict at its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from audio.segment import Heard, Segment, SegmentHeard, SoundEnded, SoundLost, TimePassed, VoiceKnown
from coach.bands import Bands
from coach.closing import conclude
from coach.stage import Stage
from coach.staging import Staging
from coach.verdict import Verdict


def judge(heard: Iterable[Heard], bands: Bands) -> Iterator[Stage | Verdict]:
    """A stage for every stretch of time that passed; one verdict, last, when the sound has ended."""
    staging = Staging()
    segments: list[Segment] = []
    lost: list[float] = []
    known: VoiceKnown | None = None
    for event in heard:
        staging.hear(event)
        match event:
            case VoiceKnown():
                known = event
            case SegmentHeard(segment=segment):
                segments.append(segment)
            case SoundLost(at=at):
                lost.append(at)
            case TimePassed(now=now):
                yield staging.at(now)
            case SoundEnded():
                yield conclude(segments, lost, event, bands, known)
            case _:
                pass
