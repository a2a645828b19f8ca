"""A saying is found in raw sound, or refused with a sentence that says why and what to do."""

import numpy as np
import pytest
import soxr
from drawing import draw
from hypothesis import given, settings
from hypothesis import strategies as st
from taught import one, scene, word

from audio.block import Block
from audio.compose import room
from audio.errors import BadSaying
from audio.frames import RATE
from audio.segment import Word
from audio.voice.saying import find_saying


def ok(**how):
    return scene((1.0, word("bf_emma", "ok")), **how)


def test_the_word_is_found_with_its_level():
    laid = ok()
    saying = find_saying(Word.OK, one(laid.samples))
    assert saying.end - saying.start == pytest.approx(laid.words[0].duration, abs=0.06)
    assert saying.level_dbfs == pytest.approx(-22.0, abs=0.5)
    assert saying.start == pytest.approx(0.6, abs=0.02)  # with the room before it


@pytest.mark.parametrize("rate_hz", [8_000, 44_100, 48_000])
def test_any_microphone_will_do(rate_hz):
    laid = ok()
    saying = find_saying(Word.OK, one(soxr.resample(laid.samples, RATE, rate_hz), rate_hz))
    assert saying.end - saying.start == pytest.approx(laid.words[0].duration, abs=0.08)


def test_two_channels_are_one_voice():
    samples = ok().samples
    assert find_saying(Word.OK, Block(np.stack((samples, samples), 1), RATE)) == find_saying(Word.OK, one(samples))


def faint():
    return ok(snr_db=45).samples * np.float32(0.03)


def clipped():
    return np.clip(ok().samples * 30, -1, 1)


def noisy():
    return ok(snr_db=13).samples


def two_words():
    return scene((1.0, word("bf_emma", "ok")), (0.6, word("bf_emma", "goodbye"))).samples


def cut_off():
    return ok().samples[round(1.1 * RATE) :]


@pytest.mark.parametrize(
    ("sound", "says"),
    [
        (np.zeros(2 * RATE, np.float32), "Nothing was heard"),
        (np.zeros(0, np.float32), "Nothing was heard"),
        (np.full(2 * RATE, np.nan, np.float32), "Nothing was heard"),
        (room(2 * RATE, -40.0, 1), "Nothing was heard"),
        (draw("..........!.........."), "Nothing was heard"),
        (faint(), "too faint"),
        (clipped(), "too loud"),
        (noisy(), "too much noise"),
        (two_words(), "More than one word"),
        (cut_off(), "cut “Ok” off"),
        (draw(".........." + "#" * 22 + ".........."), "too long"),
    ],
)
def test_what_nothing_can_be_learned_from_is_refused(sound, says):
    with pytest.raises(BadSaying, match=says) as refused:
        find_saying(Word.OK, one(sound))
    assert "once more" in str(refused.value)


def test_a_voice_behind_does_not_count_as_a_second_word():
    behind = word("am_fenrir", "goodbye") * np.float32(0.1)
    find_saying(Word.OK, one(scene((1.0, word("bf_emma", "ok")), (0.6, behind)).samples))


@settings(max_examples=15)
@given(st.floats(-20, 10))
def test_the_level_is_all_that_the_gain_changes(gain_db):
    samples = ok().samples
    plain = find_saying(Word.OK, one(samples))
    louder = find_saying(Word.OK, one(samples * np.float32(10 ** (gain_db / 20))))
    assert louder.level_dbfs - plain.level_dbfs == pytest.approx(gain_db, abs=0.1)
    assert (louder.start, louder.end) == pytest.approx((plain.start, plain.end), abs=0.02)
