"""What a prospect may say: a text, what it means for the rep, and a recording of it in each voice that has one."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


class Meaning(StrEnum):
    """What a line is to the rep. The last one said decides what is right."""

    HELLO = "hello"
    NO = "no"  # in any form: busy, an objection, "send me something"
    NEVER = "never"  # a no that also forbids the next call
    VAGUE = "vague"  # neither yes nor no
    QUESTION = "question"  # neither yes nor no either
    YES = "yes"
    GATEKEEPER = "gatekeeper"  # somebody else, who may take a message
    MESSAGE = "message"  # a machine
    STAY = "stay"  # said in the silence: do not hang up
    THANKS = "thanks"  # said in the silence, sincerely
    BYE = "bye"  # theirs, after the rep's


@dataclass(frozen=True, slots=True)
class Recording:
    """A line in one voice."""

    voice: str
    sound: Traversable


@dataclass(frozen=True, slots=True)
class Line:
    """`group` is the name of its file without the ending; `recordings` has one a voice, at least one."""

    group: str
    text: str
    meaning: Meaning
    recordings: tuple[Recording, ...] = field(repr=False)

    def voices(self) -> frozenset[str]:
        return frozenset(recording.voice for recording in self.recordings)

    def spoken_by(self, voice: str) -> Recording:
        """In that voice where it has it, else in its first."""
        return next((made for made in self.recordings if made.voice == voice), self.recordings[0])


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """A line as it is played: in one voice. `sound` is read by `audio.lines.load`."""

    text: str
    meaning: Meaning
    voice: str
    sound: Traversable = field(repr=False)


def spoken(line: Line, voice: str) -> SpokenLine:
    recording = line.spoken_by(voice)
    return SpokenLine(line.text, line.meaning, recording.voice, recording.sound)
