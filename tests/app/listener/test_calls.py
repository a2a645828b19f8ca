"""A take with another side: what it asks for and tells passes through the listener."""

from contextlib import contextmanager

import pytest
from fake_microphone import RATE

from app.said import CallState, Phase
from app.take import unjudged
from audio.errors import OutputError
from coach.stage import Stage


class FakeCall:
    """Counts the sound; is over by itself after `lasts` seconds."""

    def __init__(self, lasts=None, fault=None, refuses=None):
        self.drill = "plain"
        self.fault = fault
        self.open = 0
        self.seconds = []
        self._lasts = lasts
        self._refuses = refuses

    @contextmanager
    def connected(self):
        if self._refuses:
            raise OutputError(self._refuses)
        self.open += 1
        yield
        self.open -= 1

    def offer_done(self):
        pass

    def hear(self, blocks, clock, hang_up):
        yield CallState(Phase.OFFER)
        heard = 0
        for block in blocks:
            heard += len(block.samples)
            self.seconds.append(clock.now())
            yield Stage(now=heard / RATE)
            if self._lasts is not None and heard >= self._lasts * RATE:
                hang_up()
        yield unjudged(heard / RATE, "over")


@pytest.fixture
def start(running, microphone, qtbot):
    """Start a take with a call."""

    def begin(call):
        listener, told = running
        states = []
        listener.call_changed.connect(states.append)
        listener.start_take(call)
        with qtbot.waitSignal(listener.take_started):
            microphone.say(10)
        return listener, told, states

    return begin


def test_what_the_call_does_is_told_in_the_owners_thread(start, microphone, qtbot):
    listener, told, states = start(FakeCall())
    with qtbot.waitSignal(listener.take_ended):
        listener.hang_up()
        microphone.say(10)
    assert states == [CallState(Phase.OFFER)]
    assert told.ended[0].verdict.reason == "over"


def test_a_call_that_is_over_ends_the_take_there(start, microphone, recorders, qtbot):
    listener, told, _states = start(FakeCall(lasts=0.1))
    with qtbot.waitSignal(listener.take_ended):
        microphone.say(300)
        microphone.say(300)
    assert told.ended[0].verdict.duration == pytest.approx(0.32)
    assert recorders[0].fate == "kept"


def test_the_calls_clock_is_the_takes(start, microphone, qtbot):
    call = FakeCall()
    start(call)
    qtbot.waitUntil(lambda: len(call.seconds) == 2)  # the block before the take, and its first
    microphone.say(500)
    qtbot.waitUntil(lambda: len(call.seconds) == 3)
    assert call.seconds[-1] == pytest.approx(0.52)


def test_without_an_output_no_take_begins(running, microphone, recorders, qtbot):
    listener, told = running
    with qtbot.waitSignal(listener.take_refused) as refused:
        listener.start_take(FakeCall(refuses="There is nothing to play sound on."))
        microphone.say(10)
    assert refused.args == ["There is nothing to play sound on."]
    assert (told.takes, recorders) == ([], [])
    assert told.states[-1].usable


def test_a_call_that_broke_off_has_its_sentence_in_the_take(start, microphone, qtbot):
    _listener, told, _states = start(FakeCall(lasts=0.01, fault="The headphones went away."))
    microphone.say(10)
    qtbot.waitUntil(lambda: bool(told.ended))
    assert told.ended[0].fault == "The headphones went away."


@pytest.mark.parametrize("ends", ["hang_up", "stop_take", "close"])
def test_the_output_is_let_go_of_however_the_take_ends(start, microphone, qtbot, ends):
    call = FakeCall()
    listener, _told, _states = start(call)
    getattr(listener, ends)()
    microphone.say(10)
    qtbot.waitUntil(lambda: call.open == 0)
