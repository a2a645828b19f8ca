"""What the editor shows of a take: the words as they stand now, those of the machine, and what they come to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.review.rejudging import bands_of, rejudged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audio.outline import Outline
    from coach.bands import Bands
    from coach.review.editing import Edge, Words
    from coach.review.review import Comment
    from coach.verdict import Verdict


class Place(NamedTuple):
    """An edge of a word."""

    word: int
    edge: Edge


class Span(NamedTuple):
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Shown:
    """`machine` is the machine's own verdict; `verdict` what the words make of it now.

    `touched` are the numbers of the machine's words that are others now, or none.
    """

    machine: Verdict
    words: Words
    verdict: Verdict
    outline: Outline | None = None
    comments: Sequence[Comment] = ()
    touched: frozenset[int] = frozenset()

    @property
    def changed(self) -> bool:
        """Whether the words are others than the machine's."""
        return self.words != self.machine.utterances

    @property
    def duration(self) -> float:
        return max(self.machine.duration, self.outline.duration if self.outline else 0.0, 0.1)

    def edges(self) -> list[Place]:
        """All of them, in order of time."""
        sides: tuple[Literal["start"], Literal["end"]] = ("start", "end")
        return [Place(number, side) for number in range(len(self.words)) for side in sides]

    def spans(self) -> list[Span]:
        """From the start to the end of each word."""
        return [Span(word.segment.start, word.segment.end) for word in self.words]

    def second(self, place: Place) -> float:
        segment = self.words[place.word].segment
        return segment.start if place.edge == "start" else segment.end

    def with_words(self, words: Words, bands: Bands) -> Shown:
        """The checks follow at once; with the machine's words again they are the machine's."""
        if words == self.machine.utterances:
            return replace(self, words=words, verdict=self.machine, touched=frozenset())
        kept = set(words)
        touched = frozenset(number for number, word in enumerate(self.machine.utterances) if word not in kept)
        found = rejudged(self.machine, words, bands_of(self.machine, bands))
        return replace(self, words=words, verdict=found, touched=touched)
