"""Live calls on a real virtual microphone: the presses and the sound are on one clock."""

from __future__ import annotations

import time

import numpy as np
import pytest
import soundfile
from drawing import RATE
from end_to_end.voice import write_close
from list_in_memory import ListInMemory, prospect

from app.keeper import begin
from app.listener import Listener
from app.live.desk import LiveDesk
from app.live.line import Line
from audio.compose import room
from audio.ears import best_ear
from audio.listen import listen
from audio.microphone import Microphone
from audio.sound_folder import SoundFolder
from coach.bands import Bands
from coach.calls.call import Ending
from coach.judge import judge
from coach.live.state import Phase, Press
from coach.offers.offer import Offer
from coach.settings import Settings
from coach.stage import Part
from coach.verdict import Result

pytestmark = pytest.mark.sound_server

PATIENCE_MS = 10_000
OFFER = Offer(id="b", title="Flat fee", text="Hello {prospect}. Is that something you want?")


@pytest.fixture
def hiss(tmp_path):
    """Twenty seconds of a quiet room."""
    path = tmp_path / "hiss.wav"
    soundfile.write(path, np.random.default_rng(1).normal(0, 0.001, 20 * RATE).astype(np.float32), RATE)
    return path


@pytest.fixture
def key(tmp_path):
    """A loud key, pressed and let go of."""
    path = tmp_path / "key.wav"
    click = room(RATE // 25, -8.0, 3)
    soundfile.write(path, np.concatenate([click, np.zeros(RATE // 12, np.float32), click]), RATE)
    return path


@pytest.fixture
def listener(qtbot, virtual_microphone):
    listener = Listener(Microphone, lambda blocks: judge(listen(blocks, best_ear()), Bands()))
    yield listener
    listener.close()


@pytest.fixture
def calls():
    return ListInMemory(prospect(1), prospect(2))


@pytest.fixture
def chosen():
    return [Settings(rep="Dana", caller="Dana")]


@pytest.fixture
def desk(listener, calls, chosen, tmp_path):
    sounds = SoundFolder(tmp_path / "call-sound")
    line = Line(listener, best_ear, Bands(), lambda rate_hz: begin(sounds, rate_hz, rep="Dana"), Microphone)
    desk = LiveDesk(line, lambda: [OFFER], lambda: chosen[0], Bands(), lambda _key: None)
    desk.connect_to(calls)
    yield desk
    desk.close()


@pytest.fixture
def stages(desk):
    seen = []
    desk.stage_changed.connect(seen.append)
    return seen


@pytest.fixture
def calling(desk, listener, hiss, virtual_microphone, qtbot):
    """In a quiet room, the first script is there."""
    with virtual_microphone.playing(hiss):
        desk.begin()
        listener.open()
        qtbot.waitUntil(lambda: bool(desk.state.script) and desk._line.at() is not None, timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: desk._line.at() > 1.0, timeout=PATIENCE_MS)
        yield desk


def heard(listener, qtbot):
    """The moment at which something loud was heard."""
    qtbot.waitUntil(lambda: listener.meter.level_dbfs > -30, timeout=PATIENCE_MS)
    return time.monotonic()


def measured(calls, qtbot):
    qtbot.waitUntil(lambda: any(call.measured for call in calls.log_of.values()), timeout=PATIENCE_MS)
    (call,) = calls.log_of.values()
    return call


@pytest.fixture
def close_file(tmp_path):
    path = tmp_path / "close.wav"
    write_close(path, pause=0.8, silence=4.5)
    return path


def silent_for(stages, seconds):
    return bool(stages) and stages[-1].part is Part.SILENCE and (stages[-1].silence or 0.0) >= seconds


def test_an_ok_said_one_and_a_half_seconds_before_the_no_counts(
    calling, calls, stages, listener, close_file, virtual_microphone, qtbot
):
    with virtual_microphone.playing(close_file):
        late = heard(listener, qtbot) + 1.5
        qtbot.waitUntil(lambda: time.monotonic() >= late, timeout=PATIENCE_MS)
        calling.press(Press.NO)
        qtbot.waitUntil(lambda: silent_for(stages, 3.3), timeout=PATIENCE_MS)
        calling.press(Press.HUNG_UP)
    assert calling.state.planned.prospect.id == "p2"
    call = measured(calls, qtbot)
    assert call.measured.pause == pytest.approx(0.8, abs=0.03)
    assert 3.3 <= call.measured.silence < 3.8
    assert (call.measured.result, call.ending) == (Result.PASS, Ending.HUNG_UP)


def test_the_key_is_no_speech_and_the_stage_waits_for_the_word(
    calling, calls, stages, listener, key, close_file, virtual_microphone, qtbot
):
    with virtual_microphone.playing(key):
        heard(listener, qtbot)
        calling.press(Press.NO)
        qtbot.waitUntil(lambda: bool(stages) and listener.meter.level_dbfs < -50, timeout=PATIENCE_MS)
        pressed = calling._line.at()
        qtbot.waitUntil(lambda: stages[-1].now > pressed + 0.5, timeout=PATIENCE_MS)
    assert {(stage.part, stage.speaking, stage.ok) for stage in stages} == {(Part.OK, False, None)}
    with virtual_microphone.playing(close_file):
        qtbot.waitUntil(lambda: silent_for(stages, 3.3), timeout=PATIENCE_MS)
        calling.press_main()
    call = measured(calls, qtbot)
    assert call.measured.pause == pytest.approx(0.8, abs=0.03)
    assert call.measured.result is Result.PASS


def test_unplugged_in_the_close_the_call_is_logged_all_the_same(
    calling, calls, stages, close_file, virtual_microphone, hiss, qtbot
):
    with virtual_microphone.playing(close_file):
        calling.press(Press.NO)
        qtbot.waitUntil(lambda: silent_for(stages, 0.5), timeout=PATIENCE_MS)
        virtual_microphone.unplug()
        qtbot.waitUntil(lambda: calling.state.warning is not None, timeout=PATIENCE_MS)
    calling.press(Press.HUNG_UP)
    assert (calling.state.phase, calling.state.planned.prospect.id) == (Phase.SCRIPT, "p2")
    call = measured(calls, qtbot)
    assert (call.measured.result, call.measured.pause) == (Result.NOT_MEASURED, None)
    virtual_microphone.plug()
    with virtual_microphone.playing(hiss):
        qtbot.waitUntil(lambda: calling.state.warning is None, timeout=PATIENCE_MS)


class TestTheOtherSide:
    @pytest.fixture
    def virtual_microphone(self, virtual_microphone):
        virtual_microphone.plug("return")
        return virtual_microphone

    @pytest.fixture
    def chosen(self, chosen):
        return [chosen[0].model_copy(update={"other_device": "return"})]

    @pytest.fixture
    def wait(self, tmp_path):
        """Something that they say."""
        path = tmp_path / "wait.wav"
        write_close(path, pause=0.1, silence=0.5, lead=0.1)
        return path

    def test_it_is_heard_on_a_second_input(
        self, calling, calls, stages, close_file, wait, virtual_microphone, hiss, qtbot
    ):
        with virtual_microphone.playing(hiss, "return"), virtual_microphone.playing(close_file):
            calling.press(Press.NO)
            qtbot.waitUntil(lambda: silent_for(stages, 1.0), timeout=PATIENCE_MS)
            with virtual_microphone.playing(wait, "return"):
                qtbot.waitUntil(lambda: silent_for(stages, 3.3), timeout=PATIENCE_MS)
            calling.press(Press.HUNG_UP)
        call = measured(calls, qtbot)
        assert 1.0 < call.measured.silence < 2.2
        assert call.measured.result is Result.PASS
        assert calling.state.warning is None
