"""What is tried between takes, on the microphone that is open anyway."""

import pytest

from app.trials.trial import Trial
from audio.errors import MicrophoneLost


@pytest.fixture
def tried(running):
    """Everything that any trial said."""
    said = []
    running[0].tried.connect(lambda trial, one: said.append((trial, one)))
    return said


def counting_to(number):
    def count(blocks):
        for heard, _ in enumerate(blocks, 1):
            yield heard
            if heard == number:
                return

    return count


def test_a_trial_hears_the_sound_and_ends_by_itself(running, microphone, tried, qtbot):
    trial = Trial(counting_to(2))
    running[0].try_out(trial)
    for _ in range(4):
        microphone.say(10)
    qtbot.waitUntil(lambda: len(tried) == 3)
    assert tried == [(trial, 1), (trial, 2), (trial, None)]
    assert not microphone.closed


def test_another_one_takes_the_place_of_the_first(running, microphone, tried, qtbot):
    first, second = Trial(counting_to(1000)), Trial(counting_to(1))
    running[0].try_out(first)
    microphone.say(10)
    running[0].try_out(second)
    for _ in range(4):
        microphone.say(10)
    qtbot.waitUntil(lambda: (second, None) in tried)
    assert (first, None) not in tried


def test_a_take_begins_after_a_trial(running, microphone, tried, begin, qtbot):
    listener, _told = running
    trial = Trial(counting_to(1000))
    listener.try_out(trial)
    microphone.say(10)
    microphone.say(10)
    qtbot.waitUntil(lambda: (trial, 1) in tried)
    listener.try_out(None)
    microphone.say(10)
    begin(listener, microphone)


def test_it_begins_anew_when_the_microphone_is_back(running, microphone, desk, tried, qtbot):
    listener, told = running
    trial = Trial(counting_to(3))
    listener.try_out(trial)
    microphone.say(10)
    microphone.say(10)
    microphone.fail(MicrophoneLost("It went away."))
    qtbot.waitUntil(lambda: not told.states[-1].usable)
    for _ in range(5):
        microphone.say(10)
    qtbot.waitUntil(lambda: (trial, None) in tried)
    assert [one for _, one in tried[-4:]] == [1, 2, 3, None]
