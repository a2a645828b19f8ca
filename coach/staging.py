"""Follows what is heard and says which part of the close is going on: provisional, for the eye."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from audio.segment import (
    Heard,
    Segment,
    SegmentHeard,
    SpeechPaused,
    SpeechResumed,
    SpeechStarted,
    SpeechWithdrawn,
    VoiceKnown,
    Word,
)
from coach.naming import (
    LISTENED_AFTER_S,
    LONGEST_PAUSE_S,
    LONGEST_WORD_S,
    Pair,
    named,
)
from coach.nearness import near
from coach.stage import Part, Stage
from coach.verdict import Utterance

_SURE = {Word.OK: (1.0, 0.0, 0.0), Word.FAREWELL: (0.0, 1.0, 0.0)}
SHORTEST_WORD_S = 0.08  # what was announced and is over sooner was a click
_KEPT = 12  # newest final segments: more than any stage can show


class Staging:
    """Feed it every event; ask for the stage at any moment.

    Its memory does not grow: what was said long ago no longer moves the stage.
    Words that have only been announced stand in for the final segments until these come. What ended before `since`
    is no part of the close.
    """

    def __init__(self) -> None:
        self.since = 0.0
        self._final: list[Segment] = []
        self._announced: list[Segment] = []  # the last one may still be going on
        self._speaking = False
        self._voice: VoiceKnown | None = None

    def hear(self, event: Heard) -> None:
        match event:
            case VoiceKnown():
                self._voice = event
            case SpeechStarted(at=at):
                self._announced.append(Segment(at, at))
                self._speaking = True
            case SpeechPaused(at=at) if self._announced:
                self._speaking = False
                word = self._announced.pop().until(at)
                if word.duration >= SHORTEST_WORD_S:
                    self._announced.append(word)
            case SpeechResumed(at=at):
                self._announced = self._announced or [Segment(at, at)]
                self._speaking = True
            case SpeechWithdrawn(at=at):
                self._announced = [word for word in self._announced if word.start != at]
            case SegmentHeard(segment=segment):
                self._announced = [word for word in self._announced if word.start >= segment.end]
                self._final = [*self._final, segment][-_KEPT:]
            case _:
                pass

    def at(self, now: float) -> Stage:
        """The stage when `now` seconds have been heard."""
        announced = [word.until(now) if self._going_on(word) else word for word in self._announced]
        supposed = _supposed(self._final, announced, self.since)
        words, found = near([*self._final, *supposed], self._voice, self.since)
        since = announced[-1].start if self._speaking and announced else None
        heard = named(*near(self._final, self._voice, self.since))
        if found and found[-1].farewell.gap_to(words[-1]) <= LISTENED_AFTER_S:
            return _after_two(found[-1], now, since, heard)
        return _after_one(words, now, since, heard)

    def _going_on(self, word: Segment) -> bool:
        return self._speaking and word is self._announced[-1]


def _supposed(final: list[Segment], announced: list[Segment], since: float) -> list[Segment]:
    """Where the ear knows words, what was only announced is taken for the word whose turn it is."""
    if not final or any(segment.beliefs is None for segment in final):
        return announced
    out: list[Segment] = []
    for word in announced:
        oks = [segment for segment in (*final, *out) if segment.word is Word.OK and segment.end >= since]
        turn = Word.FAREWELL if oks and oks[-1].gap_to(word) <= LONGEST_PAUSE_S else Word.OK
        out.append(replace(word, word=turn, beliefs=_SURE[turn]))
    return out


def _after_one(words: Sequence[Segment], now: float, since: float | None, heard: tuple[Utterance, ...]) -> Stage:
    # Something long is the offer being read, or the prospect: the stage still waits for "Ok".
    ok = next((word for word in reversed(words) if word.word in {Word.OK, None}), None)
    if ok is None or ok.duration > LONGEST_WORD_S or now - ok.end > LONGEST_PAUSE_S:
        return Stage(Part.OK, now, since is not None, since=since, heard=heard)
    if since is not None and since <= ok.start:
        return Stage(Part.OK, now, speaking=True, ok=ok.duration, since=since, heard=heard)
    return Stage(
        Part.PAUSE, now, since is not None, ok=ok.duration, since=since, pause=max(0.0, now - ok.end), heard=heard
    )


def _after_two(pair: Pair, now: float, since: float | None, heard: tuple[Utterance, ...]) -> Stage:
    saying = since is not None and since <= pair.farewell.start
    until = now if pair.next_speech is None else pair.next_speech
    return Stage(
        Part.FAREWELL if saying else Part.SILENCE,
        now,
        speaking=since is not None,
        ok=pair.ok.duration,
        pause=0.0 if pair.together else pair.ok.gap_to(pair.farewell),
        farewell=pair.farewell.duration,
        silence=None if saying else max(0.0, until - pair.farewell.end),
        extra=len(pair.extras),
        since=since,
        heard=heard,
    )
