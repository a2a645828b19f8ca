"""The trained ear in the pipeline, on words of the shipped voices: named, with their ends, whatever the block size."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audio.block import Block
from audio.compose import compose, room
from audio.ears import best_ear
from audio.listen import listen
from audio.segment import SegmentHeard, TimePassed, Word
from audio.words import find, load
from coach.bands import Bands
from coach.judge import judge
from coach.verdict import Result

RATE = 24_000


def sound(voice, *words, tail_s=4.0, noise_dbfs=-65.0):
    """`words` are (gap before in seconds, name)."""
    return compose(
        [(gap, load(find(voice, name))[0]) for gap, name in words], RATE, tail_s=tail_s, noise_dbfs=noise_dbfs
    )


def hear(samples, sizes=()):
    def blocks():
        at = 0
        for size in [*sizes, len(samples)]:
            if at < len(samples):
                yield Block(samples[at : at + size, None], RATE)
            at += size

    return [event for event in listen(blocks(), best_ear()) if not isinstance(event, TimePassed)]


def words(events):
    return [event.segment for event in events if isinstance(event, SegmentHeard)]


def verdict(samples):
    *_, last = judge(listen([Block(samples[:, None], RATE)], best_ear()), Bands())
    return last


@pytest.mark.parametrize("voice", ["af_heart", "af_bella", "am_michael", "am_fenrir", "bf_emma", "bm_george"])
def test_each_voice_is_named_and_measured(voice):
    laid = sound(voice, (1.0, "ok"), (0.9, "goodbye"))
    ok, farewell = words(hear(laid.samples))
    assert (ok.word, farewell.word) == (Word.OK, Word.FAREWELL)
    assert ok.gap_to(farewell) == pytest.approx(laid.words[0].gap_to(laid.words[1]), abs=0.03)


def test_something_said_between_is_no_farewell():
    judged = verdict(sound("af_heart", (1.0, "ok"), (0.7, "thankyou"), (0.7, "goodbye")).samples)
    assert [str(utterance.kind) for utterance in judged.utterances] == ["ok", "extra", "farewell"]
    assert judged.headline == "You said more than the two words."


def test_two_words_that_are_no_close_are_none():
    judged = verdict(sound("bf_emma", (1.0, "thankyou"), (0.8, "understand")).samples)
    assert judged.result is Result.NOT_MEASURED
    assert judged.close is None


@pytest.mark.parametrize("noise_dbfs", [-60.0, -50.0, -45.0])
def test_a_noisy_room_does_not_move_the_pause_by_more_than_is_stated(noise_dbfs):
    laid = sound("am_fenrir", (1.0, "ok"), (0.8, "byenow"), noise_dbfs=noise_dbfs)
    close = verdict(laid.samples).close
    assert abs(close.pause - laid.words[0].gap_to(laid.words[1])) <= close.pause_error


@settings(max_examples=12)
@given(st.lists(st.integers(1, 20_000), max_size=60))
def test_block_sizes_change_nothing(sizes):
    laid = sound("bm_george", (0.6, "ok"), (0.4, "goodbye"), (0.5, "thankyou"), tail_s=1.0)
    assert hear(laid.samples, sizes) == hear(laid.samples)


def test_the_level_of_the_recording_does_not_matter():
    quiet = sound("af_bella", (1.0, "okay"), (0.9, "goodbye"), noise_dbfs=None).samples * np.float32(0.02)
    quiet = quiet + room(len(quiet), -90.0, 3)
    assert [word.word for word in words(hear(quiet))] == [Word.OK, Word.FAREWELL]
