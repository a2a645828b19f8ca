"""A desk on a microphone that the test speaks for, and a call list in memory."""

from __future__ import annotations

import numpy as np
import pytest
from drawing import RATE, speak
from fake_microphone import Desk as Microphones
from fake_microphone import FakeMicrophone
from list_in_memory import ListInMemory, prospect

from app import listener as listener_module
from app.keeper import begin
from app.listener import Listener
from app.live import clerk as clerk_module
from app.live import other_side as other_side_module
from app.live.desk import LiveDesk
from app.live.line import Line
from app.live.sheet import AHEAD
from audio.block import Block
from audio.ears import best_ear
from audio.listen import listen
from audio.sound_folder import SoundFolder
from coach.bands import Bands
from coach.judge import judge
from coach.live.state import Press
from coach.offers.offer import Offer
from coach.settings import Settings
from coach.verdict import Verdict

BANDS = Bands()
PIECE = RATE // 50


class SpeakingMicrophone(FakeMicrophone):
    """Says a sound piece by piece; `position()` is what was said."""

    def play(self, sound):
        """As much as may lie in wait: the listening thread takes it up as fast as it can."""
        for i in range(0, len(sound), PIECE):
            piece = sound[i : i + PIECE]
            self.said += len(piece)
            self._coming.put(Block(piece[:, None].astype(np.float32), RATE))


def verdict_on(sound):
    (verdict,) = [
        said for said in judge(listen([Block(sound[:, None], RATE)], best_ear()), BANDS) if isinstance(said, Verdict)
    ]
    return verdict


class Told:
    """Everything a desk tells."""

    def __init__(self, desk):
        self.states, self.stages, self.sentences = [], [], []
        desk.changed.connect(self.states.append)
        desk.stage_changed.connect(self.stages.append)
        desk.told.connect(self.sentences.append)


@pytest.fixture(autouse=True)
def _impatient(monkeypatch):
    """Faults are retried at once, so that no test waits."""
    monkeypatch.setattr(listener_module, "RETRY_S", 0.01)
    monkeypatch.setattr(clerk_module, "RETRY_S", 0.01)
    monkeypatch.setattr(other_side_module, "RETRY_S", 0.01)


@pytest.fixture
def microphone():
    return SpeakingMicrophone()


@pytest.fixture
def microphones(microphone):
    return Microphones(microphone)


@pytest.fixture
def chosen():
    """What the user has chosen: a test may change it."""
    return [Settings(rep="Dana", caller="Dana Reyes", firm="Northside Payroll")]


@pytest.fixture
def calls():
    return ListInMemory(*(prospect(number) for number in range(1, 5)))


@pytest.fixture
def offer():
    return Offer(id="b", title="Flat fee", text="Hello {prospect},\nthis is {caller}.\n\nIs that something you want?")


@pytest.fixture
def sounds(tmp_path):
    return SoundFolder(tmp_path / "call-sound")


@pytest.fixture
def listener(qtbot, microphones):
    def engine(blocks):
        return judge(listen(blocks, best_ear()), BANDS)

    listener = Listener(microphones.open, engine)
    yield listener
    listener.close()


@pytest.fixture
def line(listener, microphones, sounds):
    return Line(listener, best_ear, BANDS, lambda rate_hz: begin(sounds, rate_hz, rep="Dana"), microphones.open)


@pytest.fixture
def desk(line, calls, chosen, offer, sounds):
    desk = LiveDesk(line, lambda: [offer], lambda: chosen[0], BANDS, lambda key: sounds.path(key).unlink())
    desk.connect_to(calls)
    yield desk
    desk.close()


@pytest.fixture
def told(desk):
    return Told(desk)


@pytest.fixture
def calling(desk, listener, told, microphone, qtbot):
    """The first script is there, and the microphone is heard."""
    desk.begin()
    listener.open()
    microphone.play(ROOM)
    qtbot.waitUntil(lambda: desk._line.at() is not None)
    qtbot.waitUntil(lambda: len(desk._session.ahead) == AHEAD)
    return desk


ROOM = speak("." * 5)
CLOSE = speak("." * 5 + "#" + "." * 8 + "#" + "." * 40)
MORE = speak("." * 10)


def newest(calls):
    return list(calls.log_of.values())[-1]


def close(calling, microphone, sound=CLOSE, ends=Press.HUNG_UP):
    calling.press(Press.NO)
    microphone.play(sound)
    calling.press(ends)
    microphone.play(MORE)


def measured(calls):
    return bool(calls.log_of) and newest(calls).measured is not None
