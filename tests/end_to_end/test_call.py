"""A call with a virtual prospect on a real virtual sound card: its lines on one device, the rep on another."""

from __future__ import annotations

import numpy as np
import pytest
import soundfile
from drawing import RATE, spoken_word

from app.listener import Listener
from app.rehearsal.call import Call
from app.rehearsal.scene_sounds import SceneSounds
from app.said import Phase
from audio.compose import compose, room
from audio.ears import best_ear
from audio.listen import listen
from audio.microphone import Microphone
from audio.speaker import Speaker
from coach.bands import Bands
from coach.drills.draw import draw
from coach.drills.encounter import CLOCK_ERROR_S
from coach.drills.repertoire import load
from coach.judge import judge
from coach.verdict import Result

pytestmark = pytest.mark.sound_server

PATIENCE_MS = 20_000


def engine(blocks):
    return judge(listen(blocks, best_ear()), Bands())


@pytest.fixture(autouse=True)
def _unhurried(sound_server, monkeypatch):
    """The short buffer of the virtual microphone is for recording; an output's would run dry."""
    monkeypatch.delenv("PULSE_LATENCY_MSEC")


@pytest.fixture
def close_file(tmp_path):
    path = tmp_path / "close.wav"
    words = [(0.4, spoken_word("af_heart", "ok")), (0.9, spoken_word("af_heart", "goodbye"))]
    soundfile.write(path, compose(words, RATE, tail_s=0.5, noise_dbfs=None).samples, RATE, subtype="PCM_16")
    return path


@pytest.fixture
def room_file(tmp_path):
    path = tmp_path / "room.wav"
    soundfile.write(path, np.tile(room(RATE * 10, -62.0, 4), 12), RATE, subtype="PCM_16")
    return path


@pytest.fixture
def listener(qtbot, virtual_microphone, room_file):
    """On the headset's microphone, in a quiet room; “phones” are another device at another rate."""
    virtual_microphone.plug("phones", rate_hz=48_000)
    with virtual_microphone.playing(room_file):
        listener = Listener(Microphone, engine)
        yield listener
        listener.close()


def call(drill="plain", seed=1, output="phones"):
    repertoire = load()
    scene = draw(repertoire.drill(drill), repertoire, seed)
    return Call(scene, SceneSounds(scene), Speaker(output), best_ear, Bands(), 25)


class Seen:
    def __init__(self, listener):
        self.phases, self.takes, self.refused, self.said = [], [], [], []
        listener.call_changed.connect(self._see)
        listener.take_ended.connect(self.takes.append)
        listener.take_refused.connect(self.refused.append)

    def _see(self, state):
        self.phases.append(state.phase)
        if state.said is not None:
            self.said.append(state.said.text)


def begin(listener, qtbot, made):
    seen = Seen(listener)
    with qtbot.waitSignal(listener.microphone_changed, timeout=PATIENCE_MS):
        listener.choose("headset")
        listener.open()
    listener.start_take(made)
    return seen


def test_a_plain_no_is_closed_and_they_hang_up(listener, virtual_microphone, close_file, qtbot):
    made = call()
    seen = begin(listener, qtbot, made)
    qtbot.waitUntil(lambda: Phase.OFFER in seen.phases, timeout=PATIENCE_MS)
    made.offer_done()
    qtbot.waitUntil(lambda: Phase.YOURS in seen.phases, timeout=PATIENCE_MS)
    with virtual_microphone.playing(close_file):
        qtbot.waitUntil(lambda: bool(seen.takes), timeout=PATIENCE_MS)
    (ended,) = seen.takes
    assert (ended.verdict.result, ended.fault) == (Result.PASS, None)
    assert ended.verdict.close.ended_by == "they_hung_up"
    assert [line.kind for line in ended.verdict.prospect] == ["ring", "hello", "no", "hung_up"]
    assert seen.said[0] != seen.said[-1]


def test_a_line_is_heard_when_the_take_says_so(listener, virtual_microphone, qtbot):
    """Played into the microphone's own device, the line is in the sound: the clock can be held against it."""
    made = call(output="headset")
    seen = begin(listener, qtbot, made)
    qtbot.waitUntil(lambda: Phase.OFFER in seen.phases, timeout=PATIENCE_MS)
    listener.hang_up()
    qtbot.waitUntil(lambda: bool(seen.takes), timeout=PATIENCE_MS)
    (ended,) = seen.takes
    for line in ended.verdict.prospect:
        loud = [n * ended.peaks.hop_s for n, bar in enumerate(ended.peaks.values) if bar > 0.01]
        heard = [at for at in loud if line.start - 0.3 <= at <= line.end + 0.3]
        assert heard[0] == pytest.approx(line.start, abs=CLOCK_ERROR_S + ended.peaks.hop_s)
        assert heard[-1] == pytest.approx(line.end, abs=CLOCK_ERROR_S + 2 * ended.peaks.hop_s)


def test_without_an_output_no_take_begins_and_it_says_so(listener, qtbot):
    seen = begin(listener, qtbot, call(output="nowhere"))
    qtbot.waitUntil(lambda: bool(seen.refused), timeout=PATIENCE_MS)
    assert seen.refused == ["“nowhere”, on which sound should be played, is not there. Plug it in, then start again."]
    assert (seen.phases, seen.takes) == ([], [])
    with qtbot.waitSignal(listener.take_started, timeout=PATIENCE_MS):
        listener.start_take()


def test_an_output_that_takes_no_more_sound_breaks_the_take_off(listener, virtual_microphone, qtbot):
    seen = begin(listener, qtbot, call())
    qtbot.waitUntil(lambda: Phase.OFFER in seen.phases, timeout=PATIENCE_MS)
    virtual_microphone.stall("phones")
    qtbot.waitUntil(lambda: bool(seen.takes), timeout=PATIENCE_MS)
    (ended,) = seen.takes
    assert ended.verdict.result is Result.NOT_MEASURED
    assert "went away, and the prospect cannot be heard any more" in ended.fault
    assert ended.verdict.reason == ended.fault
    assert ended.peaks.values
    with qtbot.waitSignal(listener.take_started, timeout=PATIENCE_MS):
        listener.start_take()
