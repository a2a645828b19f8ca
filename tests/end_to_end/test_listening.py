"""The listener on a real virtual microphone: faults come and go, and the takes tell of it."""

from __future__ import annotations

import numpy as np
import pytest
import soundfile
from end_to_end.voice import write_close

from app.listener import Listener
from audio.ears import best_ear
from audio.listen import listen
from audio.microphone import Microphone
from coach.bands import Bands
from coach.judge import judge
from coach.verdict import Result

pytestmark = pytest.mark.sound_server

PATIENCE_MS = 10_000


def engine(blocks):
    return judge(listen(blocks, best_ear()), Bands())


@pytest.fixture
def hiss(tmp_path):
    """Ten seconds of a quiet room."""
    path = tmp_path / "hiss.wav"
    soundfile.write(path, np.random.default_rng(1).normal(0, 0.001, 160_000).astype(np.float32), 16_000)
    return path


@pytest.fixture
def close_file(tmp_path):
    path = tmp_path / "close.wav"
    write_close(path, pause=0.8, silence=3.4)
    return path


class Observed:
    """The newest state and the takes of a listener."""

    def __init__(self, listener):
        self.state = None
        self.takes = []
        listener.microphone_changed.connect(self._see)
        listener.take_ended.connect(self.takes.append)

    def _see(self, state):
        self.state = state


@pytest.fixture
def listener(qtbot, virtual_microphone):
    listener = Listener(Microphone, engine)
    yield listener
    listener.close()


@pytest.fixture
def seen(listener):
    return Observed(listener)


def begin(listener, seen, qtbot):
    listener.open()
    qtbot.waitUntil(lambda: seen.state is not None and seen.state.usable, timeout=PATIENCE_MS)
    with qtbot.waitSignal(listener.take_started, timeout=PATIENCE_MS):
        listener.start_take()


def test_a_close_is_measured_and_judged(listener, seen, virtual_microphone, close_file, hiss, qtbot):
    with virtual_microphone.playing(hiss):
        begin(listener, seen, qtbot)
        with virtual_microphone.playing(close_file) as player:
            qtbot.waitUntil(lambda: player.poll() is not None, timeout=PATIENCE_MS)
        with qtbot.waitSignal(listener.take_ended, timeout=PATIENCE_MS):
            listener.hang_up()
    (take,) = seen.takes
    assert take.verdict.close.pause == pytest.approx(0.8, abs=0.03)
    assert (take.verdict.result, take.fault) == (Result.PASS, None)


def test_unplugged_in_the_middle_of_the_close_nothing_is_judged_and_all_goes_on(
    listener, seen, virtual_microphone, close_file, hiss, qtbot
):
    with virtual_microphone.playing(hiss):
        begin(listener, seen, qtbot)
        with virtual_microphone.playing(close_file):
            with qtbot.waitSignal(
                listener.stage_changed, check_params_cb=lambda stage: (stage.silence or 0) > 0.5, timeout=PATIENCE_MS
            ):
                pass
            with qtbot.waitSignal(listener.take_ended, timeout=2_000):
                virtual_microphone.unplug()
    (take,) = seen.takes
    assert take.verdict.result is Result.NOT_MEASURED
    assert "went away" in take.fault
    assert take.peaks.values
    virtual_microphone.plug()
    with virtual_microphone.playing(hiss):
        begin(listener, seen, qtbot)


@pytest.mark.parametrize(
    ("fault", "sentence"), [("unplug", "went away"), ("crash", "No microphone"), ("stall", "stopped sending")]
)
def test_a_fault_is_named_and_heals(listener, seen, virtual_microphone, hiss, qtbot, fault, sentence):
    states = []
    listener.microphone_changed.connect(states.append)
    with virtual_microphone.playing(hiss):
        listener.open()
        qtbot.waitUntil(lambda: seen.state is not None and seen.state.usable, timeout=PATIENCE_MS)
        getattr(virtual_microphone, fault)()
        qtbot.waitUntil(lambda: any(sentence in state.sentence for state in states), timeout=3_000)
    virtual_microphone.reset()
    virtual_microphone.plug()
    with virtual_microphone.playing(hiss):
        qtbot.waitUntil(lambda: seen.state.usable, timeout=PATIENCE_MS)


def test_a_muted_microphone_is_named_and_comes_back(listener, seen, virtual_microphone, hiss, qtbot):
    with virtual_microphone.playing(hiss):
        listener.open()
        qtbot.waitUntil(lambda: seen.state is not None and seen.state.usable, timeout=PATIENCE_MS)
        virtual_microphone.mute(on=True)
        qtbot.waitUntil(lambda: "perfect silence" in seen.state.sentence, timeout=2_500)
        virtual_microphone.mute(on=False)
        qtbot.waitUntil(lambda: seen.state.usable, timeout=PATIENCE_MS)


def test_another_microphone_plugged_in_meanwhile_can_be_chosen(listener, seen, virtual_microphone, hiss, qtbot):
    with virtual_microphone.playing(hiss):
        listener.open()
        qtbot.waitUntil(lambda: seen.state is not None and seen.state.usable, timeout=PATIENCE_MS)
    virtual_microphone.plug("spare")
    listener.choose("spare")
    with virtual_microphone.playing(hiss, "spare"):
        qtbot.waitUntil(lambda: seen.state.usable and seen.state.name == "spare", timeout=PATIENCE_MS)
