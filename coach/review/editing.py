"""Words set by hand: moved, named, added, removed, and all of it taken back. Each change makes new words of the old.

Words are in order of time and never overlap; whatever is asked, that stays so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from audio.segment import Segment, Word
from coach.verdict import Kind, Utterance

Words = tuple[Utterance, ...]
Edge = Literal["start", "end"]

GRID_S = 0.005
SHORTEST_S = 0.02  # of a word that is set by hand
# Two who label the same speech differ by 8 ms on average: 95 in 100 would set an edge within this of where it was set.
BY_HAND_S = 0.02

_WORD = {Kind.OK: Word.OK, Kind.FAREWELL: Word.FAREWELL, Kind.EXTRA: Word.OTHER, Kind.OTHER: Word.OTHER}


def moved(words: Words, index: int, edge: Edge, to: float, duration: float) -> Words:
    """Set an edge of a word to the step of the grid nearest to `to`, as far as its neighbours leave room."""
    word = words[index].segment
    before, after = _room(words, index, duration)
    if edge == "start":
        at = max(before, min(on_grid(to), word.end - SHORTEST_S))
        set_by_hand = replace(word, start=at, start_error=BY_HAND_S)
    else:
        at = min(after, max(on_grid(to), word.start + SHORTEST_S))
        # How it was intoned hangs on the end that it had.
        set_by_hand = replace(word, end=at, end_error=BY_HAND_S, tone=None)
    too_short = set_by_hand.duration < min(word.duration, SHORTEST_S)
    return words if at == getattr(word, edge) or too_short else _with(words, index, set_by_hand)


def renamed(words: Words, index: int, kind: Kind) -> Words:
    """What a word was in the call; what the ear took it for stays beside it."""
    return (*words[:index], replace(words[index], kind=kind), *words[index + 1 :])


def added(words: Words, start: float, end: float, kind: Kind, duration: float) -> Words:
    """A word where there was none, as much of it as there is room for; the same words where there is none at all."""
    start, end = on_grid(max(0.0, start)), on_grid(min(end, duration))
    place = sum(word.segment.start <= start for word in words)
    if place:
        start = max(start, words[place - 1].segment.end)
    if place < len(words):
        end = min(end, words[place].segment.start)
    if not end - start >= SHORTEST_S or end > duration:
        return words
    said = Segment(start, end, BY_HAND_S, BY_HAND_S, word=_WORD[kind])
    return (*words[:place], Utterance(said, kind), *words[place:])


def removed(words: Words, index: int) -> Words:
    return (*words[:index], *words[index + 1 :])


def on_grid(seconds: float) -> float:
    return round(round(seconds / GRID_S) * GRID_S, 3)


@dataclass(frozen=True, slots=True)
class Editing:
    """The words as they are now, with all they were before and after: each change can be undone and done again.

    `machines` are those that the machine found.
    """

    machines: Words
    words: Words
    before: tuple[Words, ...] = ()
    after: tuple[Words, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether they are other words than the machine's."""
        return self.words != self.machines

    def to(self, words: Words) -> Editing:
        """One step further; a drag is one step, however many places it passed."""
        return self if words == self.words else Editing(self.machines, words, (*self.before, self.words))

    def restored(self) -> Editing:
        """The machine's own words again, which can be undone too."""
        return self.to(self.machines)

    def undone(self) -> Editing:
        if not self.before:
            return self
        return Editing(self.machines, self.before[-1], self.before[:-1], (self.words, *self.after))

    def redone(self) -> Editing:
        if not self.after:
            return self
        return Editing(self.machines, self.after[0], (*self.before, self.words), self.after[1:])


def editing(machines: Words, trainers: Words | None) -> Editing:
    """Begin with the trainer's words where there are some; they can be undone to the machine's with `restored`."""
    return Editing(machines, machines if trainers is None else trainers)


def _room(words: Words, index: int, duration: float) -> tuple[float, float]:
    """From the end of the word before to the start of the one after."""
    before = words[index - 1].segment.end if index else 0.0
    after = words[index + 1].segment.start if index + 1 < len(words) else duration
    return before, after


def _with(words: Words, index: int, segment: Segment) -> Words:
    return (*words[:index], replace(words[index], segment=segment), *words[index + 1 :])
