"""The microphone goes and comes back, and the listener with it."""

import logging
import threading

import pytest
from fake_microphone import Desk, FakeMicrophone

from app import listener as listener_module
from app.listener import Listener
from app.said import MicrophoneState
from app.take import BROKE
from audio.errors import MicrophoneLost


def test_a_microphone_that_is_heard_is_usable(running):
    assert running[1].states == [MicrophoneState("Headset", usable=True)]


def test_the_meter_follows_the_sound(running, microphone, qtbot):
    listener, _told = running
    microphone.say(10, level=0.1)
    qtbot.waitUntil(lambda: abs(listener.meter.level_dbfs + 20) < 0.1)
    assert -21 < listener.meter.noise_dbfs < -5


def test_what_was_heard_before_a_fault_is_kept_and_the_loss_is_judged(begin, running, microphone, recorders, qtbot):
    listener, told = running
    begin(listener, microphone)
    with qtbot.waitSignal(listener.take_ended):
        microphone.say(30)
        microphone.fail(MicrophoneLost("It went away."))
    (ended,) = told.ended
    assert (ended.fault, ended.verdict.reason, ended.verdict.duration) == ("It went away.", "lost", pytest.approx(0.05))
    assert recorders[0].fate == "kept"
    assert not told.states[-1].usable  # known before the take ends, so that nobody starts the next one on it


def test_a_microphone_that_comes_back_is_heard_again(begin, running, microphone, qtbot):
    listener, told = running
    microphone.fail(MicrophoneLost("It went away."))
    qtbot.waitUntil(lambda: len(told.states) == 2)
    microphone.say(10)
    qtbot.waitUntil(lambda: len(told.states) == 3)
    assert [state.usable for state in told.states] == [True, False, True]
    assert told.states[1].sentence == "It went away."
    begin(listener, microphone)


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


def test_zeros_do_not_break_off_a_take(begin, running, microphone, qtbot):
    listener, told = running
    begin(listener, microphone)
    microphone.say(3000, level=0)
    with qtbot.waitSignal(listener.take_ended):
        listener.hang_up()
        microphone.say(10, level=0)
    assert told.ended[0].verdict.duration == pytest.approx(3.02)
    assert "perfect silence" in (told.ended[0].fault or "")


def test_zeros_from_the_start_are_listened_to_on_a_new_stream_now_and_then(make, desk, microphone, qtbot):
    make()
    microphone.say(6000, level=0)
    qtbot.waitUntil(lambda: len(desk.opened) == 2)


def test_another_microphone_can_be_chosen_while_a_take_runs(begin, running, desk, microphone, qtbot):
    listener, told = running
    desk.there["Desk"] = FakeMicrophone("Desk")
    begin(listener, microphone)
    with qtbot.waitSignal(listener.take_ended):
        listener.choose("Desk")
    assert told.ended[0].fault is None
    desk.there["Desk"].say(10)
    qtbot.waitUntil(lambda: told.states[-1] == MicrophoneState("Desk", usable=True))
    assert microphone.closed
    begin(listener, desk.there["Desk"])


def test_a_listener_can_be_opened_again(begin, running, microphone, qtbot):
    listener, _told = running
    listener.close()
    listener.open()
    begin(listener, microphone)


def test_closing_does_not_wait_for_a_device_that_hangs(counting, qtbot, monkeypatch, caplog):
    monkeypatch.setattr(listener_module, "CLOSE_S", 0.05)
    released = threading.Event()

    class Hanging(FakeMicrophone):
        def __iter__(self):
            released.wait()
            yield from super().__iter__()

    listener = Listener(Desk(Hanging()).open, counting)
    listener.open()
    listener.close()
    assert "did not let go" in caplog.text
    caplog.clear()
    released.set()
    monkeypatch.setattr(listener_module, "CLOSE_S", 10)
    listener.close()
    assert not caplog.records


def test_a_bug_in_the_microphone_is_logged_and_told_and_it_is_tried_again(running, microphone, qtbot, caplog):
    _listener, told = running
    microphone.fail(ZeroDivisionError())
    qtbot.waitUntil(lambda: len(told.states) == 2)
    assert told.states[1].sentence == BROKE
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    caplog.clear()
    microphone.say(10)
    qtbot.waitUntil(lambda: told.states[-1].usable)
