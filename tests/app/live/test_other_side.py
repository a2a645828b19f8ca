"""When the other side speaks, and that it is said where they cannot be heard."""

import time

import numpy as np
import pytest
import soxr
from drawing import blocks, draw, speak
from fake_microphone import Desk as Microphones
from fake_microphone import FakeMicrophone

from app.live.other_side import BROKE, OtherSide, beginnings
from audio.ears import plain_ear
from audio.errors import MicrophoneLost
from audio.listen import listen
from audio.tones import tone

from .conftest import SpeakingMicrophone


def heard(picture, sizes=(160,) * 1000):
    return [round(at, 1) for at in beginnings(listen(blocks(draw(picture), sizes), plain_ear()))]


def test_each_time_they_begin_is_told():
    assert heard("." * 10 + "#####" + "." * 10 + "######" + "." * 8) == [1.0, 2.5]


def test_crackles_are_no_speech():
    assert heard("." * 10 + "!" + "." * 10 + "!.!" + "." * 10) == []


class Told:
    def __init__(self):
        self.moments, self.gone, self.faults = [], [], []


@pytest.fixture
def told():
    return Told()


@pytest.fixture
def listen_to(told):
    opened = []

    def start(name, microphones):
        side = OtherSide(name, microphones.open, told.moments.append, told.gone.append, told.faults.append)
        side.open()
        opened.append(side)
        return side

    yield start
    for side in opened:
        side.close()


def test_the_moment_is_one_of_the_computers_clock(listen_to, told, qtbot):
    line = SpeakingMicrophone("Line")
    before = time.monotonic()
    sound = speak("." * 10 + "#" + "." * 10)
    line.play(sound)
    listen_to("Line", Microphones(line))
    qtbot.waitUntil(lambda: bool(told.moments))
    after = time.monotonic()
    since = len(sound) / 16_000 - 1.0  # all was said when it was heard; the word began after one second
    assert before - since - 0.1 <= told.moments[0] <= after - since + 0.1


def test_the_tone_of_a_dead_line_is_told(listen_to, told, qtbot):
    line = SpeakingMicrophone("Line")
    sound, rate_hz = tone("hung_up")
    line.play(np.concatenate([speak("." * 5), soxr.resample(sound, rate_hz, 16_000)]))
    listen_to("Line", Microphones(line))
    qtbot.waitUntil(lambda: len(told.gone) == 1)


def test_a_fault_is_told_once_and_forgiven(listen_to, told, qtbot):
    line = SpeakingMicrophone("Line")
    line.fail(MicrophoneLost("It went away."))
    listen_to("Line", Microphones(line))
    qtbot.waitUntil(lambda: len(told.faults) == 1)
    assert told.faults[0].startswith("It went away.")
    line.play(speak("." * 5))
    qtbot.waitUntil(lambda: told.faults[-1] is None)


@pytest.mark.expected_log("could not be listened to")
def test_a_fault_of_ours_is_logged_and_told(listen_to, told, qtbot):
    line = FakeMicrophone("Line")
    line.fail(ZeroDivisionError())
    listen_to("Line", Microphones(line))
    qtbot.waitUntil(lambda: told.faults == [BROKE])


def test_it_lets_go_of_its_input(listen_to, qtbot):
    line = SpeakingMicrophone("Line")
    line.play(speak("." * 5))
    side = listen_to("Line", Microphones(line))
    side.close()
    qtbot.waitUntil(lambda: line.closed)
