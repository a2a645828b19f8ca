"""A listener on a microphone that the test speaks for, with everything it tells."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from fake_microphone import RATE, Desk, FakeMicrophone

from app import listener as listener_module
from app.listener import Listener
from app.said import MicrophoneState, Peaks, TakeEnded
from app.take import unjudged
from coach.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audio.block import Block
    from coach.verdict import Verdict


def engine(blocks: Iterable[Block]) -> Iterator[Stage | Verdict]:
    """Counts the sound, and says whether some was lost."""
    heard, lost = 0, False
    for block in blocks:
        heard += len(block.samples)
        lost = lost or block.lost
        yield Stage(now=heard / RATE)
    yield unjudged(heard / RATE, "lost" if lost else "whole")


class Recorder:
    """Keeps in memory what a file would."""

    failed: str | None = None

    def __init__(self) -> None:
        self.samples = 0
        self.fate = ""

    @property
    def seconds(self) -> float:
        return self.samples / RATE

    def write(self, block):
        self.samples += len(block.samples)

    def close(self):
        self.fate = "kept"

    def discard(self):
        self.fate = "discarded"


class Told:
    """Every signal of a listener, in order."""

    def __init__(self, listener: Listener) -> None:
        self.states: list[MicrophoneState] = []
        self.stages: list[Stage] = []
        self.bars: list[Peaks] = []
        self.takes: list[TakeEnded | str] = []
        self.threads: set[str] = set()
        listener.microphone_changed.connect(lambda state: self._tell(self.states, state))
        listener.stage_changed.connect(lambda stage: self._tell(self.stages, stage))
        listener.sound_drawn.connect(lambda bars: self._tell(self.bars, bars))
        listener.take_started.connect(lambda: self._tell(self.takes, "started"))
        listener.take_stopped.connect(lambda: self._tell(self.takes, "stopped"))
        listener.take_ended.connect(lambda ended: self._tell(self.takes, ended))

    def _tell(self, told, value):
        self.threads.add(threading.current_thread().name)
        told.append(value)

    @property
    def ended(self) -> list[TakeEnded]:
        return [take for take in self.takes if isinstance(take, TakeEnded)]


@pytest.fixture(autouse=True)
def _impatient(monkeypatch):
    """Faults are retried at once, so that no test waits."""
    monkeypatch.setattr(listener_module, "RETRY_S", 0.01)


@pytest.fixture
def microphone():
    return FakeMicrophone()


@pytest.fixture
def desk(microphone):
    return Desk(microphone)


@pytest.fixture
def recorders():
    return []


@pytest.fixture
def make(qtbot, desk, recorders):
    made = []

    def record(_rate_hz, _drill):
        recorders.append(Recorder())
        return f"sound-{len(recorders)}", recorders[-1]

    def build(**other):
        listener = Listener(desk.open, other.pop("engine", engine), record, **other)
        made.append(listener)
        told = Told(listener)
        listener.open()
        return listener, told

    yield build
    for listener in made:
        listener.close()


@pytest.fixture
def running(make, microphone, qtbot):
    """A listener that hears its microphone."""
    listener, told = make()
    microphone.say(10)
    qtbot.waitUntil(lambda: bool(told.states))
    return listener, told


@pytest.fixture
def begin(qtbot):
    """Start a take and see it start."""

    def start(listener, microphone):
        with qtbot.waitSignal(listener.take_started):
            listener.start_take()
            microphone.say(10)

    return start


@pytest.fixture
def counting():
    """The engine that counts."""
    return engine
