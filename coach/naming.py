"""Which utterances are "Ok" and the farewell, and which are something else: by their order and length.

Nothing here knows words. Utterances no longer than a word, close after one another, form a *run*; the first
two of a run are a close, what follows is extra. A single long piece with a dip in it is "Ok good-bye" run together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from audio.segment import Segment
from coach.verdict import Kind, Utterance

LONGEST_OK_S = 0.95
LONGEST_WORD_S = 1.6
LONGEST_PAUSE_S = 6.0  # later than that, the second word belongs to something else
LISTENED_AFTER_S = 8.0  # what the rep says so long after the farewell still belongs to the close
OK_SHARE = 0.42  # of "ok good-bye" run together, where no dip tells


@dataclass(frozen=True, slots=True)
class Pair:
    """The two words as segments, with what else was said after the "Ok"."""

    ok: Segment
    farewell: Segment
    extras: tuple[Segment, ...]
    together: bool = False

    @property
    def next_speech(self) -> float | None:
        """When somebody near spoke again after the farewell."""
        return min((extra.start for extra in self.extras if extra.start >= self.farewell.end), default=None)


def pairs(segments: Sequence[Segment]) -> list[Pair]:
    """Every close in `segments` (near ones, in order of time)."""
    found = []
    for run in _runs(segments):
        if run[0].duration > LONGEST_OK_S and run[0].dips_s:
            found.append(_split(run, segments))
        elif len(run) > 1:
            found.append(Pair(run[0], run[1], _extras(run[1], run[2:], segments)))
    return found


def pairs_as_named(words: Sequence[Utterance]) -> list[Pair]:
    """Every close in words that somebody has named: each farewell with the last "Ok" before it."""
    chosen: list[tuple[Segment, Segment]] = []
    ok: Segment | None = None
    for word in words:
        if word.kind is Kind.OK:
            ok = word.segment
        elif word.kind is Kind.FAREWELL and ok is not None:
            chosen.append((ok, word.segment))
            ok = None
    spoken = [word.segment for word in words if word.kind is not Kind.OTHER]
    ends = [following.start for following, _ in chosen[1:]]
    return [
        Pair(first, second, _more_than(first, second, spoken, until), together=first.end >= second.start)
        for (first, second), until in zip_longest(chosen, ends)
    ]


def named(segments: Sequence[Segment], closes: Sequence[Pair]) -> tuple[Utterance, ...]:
    """All of `segments` with their part in the call; a piece that was split stands as its two words.

    Words run together need not be one piece: an ear that knows words gives two that touch, which stand as they are.
    """
    whole = set(segments)
    kinds: dict[Segment, Kind] = {}
    split: dict[float, Pair] = {}
    for pair in closes:
        if pair.together and pair.ok not in whole:
            split[pair.ok.start] = pair
        kinds[pair.ok], kinds[pair.farewell] = Kind.OK, Kind.FAREWELL
        kinds.update(dict.fromkeys(pair.extras, Kind.EXTRA))
    out: list[Utterance] = []
    for segment in segments:
        if (pair_here := split.get(segment.start)) is not None:
            out += [Utterance(pair_here.ok, Kind.OK), Utterance(pair_here.farewell, Kind.FAREWELL)]
        else:
            out.append(Utterance(segment, kinds.get(segment, Kind.OTHER)))
    return tuple(out)


def _more_than(ok: Segment, farewell: Segment, spoken: Sequence[Segment], until: float | None) -> tuple[Segment, ...]:
    """From the "Ok" on; of the next close only what began so soon that it broke the silence of this one."""
    listened = farewell.end + LISTENED_AFTER_S
    return tuple(
        said
        for said in spoken
        if said.start >= ok.end and said != farewell and (until is None or said.start < until or said.start <= listened)
    )


def _runs(segments: Sequence[Segment]) -> list[list[Segment]]:
    runs: list[list[Segment]] = []
    going = False
    for segment in segments:
        if segment.duration > LONGEST_WORD_S:
            going = False
        elif going and runs[-1][-1].gap_to(segment) <= LONGEST_PAUSE_S:
            runs[-1].append(segment)
        else:
            runs.append([segment])
            going = True
    return runs


def _split(run: list[Segment], segments: Sequence[Segment]) -> Pair:
    piece = run[0]
    middle = [dip for dip in piece.dips_s if 0.25 < (dip - piece.start) / piece.duration < 0.65]  # noqa: PLR2004
    joint = middle[0] if middle else piece.start + OK_SHARE * piece.duration
    return Pair(piece.until(joint), piece.since(joint), _extras(piece, run[1:], segments), together=True)


def _extras(farewell: Segment, rest: list[Segment], segments: Sequence[Segment]) -> tuple[Segment, ...]:
    later = (s for s in segments if farewell.end <= s.start <= farewell.end + LISTENED_AFTER_S)
    return tuple(sorted({*rest, *later}, key=lambda segment: segment.start))
