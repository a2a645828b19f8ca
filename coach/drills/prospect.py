"""The virtual prospect of one take: told what is heard of the rep, it says what happens next.

A state machine with no clock but the sample count and no dice: the `Scene` holds all that chance decided. It rings,
says hello, hears the offer out, answers, and from then on does what fits its answer. Whatever the rep does or does
not do, it ends: everybody's patience does.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

from audio.segment import Segment, SegmentHeard, SoundEnded, SpeechStarted, TimePassed, Word
from coach.drills.encounter import Encounter
from coach.drills.events import (
    Act,
    LineBegan,
    LineEnded,
    LineFailed,
    OfferDone,
    Over,
    Play,
    RepHungUp,
    Say,
    TheyHungUp,
    Told,
    Tone,
)
from coach.drills.line import Meaning, SpokenLine
from coach.drills.moves import next_move
from coach.drills.rep_voice import RepVoice
from coach.drills.reply import INTO_S, OK_INTO_S
from coach.drills.situation import ANSWERS, Situation, State
from coach.stage import Part, Stage
from coach.staging import Staging
from coach.verdict import ProspectLine

if TYPE_CHECKING:
    from audio.segment import Heard
    from coach.drills.scene import Scene

LONGEST_S = 180.0  # no take is longer
LONGEST_LINE_S = 20.0  # nor a line; one whose end is not told has ended


class Prospect:
    """`hear` every event of the take in order, `tell` it what was pressed and played. Acts come one at a time."""

    def __init__(self, scene: Scene, offer_words: int = 0) -> None:
        self._scene = scene
        self._offer_words = offer_words
        self._now = 0.0
        self._voice = RepVoice()
        self._state = State.CALLING
        self._answer: Meaning | None = None  # the last one
        self._staging = Staging()
        self._inbox: deque[Told] = deque()
        self._playing: SpokenLine | Tone | None = None
        self._asked_at = 0.0
        self._began: float | None = None
        self._encounter = Encounter(scene.drill, nobody=not scene.picks_up, slow=scene.slow, offer_words=offer_words)

    @property
    def encounter(self) -> Encounter:
        return self._encounter

    @property
    def stage(self) -> Stage:
        """The stage of the rep's answer: what was said before the prospect's no does not move it."""
        if self._answer is None:
            return Stage(Part.OK, self._now, self._voice.speaking)
        return self._staging.at(self._now)

    def tell(self, told: Told) -> None:
        """From any thread; it is taken in with the next event of the sound."""
        self._inbox.append(told)

    def hear(self, event: Heard) -> Act | None:
        """What the app has to do now, if anything."""
        match event:
            case TimePassed(now=now):
                self._now = now
            case SoundEnded(duration=duration):
                self._now = duration
        while self._inbox:
            self._take_in(self._inbox.popleft())
        self._voice.hear(event)
        if self._is_of_this_turn(event):
            self._staging.hear(event)
        if isinstance(event, SoundEnded) and self._state is not State.OVER:
            self._note(rep_hung_up=self._now)
        return self._act() if isinstance(event, TimePassed | SoundEnded) else None

    def _take_in(self, told: Told) -> None:
        if self._state is State.OVER:
            return
        match told:
            case LineBegan(at=at) if self._playing is not None:
                self._began = self._now if at is None else at
            case LineEnded(at=at) if self._playing is not None:
                self._heard_out(self._now if at is None else at)
            case LineFailed(says=says):
                self._note(failed=says)
            case OfferDone(at=at) if self._state is State.LISTENING and self._encounter.offer_ended is None:
                self._note(offer_ended=self._now if at is None else at, offer_ended_by_key=True)
            case RepHungUp(at=at):
                self._note(rep_hung_up=self._now if at is None else at)
            case _:
                pass

    def _act(self) -> Act | None:
        if self._state is State.OVER:
            return None
        if self._encounter.failed is not None or self._encounter.rep_hung_up is not None:
            return self._finish()
        if self._playing is not None and self._now - max(self._asked_at, self._began or 0.0) >= LONGEST_LINE_S:
            self._heard_out(self._now)
        return None if self._playing is not None else self._do(self._wish())

    def _wish(self) -> Act | None:
        return Over() if self._now >= LONGEST_S else next_move(self._situation())

    def _do(self, act: Act | None) -> Act | None:
        match act:
            case Say(line=line):
                self._play(line)
            case Play(tone=tone):
                self._play(tone)
            case TheyHungUp():
                self._state = State.GONE
                self._note(they_hung_up=self._now)
                self._keep(ProspectLine(self._now, self._now, "hung_up", ""))
            case Over():
                self._note(over=self._now)
                self._finish()
        return act

    def _situation(self) -> Situation:
        return Situation(
            self._now,
            self._state,
            self._scene,
            self._offer_words,
            self._answer,
            self._voice,
            self.stage,
            self._encounter,
        )

    def _play(self, what: SpokenLine | Tone) -> None:
        self._playing, self._asked_at, self._began = what, self._now, None
        if isinstance(what, SpokenLine) and what.meaning in ANSWERS and self._encounter.offer_ended is None:
            self._note(offer_ended=self._now - self._voice.quiet(self._now))

    def _heard_out(self, at: float) -> None:
        """Their line is over: the turn is the rep's."""
        played, at = self._playing, self._put_down(at, cut=False)
        self._voice = RepVoice(at, speaking=self._voice.speaking)
        if not isinstance(played, SpokenLine):
            return
        if played.meaning is Meaning.HELLO:
            self._state = State.LISTENING
        elif played.meaning in ANSWERS:
            self._answer = played.meaning
            self._state = State.ANSWERED
            self._staging = Staging()  # what was said before does not belong to the close

    def _put_down(self, at: float, *, cut: bool) -> float:
        """Note what was played, from when to when; return when it ended."""
        played, self._playing = self._playing, None
        lines = self._encounter.lines
        start = max(self._asked_at if self._began is None else self._began, lines[-1].end if lines else 0.0)
        end = max(start, at)
        if isinstance(played, Tone):
            self._keep(ProspectLine(start, end, played.value, "", cut))
        elif played is not None:
            self._keep(ProspectLine(start, end, played.meaning.value, played.text, cut))
        return end

    def _finish(self) -> Over:
        if self._playing is not None:
            self._put_down(self._now, cut=True)
        self._state = State.OVER
        return Over()

    def _keep(self, line: ProspectLine) -> None:
        self._note(lines=(*self._encounter.lines, line))

    def _note(self, **known: object) -> None:
        self._encounter = replace(self._encounter, **known)  # type: ignore[arg-type]

    def _is_of_this_turn(self, event: Heard) -> bool:
        """Speech that began while the prospect was heard is no part of the close: it may be their own voice."""
        slack = INTO_S
        match event:
            case SpeechStarted(at=at):
                pass
            case SegmentHeard(segment=Segment(start=at, end=end, word=word)):
                slack = OK_INTO_S if word is Word.OK and end > self._voice.since else INTO_S
            case _:
                return True
        return at >= self._voice.since - slack and (self._playing is None or at < self._asked_at)
