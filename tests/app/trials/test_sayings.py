"""Closes spoken one after the other into the set-up: three are learned from, each bad one has its sentence."""

import re

import numpy as np
import pytest
import soxr
from drawing import RATE

from app.trials.sayings import Accepted, Learned, Listening, Refused, sayings
from audio.block import Block
from audio.compose import compose, room
from audio.words import find, load
from coach.bands import Bands
from coach.stage import Stage


def word(name, speed=1.0, voice="af_heart"):
    sound, rate_hz = load(find(voice, name, speed))
    return np.asarray(soxr.resample(sound, rate_hz, RATE), np.float32)


def said(*words, tail_s=1.8, lead_s=0.8):
    """Words with the gap before each but the first."""
    (first, *rest) = words
    return compose([(lead_s, first), *rest], RATE, tail_s=tail_s, noise_dbfs=None).samples


def close(speed=1.0, pause=0.8, gain=0.4):
    return gain * said(word("ok", speed), (pause, word("goodbye", speed)))


def spoken(*sounds, noise_dbfs=-62.0):
    samples = np.concatenate(sounds)
    samples = samples + room(len(samples), noise_dbfs, 3)
    for at in range(0, len(samples), 320):
        yield Block(samples[at : at + 320, None].astype(np.float32), RATE)


def heard(*sounds, noise_dbfs=-62.0, known=True):
    noise = Block(room(4 * RATE, noise_dbfs, 9)[:, None], RATE) if known else None
    return list(sayings(spoken(*sounds, noise_dbfs=noise_dbfs), Bands(), noise))


def only(kind, told):
    return [one for one in told if isinstance(one, kind)]


GOOD = (close(1.0), close(0.85, 1.1), close(1.2, 0.7))


@pytest.fixture(scope="module")
def three():
    return heard(*GOOD, close())


def test_three_sayings_are_measured_and_learned(three):
    accepted = only(Accepted, three)
    assert [one.spoken.pause for one in accepted] == pytest.approx([0.8, 1.1, 0.7], abs=0.03)
    assert not any(one.spoken.level.clipped for one in accepted)
    learned = three[-1]
    assert len(learned.voice.sayings) == 6
    assert [one.number for one in only(Listening, three)] == [1, 2, 3]


def test_the_stage_is_shown_while_they_are_said(three):
    assert {stage.part.value for stage in only(Stage, three)} >= {"ok", "pause", "silence"}


def test_the_figure_is_no_better_than_what_was_stated(three):
    stated = max(one.spoken.pause_error for one in only(Accepted, three))
    assert stated <= three[-1].pause_error < 0.06


def test_the_figure_grows_with_the_noise(three):
    noisy = heard(*GOOD, noise_dbfs=-48.0)
    assert noisy[-1].pause_error > three[-1].pause_error


def test_without_the_room_the_stated_errors_are_all_there_is():
    told = heard(*GOOD, known=False)
    assert told[-1].pause_error == max(one.spoken.pause_error for one in only(Accepted, told))


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (0.4 * said(word("ok"), tail_s=5.0), "“Good-bye” was not heard"),
        (0.4 * said(word("goodbye"), tail_s=5.0), "“Ok” was not heard"),
        (0.4 * said(word("ok"), (0.8, word("goodbye")), (0.4, word("thankyou"))), "Something else was heard"),
        (0.4 * said(word("together")), "ran together"),
        (np.clip(6.0 * close(gain=1.0), -1.0, 1.0), "too loud"),
        (close(gain=0.01), "faint|noise"),
    ],
)
def test_a_bad_saying_is_refused_with_its_reason_and_said_again(bad, why):
    told = heard(bad, close())
    (refused,) = only(Refused, told)
    assert only(Accepted, told)
    assert [one.number for one in only(Listening, told)][:2] == [1, 1]
    assert re.search(why, refused.sentence)


def test_one_that_is_unlike_the_others_is_said_again():
    other = 0.4 * said(word("okay", voice="bm_george"), (0.8, word("bye", voice="bm_george")))
    told = heard(close(), close(0.85, 1.1), other, close(1.2))
    (refused,) = only(Refused, told)
    assert "does not sound like the others" in refused.sentence
    assert isinstance(told[-1], Learned)


def test_nothing_said_is_waited_for():
    told = heard(np.zeros(14 * RATE, np.float32), close())
    assert not only(Refused, told)
    assert len(only(Accepted, told)) == 1


def test_a_sound_that_ends_has_not_taught_anything():
    assert not only(Learned, heard(*GOOD[:2]))
