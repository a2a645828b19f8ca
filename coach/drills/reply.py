"""The rep's reply to what the prospect said: whose speech is whose, and what came after which line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from audio.segment import Segment, Word
from coach.drills.line import Meaning
from coach.drills.situation import ANSWERS
from coach.naming import Pair, pairs_as_named
from coach.nearness import near
from coach.pairing import closes_in
from coach.verdict import Kind, Utterance

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from audio.segment import VoiceKnown
    from coach.bands import Bands
    from coach.drills.encounter import Encounter
    from coach.verdict import ProspectLine

EARLY_S, LATE_S = 0.05, 0.12  # how far a line that the microphone heard too may reach beyond its times
INTO_S = 0.1  # what begins so shortly before their end is an answer to them
OK_INTO_S = 0.6  # an "Ok" may come sooner: it is known by its sound
SHORTEST_S = 0.15  # less is no speech
SPEECH = 0.75  # the ear's belief; less is a breath or the room


def apart(segments: Iterable[Segment], lines: Iterable[ProspectLine]) -> tuple[list[Segment], list[Segment]]:
    """The rep's own, and what was heard wholly within a line that was played: that may be the line itself."""
    played = list(lines)
    own: list[Segment] = []
    within: list[Segment] = []
    for segment in segments:
        inside = any(
            line.start - EARLY_S <= segment.start and segment.end <= line.end + LATE_S and line.end > line.start
            for line in played
        )
        (within if inside else own).append(segment)
    return own, within


@dataclass(frozen=True, slots=True)
class Reply:
    """`voices` is the rep's speech over the whole take.

    `kinds` says what each of them is where a person has named them; None is that the ear's beliefs tell.
    """

    encounter: Encounter
    voices: tuple[Segment, ...]
    duration: float
    bands: Bands
    kinds: Mapping[Segment, Kind] | None = None

    @property
    def answers(self) -> tuple[ProspectLine, ...]:
        return tuple(line for line in self.encounter.lines if line.kind in ANSWERS)

    @property
    def reaction(self) -> ProspectLine | None:
        """Said in the silence."""
        said = (line for line in self.encounter.lines if line.kind in {Meaning.STAY, Meaning.THANKS})
        return next(said, None)

    @property
    def until(self) -> float:
        """When the line was closed, by whomever."""
        ends = (self.encounter.they_hung_up, self.encounter.rep_hung_up, self.duration)
        return min(at for at in ends if at is not None)

    def after(self, line: ProspectLine, until: float | None = None) -> list[Segment]:
        """What the rep said once that line was over."""
        return [
            voice
            for voice in self.voices
            if voice.start >= line.end - (OK_INTO_S if voice.word is Word.OK else INTO_S)
            and (until is None or voice.start < until)
        ]

    def before(self, line: ProspectLine | None) -> list[Segment]:
        return [voice for voice in self.voices if line is None or voice.start < line.start]

    def closes_in(self, said: Sequence[Segment]) -> list[Pair]:
        if self.kinds is None:
            return closes_in(said)
        return pairs_as_named([Utterance(voice, self.kinds[voice]) for voice in said])

    def argued(self, said: Iterable[Segment]) -> list[Segment]:
        """What of it was more than a breath, and more than "Ok" wants before it."""
        return speech(s for s in said if self.kinds is None or self.kinds[s] is Kind.EXTRA)

    def into(self, line: ProspectLine) -> bool:
        """Whether somebody was heard both in the line and beyond its end."""
        return any(line.start < v.start < line.end - INTO_S and v.end > line.end + LATE_S for v in self.voices)


def reply_to(
    encounter: Encounter, own: Sequence[Segment], duration: float, bands: Bands, voice: VoiceKnown | None = None
) -> Reply:
    return Reply(encounter, tuple(near(own, voice).voices), duration, bands)


def speech(segments: Iterable[Segment]) -> list[Segment]:
    """Without clicks and breaths."""
    return [s for s in segments if s.duration >= SHORTEST_S and (s.speech is None or s.speech >= SPEECH)]
