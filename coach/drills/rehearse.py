"""A rehearsal: the prospect listens along, acts, and the take is judged by its drill once the sound has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audio.segment import Segment, SegmentHeard, SoundEnded, SoundLost, TimePassed, VoiceKnown
from coach.drills.judging import judge_drill

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audio.segment import Heard
    from coach.bands import Bands
    from coach.drills.events import Act
    from coach.drills.prospect import Prospect
    from coach.stage import Stage
    from coach.verdict import Verdict


def rehearse(heard: Iterable[Heard], prospect: Prospect, bands: Bands) -> Iterator[Stage | Act | Verdict]:
    """Like `coach.judge.judge`, with the prospect's acts between the stages; one verdict, last.

    The sound is to end soon after `Over`; until then it is heard on.
    """
    segments: list[Segment] = []
    lost: list[float] = []
    known: VoiceKnown | None = None
    for event in heard:
        act = prospect.hear(event)
        match event:
            case VoiceKnown():
                known = event
            case SegmentHeard(segment=segment):
                segments.append(segment)
            case SoundLost(at=at):
                lost.append(at)
            case TimePassed():
                yield prospect.stage
            case _:
                pass
        if act is not None:
            yield act
        if isinstance(event, SoundEnded):
            yield judge_drill(prospect.encounter, segments, lost, event, bands, known)
