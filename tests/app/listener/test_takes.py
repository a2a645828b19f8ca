"""One take after another: what belongs to each, what becomes of it, what is told."""

import logging
import threading
from contextlib import contextmanager
from itertools import accumulate

import pytest

from app.said import MicrophoneState
from app.take import BROKE
from audio.errors import MicrophoneRefused


def test_every_signal_arrives_in_the_owners_thread(begin, running, microphone, qtbot):
    listener, told = running
    begin(listener, microphone)
    with qtbot.waitSignal(listener.take_ended):
        listener.hang_up()
        microphone.say(10)
    assert told.threads == {threading.main_thread().name}


def test_a_take_has_the_half_second_before_it(begin, make, microphone, qtbot):
    listener, told = make()
    for _ in range(200):
        microphone.say(10)
    microphone.say(10, level=0.1)
    qtbot.waitUntil(lambda: listener.meter.level_dbfs == pytest.approx(-20, abs=0.1))
    begin(listener, microphone)
    with qtbot.waitSignal(listener.take_ended):
        listener.hang_up()
        microphone.say(10)
    assert told.ended[0].verdict.duration == pytest.approx(0.5)


def test_hanging_up_cuts_off_what_had_been_queued(begin, running, microphone, recorders, qtbot):
    listener, told = running
    begin(listener, microphone)
    microphone.said += 7  # said before the click, not arrived yet
    listener.hang_up()
    microphone.said -= 7
    with qtbot.waitSignal(listener.take_ended):
        microphone.say(1000)
    assert told.ended[0].verdict.duration == pytest.approx(0.027)
    assert recorders[0].seconds == pytest.approx(0.027)
    assert told.ended[0].sound == "sound-1"
    assert recorders[0].fate == "kept"


def test_a_take_goes_on_until_the_moment_of_the_click_has_arrived(begin, running, microphone, qtbot):
    listener, told = running
    begin(listener, microphone)
    microphone.said += 500
    listener.hang_up()
    with qtbot.waitSignal(listener.take_ended):
        for _ in range(50):
            microphone.say(11)
    assert told.ended[0].verdict.duration == pytest.approx(0.52)


def test_a_take_that_was_stopped_leaves_nothing(begin, running, microphone, recorders, qtbot):
    listener, told = running
    begin(listener, microphone)
    with qtbot.waitSignal(listener.take_stopped):
        listener.stop_take()
        microphone.say(10)
    assert recorders[0].fate == "discarded"
    assert told.takes == ["started", "stopped"]


def test_the_next_take_may_begin_in_answer_to_the_last(begin, running, microphone, recorders, qtbot):
    listener, _told = running
    listener.take_ended.connect(lambda _ended: listener.start_take())
    begin(listener, microphone)
    with qtbot.waitSignal(listener.take_ended):
        listener.hang_up()
        microphone.say(10)
    with qtbot.waitSignal(listener.take_started):
        microphone.say(10)
    assert len(recorders) == 2


def test_stages_and_bars_come_while_the_take_runs(begin, running, microphone, qtbot):
    listener, told = running
    begin(listener, microphone)
    for _ in range(20):
        microphone.say(10, level=0.25)
    qtbot.waitUntil(lambda: len(told.stages) >= 2 and len(told.bars) >= 2)
    with qtbot.waitSignal(listener.take_ended):
        listener.hang_up()
        microphone.say(10)
    bars = [value for stretch in told.bars for value in stretch.values]
    assert bars == [0.5] + [0.25] * 10
    assert tuple(bars) == told.ended[0].peaks.values
    follows = list(accumulate((len(stretch.values) * stretch.hop_s for stretch in told.bars), initial=0.0))[:-1]
    assert [stretch.start_s for stretch in told.bars] == pytest.approx(follows)


def test_closing_ends_and_keeps_a_running_take(begin, running, microphone, recorders, qtbot):
    listener, told = running
    begin(listener, microphone)
    listener.close()
    assert [take.sound for take in told.ended] == ["sound-1"]
    assert (recorders[0].fate, microphone.closed) == ("kept", True)


def test_a_bug_in_the_engine_is_logged_and_told_and_the_next_take_runs(
    counting, begin, make, microphone, recorders, qtbot, caplog
):
    broken = [True]

    def fragile(blocks):
        for said in counting(blocks):
            if broken and broken.pop():
                raise ZeroDivisionError
            yield said

    listener, told = make(engine=fragile)
    microphone.say(10)
    with qtbot.waitSignal(listener.take_ended):
        listener.start_take()
        microphone.say(10)
    assert told.ended[0].fault == BROKE
    assert recorders[0].fate == "kept"
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    caplog.clear()
    begin(listener, microphone)
    with qtbot.waitSignal(listener.take_ended):
        listener.hang_up()
        microphone.say(10)
    assert told.ended[1].fault is None


def test_a_disk_that_refuses_does_not_stop_the_take(begin, running, microphone, recorders, qtbot):
    listener, told = running
    begin(listener, microphone)
    recorders[0].failed = "The disk is full."
    with qtbot.waitSignal(listener.take_ended):
        listener.hang_up()
        microphone.say(10)
    assert (told.ended[0].fault, told.ended[0].verdict.reason) == ("The disk is full.", "whole")


def test_while_another_program_has_the_microphone_the_take_is_refused_in_a_sentence(begin, make, microphone, qtbot):
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
    begin(listener, microphone)


def test_sound_lost_before_the_take_is_no_loss_of_the_take(begin, make, microphone, qtbot):
    listener, told = make()
    microphone.say(600)
    microphone.say(600, level=0.1, lost=True)
    qtbot.waitUntil(lambda: listener.meter.level_dbfs == pytest.approx(-20, abs=0.1))
    begin(listener, microphone)
    with qtbot.waitSignal(listener.take_ended):
        listener.hang_up()
        microphone.say(10)
    assert told.ended[0].verdict.reason == "whole"


def test_a_recording_that_cannot_be_closed_does_not_swallow_the_take(
    begin, running, microphone, recorders, qtbot, caplog
):
    listener, told = running
    begin(listener, microphone)
    recorders[0].close = lambda: 1 / 0
    with qtbot.waitSignal(listener.take_ended):
        listener.hang_up()
        microphone.say(10)
    assert told.ended[0].fault == BROKE
    assert "could not be closed" in caplog.text
    caplog.clear()
    begin(listener, microphone)
