"""Which utterances are a close, where the ear knows words: by what it believes of each, not by their order.

Every "Ok" with every farewell after it is a candidate. A candidate is the better the surer the ear is of both
words, the less was said between them, and the more they sound like one voice at one distance.
"""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections.abc import Iterator, Sequence
from math import log
from statistics import fmean

from audio.segment import Segment, Word
from coach.naming import LISTENED_AFTER_S, LONGEST_PAUSE_S, Pair, pairs

Words = tuple[Segment, Segment]

FLOOR = 0.03  # no belief counts for less: one doubtful word must not outweigh all else
BETWEEN_COST = 0.5  # for each thing said between the words
SHORTEST_BETWEEN_S = 0.12
SAME_VOICE_DB = 6.0
LEVEL_COST = 0.13  # for each dB that the words differ by more
SHORTEST_OK_S = 0.1
SHORTEST_BOTH_S, LONGEST_BOTH_S = 1.1, 2.0  # both words in one piece
SOME_OK, MUCH_FAREWELL = 0.1, 0.5  # belief; conversation has pieces with less of each
SURE_SPEECH = 0.9
OK_SHARE = 0.35  # of that piece
SHORTEST_FAREWELL_S = 0.15
LEAST = -1.75  # of the score; a worse candidate is no close
EXTRA_DB = 8.0  # what is quieter than the pair by more was somebody else
SHORTEST_EXTRA_S = 0.1
EXTRA_SPEECH = 0.8  # less sure that it is speech, it is a breath or the room


def closes_in(segments: Sequence[Segment], faintest_dbfs: float | None = None) -> list[Pair]:
    """Every close, by what the ear believes; by order and length where it does not know words.

    What is no louder than `faintest_dbfs` was somebody else; where that is not known, the words themselves tell.
    """
    if any(segment.beliefs is None for segment in segments):
        return pairs(segments)
    return believed_pairs(segments, faintest_dbfs)


def believed_pairs(segments: Sequence[Segment], faintest_dbfs: float | None = None) -> list[Pair]:
    """Every close, in order of time; none shares a word or a moment with another."""
    chosen: list[Words] = []  # in order of time
    for _, first, second in sorted(_candidates(segments), key=lambda candidate: -candidate[0]):
        place = bisect(chosen, first.start, key=_start)
        free_before = place == 0 or chosen[place - 1][1].end <= first.start
        if free_before and (place == len(chosen) or second.end <= chosen[place][0].start):
            chosen.insert(place, (first, second))
    alone = [segment for segment in segments if _ran_together(segment) and not _within_any(segment, chosen)]
    found = sorted([*chosen, *map(_halves, alone)], key=_start)
    return [_pair(first, second, segments, faintest_dbfs) for first, second in found]


def _start(words: Words) -> float:
    return words[0].start


def _candidates(segments: Sequence[Segment]) -> Iterator[tuple[float, Segment, Segment]]:
    """With their scores. Only what is near in time is looked at, so hours of talk take no longer than their minutes."""
    for i, first in enumerate(segments):
        if first.duration < SHORTEST_OK_S:
            continue
        for j in range(i + 1, len(segments)):
            second = segments[j]
            if first.gap_to(second) > LONGEST_PAUSE_S:
                break
            score = _score(first, second, segments[i + 1 : j])
            if second.duration >= SHORTEST_FAREWELL_S and score >= LEAST:
                yield score, first, second


def _within_any(segment: Segment, chosen: Sequence[Words]) -> bool:
    """Said in a close, or so soon after it that it still belongs to it."""
    place = bisect(chosen, segment.start, key=_start)
    return place > 0 and segment.start <= chosen[place - 1][1].end + LISTENED_AFTER_S


def _ran_together(segment: Segment) -> bool:
    """One piece, longer than a farewell, in which the ear hears something of both words."""
    ok, farewell, _ = segment.beliefs or (0.0, 0.0, 1.0)
    believed = ok >= SOME_OK and farewell >= MUCH_FAREWELL and (segment.speech or 0.0) >= SURE_SPEECH
    return believed and SHORTEST_BOTH_S <= segment.duration <= LONGEST_BOTH_S


def _halves(piece: Segment) -> Words:
    joint = piece.start + OK_SHARE * piece.duration
    return piece.until(joint), piece.since(joint)


def _score(first: Segment, second: Segment, between: Sequence[Segment]) -> float:
    said = sum(segment.duration > SHORTEST_BETWEEN_S for segment in between)
    apart_db = 0.0
    if first.level_dbfs is not None and second.level_dbfs is not None:  # what was only announced has none
        apart_db = abs(first.level_dbfs - second.level_dbfs)
    return (
        _belief(first, Word.OK)
        + _belief(second, Word.FAREWELL)
        - BETWEEN_COST * said
        - LEVEL_COST * max(0.0, apart_db - SAME_VOICE_DB)
    )


def _belief(segment: Segment, word: Word) -> float:
    ok, farewell, _ = segment.beliefs or (0.0, 0.0, 1.0)
    return log(max(FLOOR, ok if word is Word.OK else farewell))


def _pair(ok: Segment, farewell: Segment, segments: Sequence[Segment], faintest: float | None) -> Pair:
    """The close of two words, or of the two halves of one piece."""
    levels = [word.level_dbfs for word in (ok, farewell) if word.level_dbfs is not None]
    if faintest is None and levels:
        faintest = fmean(levels) - EXTRA_DB
    first = bisect_left(segments, ok.end, key=lambda segment: segment.start)
    last = bisect(segments, farewell.end + LISTENED_AFTER_S, key=lambda segment: segment.start)
    extras = tuple(
        segment
        for segment in segments[first:last]
        if segment is not farewell
        and segment.duration >= SHORTEST_EXTRA_S
        and (segment.speech is None or segment.speech >= EXTRA_SPEECH)
        and (faintest is None or segment.level_dbfs is None or segment.level_dbfs > faintest)
    )
    return Pair(ok, farewell, extras, together=ok.end >= farewell.start)
