"""A call without a sound card: time is what the microphone has heard, and a speaker that only keeps the time."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import numpy as np
import pytest
from drawing import RATE
from rehearsed import sound

from app.rehearsal.call import Call
from app.rehearsal.clock import TakeClock
from app.rehearsal.scene_sounds import SceneSounds
from app.said import CallState, Phase
from audio.block import Block
from audio.compose import room
from audio.ears import best_ear
from audio.errors import OutputError
from coach.bands import Bands
from coach.drills.draw import draw
from coach.drills.repertoire import load
from coach.verdict import Verdict

BLOCK = RATE // 10
LATE_S = 0.12  # what is handed over is heard so much later
EPOCH = 5_000.0  # of the computer's clock
BEFORE = 3 * RATE  # heard before the take
LIMIT_S = 60.0


@dataclass
class Played:
    began: float
    ended: float


class FakeSpeaker:
    """Plays nothing, in the time it would take; `breaks` is the fault from then on."""

    def __init__(self, now):
        self._now = now
        self.opened = self.closed = 0
        self.played: list[float] = []
        self.stopped = 0
        self.refuses: OutputError | None = None
        self.fault: OutputError | None = None

    def open(self):
        if self.refuses:
            raise self.refuses
        self.opened += 1

    def close(self):
        self.closed += 1

    def play(self, samples, rate_hz):
        self.played.append(len(samples) / rate_hz)
        began = self._now() + LATE_S
        return Played(began, began + len(samples) / rate_hz)

    def stop(self):
        self.stopped += 1


@dataclass
class Take:
    """Runs a call to its end; `does` has what the rep says when a phase begins, once each, with gaps."""

    call: Call
    speaker: FakeSpeaker
    world: World
    does: dict[Phase, list[list[tuple[float, str]]]] = field(default_factory=dict)
    keys: dict[Phase, str] = field(default_factory=dict)
    states: list[CallState] = field(default_factory=list)
    verdict: Verdict | None = None

    def run(self):
        clock = TakeClock(lambda: BEFORE + self.world.heard, BEFORE, RATE)
        with self.call.connected():
            for said in self.call.hear(self.world.blocks(), clock, self.world.end):
                if isinstance(said, Verdict):
                    self.verdict = said
                elif isinstance(said, CallState):
                    self._answer(said)
        return self

    def _answer(self, state):
        changed = not self.states or state.phase is not self.states[-1].phase
        self.states.append(state)
        if changed:
            turns = self.does.get(state.phase)
            for gap, word in turns.pop(0) if turns else ():
                self.world.say(gap, word)
            getattr(self, f"_{self.keys.get(state.phase, 'nothing')}")()

    def _nothing(self):
        pass

    def _offer_done(self):
        self.call.offer_done()

    def _hang_up(self):
        self.world.end()

    def _break(self):
        self.speaker.fault = OutputError("The headphones went away.")

    @property
    def phases(self):
        return list(dict.fromkeys(state.phase for state in self.states))


class World:
    """What the microphone hears: a room, and what the rep is made to say."""

    def __init__(self):
        self.heard = 0
        self._sound = room(round(LIMIT_S * RATE), -65.0, 3)
        self._said_until = 0
        self._over = False

    def now(self):
        return EPOCH + self.heard / RATE

    def say(self, gap, word):
        said = sound(word)
        start = max(self.heard, self._said_until) + round(gap * RATE)
        self._sound[start : start + len(said)] += said
        self._said_until = start + len(said)

    def end(self):
        self._over = True

    def blocks(self):
        while not self._over and self.heard < len(self._sound):
            piece = self._sound[self.heard : self.heard + BLOCK]
            self.heard += len(piece)
            yield Block(np.asarray(piece[:, None], np.float32), RATE)


@pytest.fixture
def world(monkeypatch):
    made = World()
    monkeypatch.setattr(time, "monotonic", made.now)
    return made


@pytest.fixture
def repertoire():
    return load()


@pytest.fixture
def take(world, repertoire):
    def make(drill="plain", seed=1, **others):
        scene = draw(repertoire.drill(drill), repertoire, seed)
        speaker = FakeSpeaker(world.now)
        call = Call(scene, SceneSounds(scene), speaker, best_ear, Bands(), 25)
        return Take(call, speaker, world, **others)

    return make
