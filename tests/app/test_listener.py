from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pytest
from fake_microphone import RATE, Desk, FakeMicrophone

from app import listener as listener_module
from app.listener import Listener, MicrophoneState, Peaks, TakeEnded
from app.take import unjudged
from audio.block import Block
from audio.errors import MicrophoneLost, MicrophoneRefused
from coach.stage import Stage
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

    def record(_rate_hz):
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


def begin(listener, microphone, qtbot):
    with qtbot.waitSignal(listener.take_started):
        listener.start_take()
        microphone.say(10)


def test_a_microphone_that_is_heard_is_usable(running):
    assert running[1].states == [MicrophoneState("Headset", usable=True)]


def test_the_meter_follows_the_sound(running, microphone, qtbot):
    listener, _told = running
    microphone.say(10, level=0.1)
    qtbot.waitUntil(lambda: abs(listener.meter.level_dbfs + 20) < 0.1)
    assert -21 < listener.meter.noise_dbfs < -5


def test_every_signal_arrives_in_the_owners_thread(running, microphone, qtbot):
    listener, told = running
    begin(listener, microphone, qtbot)
    with qtbot.waitSignal(listener.take_ended):
        listener.hang_up()
        microphone.say(10)
    assert told.threads == {threading.main_thread().name}


def test_a_take_has_the_half_second_before_it(make, microphone, qtbot):
    listener, told = make()
    for _ in range(200):
        microphone.say(10)
    qtbot.waitUntil(lambda: bool(told.states))
    begin(listener, microphone, qtbot)
    with qtbot.waitSignal(listener.take_ended):
        listener.hang_up()
        microphone.say(10)
    front = 0.5 + 0.01  # and the block that came after start
    assert front - 0.01 <= told.ended[0].verdict.duration <= front + 0.01


def test_hanging_up_cuts_off_what_had_been_queued(running, microphone, recorders, qtbot):
    listener, told = running
    begin(listener, microphone, qtbot)
    microphone.said += 7  # said before the click, not arrived yet
    listener.hang_up()
    microphone.said -= 7
    with qtbot.waitSignal(listener.take_ended):
        microphone.say(1000)
    assert told.ended[0].verdict.duration == pytest.approx(0.027)
    assert recorders[0].seconds == pytest.approx(0.027)
    assert told.ended[0].sound == "sound-1"
    assert recorders[0].fate == "kept"


def test_a_take_goes_on_until_the_moment_of_the_click_has_arrived(running, microphone, qtbot):
    listener, told = running
    begin(listener, microphone, qtbot)
    microphone.said += 500
    listener.hang_up()
    with qtbot.waitSignal(listener.take_ended):
        for _ in range(50):
            microphone.say(11)
    assert told.ended[0].verdict.duration == pytest.approx(0.52)


def test_a_take_that_was_stopped_leaves_nothing(running, microphone, recorders, qtbot):
    listener, told = running
    begin(listener, microphone, qtbot)
    with qtbot.waitSignal(listener.take_stopped):
        listener.stop_take()
        microphone.say(10)
    assert recorders[0].fate == "discarded"
    assert told.takes == ["started", "stopped"]


def test_the_next_take_may_begin_in_answer_to_the_last(running, microphone, recorders, qtbot):
    listener, _told = running
    listener.take_ended.connect(lambda _ended: listener.start_take())
    begin(listener, microphone, qtbot)
    with qtbot.waitSignal(listener.take_ended):
        listener.hang_up()
        microphone.say(10)
    with qtbot.waitSignal(listener.take_started):
        microphone.say(10)
    assert len(recorders) == 2


def test_stages_and_bars_come_while_the_take_runs(running, microphone, qtbot):
    listener, told = running
    begin(listener, microphone, qtbot)
    for _ in range(10):
        microphone.say(10, level=0.25)
    qtbot.waitUntil(lambda: len(told.stages) == 12 and len(told.bars) >= 5)
    with qtbot.waitSignal(listener.take_ended):
        listener.hang_up()
        microphone.say(10)
    bars = [value for stretch in told.bars for value in stretch.values]
    assert bars == [0.5, 0.25, 0.25, 0.25, 0.25, 0.25]
    assert tuple(bars) == told.ended[0].peaks.values
    assert [stretch.start_s for stretch in told.bars] == pytest.approx([0, 0.02, 0.04, 0.06, 0.08, 0.1])


def test_what_was_heard_before_a_fault_is_kept_and_the_loss_is_judged(running, microphone, recorders, qtbot):
    listener, told = running
    begin(listener, microphone, qtbot)
    with qtbot.waitSignal(listener.take_ended):
        microphone.say(30)
        microphone.fail(MicrophoneLost("It went away."))
    (ended,) = told.ended
    assert (ended.fault, ended.verdict.reason, ended.verdict.duration) == ("It went away.", "lost", pytest.approx(0.05))
    assert recorders[0].fate == "kept"


def test_a_microphone_that_comes_back_is_heard_again(running, microphone, qtbot):
    listener, told = running
    microphone.fail(MicrophoneLost("It went away."))
    qtbot.waitUntil(lambda: len(told.states) == 2)
    microphone.say(10)
    qtbot.waitUntil(lambda: len(told.states) == 3)
    assert [state.usable for state in told.states] == [True, False, True]
    assert told.states[1].sentence == "It went away."
    begin(listener, microphone, qtbot)


def test_a_fault_that_stays_is_told_once(make, desk, qtbot):
    desk.there.clear()
    _listener, told = make()
    qtbot.waitUntil(lambda: len(desk.opened) > 5)
    assert len(told.states) == 1


def test_without_a_microphone_no_take_begins_and_the_sentence_is_told_again(make, desk, microphone, qtbot):
    desk.there.clear()
    listener, told = make()
    qtbot.waitUntil(lambda: bool(told.states))
    listener.start_take()
    qtbot.waitUntil(lambda: len(told.states) == 2)
    desk.there["Headset"] = microphone
    microphone.say(10)
    qtbot.waitUntil(lambda: told.states[-1].usable)
    assert told.takes == []


def test_perfect_zeros_are_named_and_forgiven(running, microphone, qtbot):
    _listener, told = running
    microphone.say(1600, level=0)
    qtbot.waitUntil(lambda: len(told.states) == 2)
    microphone.say(10)
    qtbot.waitUntil(lambda: len(told.states) == 3)
    assert [state.usable for state in told.states] == [True, False, True]
    assert "perfect silence" in told.states[1].sentence


def test_zeros_do_not_break_off_a_take(running, microphone, qtbot):
    listener, told = running
    begin(listener, microphone, qtbot)
    microphone.say(3000, level=0)
    with qtbot.waitSignal(listener.take_ended):
        listener.hang_up()
        microphone.say(10)
    assert told.ended[0].verdict.duration == pytest.approx(3.02)
    assert "perfect silence" in (told.ended[0].fault or "")


def test_zeros_from_the_start_are_listened_to_on_a_new_stream_now_and_then(make, desk, microphone, qtbot):
    make()
    microphone.say(6000, level=0)
    qtbot.waitUntil(lambda: len(desk.opened) == 2)


def test_another_microphone_can_be_chosen_while_a_take_runs(running, desk, microphone, qtbot):
    listener, told = running
    desk.there["Desk"] = FakeMicrophone("Desk")
    begin(listener, microphone, qtbot)
    with qtbot.waitSignal(listener.take_ended):
        listener.choose("Desk")
    assert told.ended[0].fault is None
    desk.there["Desk"].say(10)
    qtbot.waitUntil(lambda: told.states[-1] == MicrophoneState("Desk", usable=True))
    assert microphone.closed
    begin(listener, desk.there["Desk"], qtbot)


def test_closing_ends_and_keeps_a_running_take(running, microphone, recorders, qtbot):
    listener, told = running
    begin(listener, microphone, qtbot)
    listener.close()
    assert [take.sound for take in told.ended] == ["sound-1"]
    assert (recorders[0].fate, microphone.closed) == ("kept", True)


def test_a_listener_can_be_opened_again(running, microphone, qtbot):
    listener, _told = running
    listener.close()
    listener.open()
    begin(listener, microphone, qtbot)


def test_closing_does_not_wait_for_a_device_that_hangs(qtbot, monkeypatch, caplog):
    monkeypatch.setattr(listener_module, "CLOSE_S", 0.05)
    released = threading.Event()

    class Hanging(FakeMicrophone):
        def __iter__(self):
            released.wait()
            yield from super().__iter__()

    listener = Listener(Desk(Hanging()).open, engine)
    listener.open()
    listener.close()
    assert "did not let go" in caplog.text
    caplog.clear()
    released.set()
    listener.close()
    assert not caplog.records


def test_a_bug_in_the_engine_is_logged_and_told_and_the_next_take_runs(make, microphone, recorders, qtbot, caplog):
    broken = [True]

    def fragile(blocks):
        for said in engine(blocks):
            if broken and broken.pop():
                raise ZeroDivisionError
            yield said

    listener, told = make(engine=fragile)
    microphone.say(10)
    with qtbot.waitSignal(listener.take_ended):
        listener.start_take()
        microphone.say(10)
    assert told.ended[0].fault == listener_module.BROKE
    assert recorders[0].fate == "kept"
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    caplog.clear()
    begin(listener, microphone, qtbot)
    with qtbot.waitSignal(listener.take_ended):
        listener.hang_up()
        microphone.say(10)
    assert told.ended[1].fault is None


def test_a_bug_in_the_microphone_is_logged_and_told_and_it_is_tried_again(running, microphone, qtbot, caplog):
    _listener, told = running
    microphone.fail(ZeroDivisionError())
    qtbot.waitUntil(lambda: len(told.states) == 2)
    assert told.states[1].sentence == listener_module.BROKE
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    caplog.clear()
    microphone.say(10)
    qtbot.waitUntil(lambda: told.states[-1].usable)


def test_a_disk_that_refuses_does_not_stop_the_take(running, microphone, recorders, qtbot):
    listener, told = running
    begin(listener, microphone, qtbot)
    recorders[0].failed = "The disk is full."
    with qtbot.waitSignal(listener.take_ended):
        listener.hang_up()
        microphone.say(10)
    assert (told.ended[0].fault, told.ended[0].verdict.reason) == ("The disk is full.", "whole")


def test_while_another_program_has_the_microphone_the_take_is_refused_in_a_sentence(make, microphone, qtbot):
    others = [True]

    @contextmanager
    def own():
        if others:
            raise MicrophoneRefused("Another Okbye is in the middle of a take.")
        yield

    listener, told = make(own=own)
    microphone.say(10)
    qtbot.waitUntil(lambda: bool(told.states))
    listener.start_take()
    microphone.say(10)
    qtbot.waitUntil(lambda: len(told.states) == 2)
    assert told.states[1] == MicrophoneState(
        "Headset", usable=False, sentence="Another Okbye is in the middle of a take."
    )
    microphone.say(2900)
    others.clear()
    microphone.say(200)
    qtbot.waitUntil(lambda: told.states[-1].usable)
    begin(listener, microphone, qtbot)


def test_sound_lost_before_the_take_is_no_loss_of_the_take(make, microphone, qtbot):
    listener, told = make()
    microphone.say(600)
    microphone.say(600, lost=True)
    qtbot.waitUntil(lambda: bool(told.states))
    begin(listener, microphone, qtbot)
    with qtbot.waitSignal(listener.take_ended):
        listener.hang_up()
        microphone.say(10)
    assert told.ended[0].verdict.reason == "whole"
