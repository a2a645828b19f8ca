"""Level, room, clicks and breaths: what is heard of them, and for how long."""

import numpy as np
import pytest
from drawing import RATE, spoken_word

from app.trials.level import loudness
from app.trials.noises import noise, words_beside
from app.trials.room import Heard, RoomHeard, SomebodySpoke, room_noise
from audio.compose import room
from audio.segment import Segment
from coach.setup.measured import Noise

WORD = 0.4 * spoken_word("af_heart", "goodday")


def test_a_level_is_known_after_enough_speech(in_a_room, quiet):
    heard = list(loudness(in_a_room(quiet(0.5), WORD, quiet(0.6), WORD, quiet(0.6), WORD, quiet(1.0))))
    assert len(heard) in {2, 3}
    assert -25 < heard[-1].level_dbfs < -8
    assert not heard[-1].clipped


def test_a_voice_that_is_too_loud_is_told_at_once(in_a_room, quiet):
    loud = np.clip(20 * WORD, -1.0, 1.0)
    (heard,) = loudness(in_a_room(quiet(0.5), loud, quiet(0.6), loud, quiet(1.0)))
    assert heard.clipped


@pytest.mark.parametrize("noise_dbfs", [-70.0, -50.0, -40.0])
def test_a_room_is_measured_to_some_decibels(in_a_room, quiet, noise_dbfs):
    *shares, heard = room_noise(in_a_room(quiet(6.0), noise_dbfs=noise_dbfs))
    assert heard.room.noise_dbfs == pytest.approx(noise_dbfs, abs=4.0)
    assert [share.share for share in shares] == sorted(share.share for share in shares)
    assert len(heard.sound.samples) / RATE == pytest.approx(4.0, abs=0.05)


def test_a_key_that_begins_it_is_not_the_room(in_a_room, quiet):
    click = room(1600, -20.0, 5)
    heard = list(room_noise(in_a_room(click, quiet(6.0))))[-1]
    assert np.abs(heard.sound.samples).max() < 0.05


def test_while_somebody_speaks_it_begins_again(in_a_room, quiet):
    heard = list(room_noise(in_a_room(quiet(1.5), WORD, quiet(9.0))))
    assert [type(one) for one in heard if not isinstance(one, Heard)] == [SomebodySpoke, RoomHeard]


def test_a_sound_that_ends_says_nothing_of_the_room(in_a_room, quiet):
    assert not list(room_noise(in_a_room(quiet(0.3))))


def tried(blocks, voice_dbfs=-20.0):
    return next(one for one in noise(blocks, voice_dbfs) if isinstance(one, Noise))


def test_a_click_is_heard_and_is_no_word(in_a_room, quiet):
    found = tried(in_a_room(quiet(1.5), room(240, -30.0, 5), quiet(1.0), room(240, -30.0, 6), quiet(3.0)))
    assert found.over_room_db > 20
    assert found.words == 0


def test_nothing_done_is_not_heard(in_a_room, quiet):
    assert tried(in_a_room(quiet(6.0))).over_room_db < 10


def test_a_word_is_a_word(in_a_room, quiet):
    assert tried(in_a_room(quiet(1.5), WORD, quiet(4.0))).words == 1


def test_what_is_much_quieter_than_the_voice_would_not_count():
    faint, loud = Segment(1.0, 1.3, level_dbfs=-45.0), Segment(2.0, 2.3, level_dbfs=-22.0)
    assert words_beside([faint, loud], -20.0) == 1
    assert words_beside([faint], -20.0) == 0
    assert words_beside([faint], None) == 1
