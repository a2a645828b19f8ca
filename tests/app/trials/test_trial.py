"""A trial hears until its engine has heard enough, and says nothing of a sound that was cut off."""

import numpy as np
import pytest

from app.trials.trial import Trial
from audio.block import Block
from audio.errors import AudioError, MicrophoneLost, OutputError

BLOCK = Block(np.zeros((10, 1), np.float32), 1000)


def three(blocks):
    """Counts to three; what it says at the end of a shorter sound is not worth hearing."""
    for number, _ in enumerate(blocks, 1):
        yield number
        if number == 3:
            return
    yield "too short"


def test_it_is_over_when_the_engine_has_heard_enough():
    trial = Trial(three)
    assert list(trial.hear([BLOCK] * 9)) == [1, 2, 3]
    assert trial.over


def test_a_sound_that_ends_too_soon_is_begun_anew():
    trial = Trial(three)
    assert list(trial.hear([BLOCK] * 2)) == [1, 2]
    assert not trial.over
    assert list(trial.hear([BLOCK] * 3)) == [1, 2, 3]


def test_a_microphone_that_goes_away_is_the_listeners():
    def going():
        yield BLOCK
        raise MicrophoneLost("It went away.")

    trial = Trial(three)
    with pytest.raises(MicrophoneLost):
        list(trial.hear(going()))
    assert not trial.over


def test_what_the_engine_cannot_do_is_said():
    def refuse(blocks):
        next(blocks)
        raise OutputError("Nothing to play on.")
        yield

    trial = Trial(refuse)
    (error,) = trial.hear([BLOCK] * 2)
    assert (str(error), trial.over) == ("Nothing to play on.", True)


@pytest.mark.expected_log("could not be tried")
def test_a_fault_of_ours_is_logged_and_said():
    def breaks(blocks):
        next(blocks)
        raise ZeroDivisionError
        yield

    (error,) = Trial(breaks).hear([BLOCK] * 2)
    assert isinstance(error, AudioError)


def test_what_is_stopped_says_nothing_more():
    trial = Trial(three)
    said = []
    for one in trial.hear([BLOCK] * 9):
        said.append(one)
        trial.stop()
    assert said == [1]
