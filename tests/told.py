"""A prospect told of drawn speech, without sound: what it does, and when."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from audio.segment import (
    Segment,
    SegmentHeard,
    SpeechPaused,
    SpeechStarted,
    TimePassed,
)
from coach.drills.drill import HangsUp
from coach.drills.events import (
    LineBegan,
    LineEnded,
    OfferDone,
    Over,
    Play,
    Say,
    TheyHungUp,
)
from coach.drills.line import Meaning, SpokenLine
from coach.drills.prospect import Prospect
from coach.drills.scene import Scene

STEP_S = 0.1
LINE_S = 0.8


def line(meaning: Meaning) -> SpokenLine:
    return SpokenLine(meaning.value, meaning, "nobody", Path("none.flac"))


PLAIN = Scene(
    drill="plain",
    picks_up=True,
    hello=line(Meaning.HELLO),
    hello_again=line(Meaning.HELLO),
    answer=line(Meaning.NO),
    second=None,
    reaction=None,
    bye=None,
    answers_after=1.0,
    cuts_in_after=None,
    reaction_after=1.0,
    hangs_up=HangsUp.IN_SILENCE,
    hangs_up_after=4.0,
)
VAGUE = replace(PLAIN, answer=line(Meaning.VAGUE), second=line(Meaning.NO))


class Told:
    """Tell a prospect of speech drawn as a string, 100 ms a letter; '#' is the rep, '!' the end of the offer by key.

    Lines are played as they are asked for, `LINE_S` each; what the prospect did stands in `did` with its second.
    """

    def __init__(self, scene: Scene, offer_words: int = 0) -> None:
        self.prospect = Prospect(scene, offer_words)
        self.did: list[tuple[str, float]] = []
        self.now = 0.0
        self._ends: float | None = None
        self._began: float | None = None

    def hear(self, picture: str) -> Told:
        for letter in picture:
            if letter == "!":
                self.prospect.tell(OfferDone())
                continue
            at, self.now = self.now, round(self.now + STEP_S, 3)
            if letter == "#" and self._began is None:
                self._began = at
                self._do(SpeechStarted(at))
            elif letter != "#" and self._began is not None:
                self._do(SpeechPaused(at))
                self._do(SegmentHeard(Segment(self._began, at, level_dbfs=-20.0)))
                self._began = None
            if self._ends is not None and self.now >= self._ends:
                self.prospect.tell(LineEnded(self._ends))
                self._ends = None
            self._do(TimePassed(self.now, -60.0, -65.0))
        return self

    def _do(self, event) -> None:
        match self.prospect.hear(event):
            case Say(line=said):
                self._plays(said.meaning.value)
            case Play(tone=tone):
                self._plays(tone.value)
            case TheyHungUp():
                self.did.append(("hung_up", self.now))
            case Over():
                self.did.append(("over", self.now))

    def _plays(self, what: str) -> None:
        self.did.append((what, self.now))
        self.prospect.tell(LineBegan(self.now))
        self._ends = self.now + LINE_S

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.did]

    def when(self, name: str) -> float:
        return next(at for did, at in self.did if did == name)

    def until(self, name: str, letter: str = ".", most: int = 600) -> Told:
        for _ in range(most):
            if name in self.names:
                return self
            self.hear(letter)
        raise AssertionError(f"{name} never came; there was {self.did}")


def answered(scene: Scene = PLAIN, offer: str = "...." + "#" * 40) -> Told:
    """Hello and the offer, up to the end of the answer."""
    told = Told(scene).until("hello").hear("." * 9 + offer)
    told.until(scene.answer.meaning.value)
    return told.hear("." * 9)
