"""The pipeline on drawn sound: what is heard, when, and that the cutting into blocks changes nothing."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from drawing import RATE, blocks, draw
from hypothesis import given, settings
from hypothesis import strategies as st

from audio.block import Block
from audio.ears import plain_ear
from audio.listen import listen
from audio.segment import (
    SegmentHeard,
    SoundEnded,
    SoundLost,
    SpeechPaused,
    SpeechResumed,
    SpeechStarted,
    SpeechWithdrawn,
    TimePassed,
)

CLOSE = "..........####........######.................."


def hear(source):
    return list(listen(source, plain_ear()))


def hear_drawn(picture, sizes=(), **how):
    return hear(blocks(draw(picture), sizes, **how))


def segments(events):
    return [event.segment for event in events if isinstance(event, SegmentHeard)]


def spans(events):
    return [(segment.start, segment.end) for segment in segments(events)]


def test_two_words_are_two_segments_with_exact_ends():
    assert spans(hear_drawn(CLOSE)) == [pytest.approx((1.0, 1.4), abs=0.01), pytest.approx((2.2, 2.8), abs=0.01)]


def test_stated_errors_hold_on_clean_sound():
    for segment, (start, end) in zip(segments(hear_drawn(CLOSE)), [(1.0, 1.4), (2.2, 2.8)], strict=True):
        assert abs(segment.start - start) <= segment.start_error
        assert abs(segment.end - end) <= segment.end_error


def test_events_come_in_the_order_in_which_they_are_known():
    kinds = [type(event) for event in hear_drawn(CLOSE, [160] * 500) if not isinstance(event, TimePassed)]
    word = [SpeechStarted, SpeechPaused, SegmentHeard]
    assert kinds == [*word, *word, SoundEnded]


def test_onset_is_announced_within_40_ms_of_sound():
    heard_until = 0.0
    for event in hear_drawn(CLOSE, [160] * 500):
        if isinstance(event, TimePassed):
            heard_until = event.now
        if isinstance(event, SpeechStarted):
            assert event.at == pytest.approx(1.0, abs=0.011)
            assert heard_until - 1.0 <= 0.04
            return
    pytest.fail("no onset")


def test_a_closure_inside_a_word_does_not_split_it():
    assert spans(hear_drawn("..........##.####..........")) == [pytest.approx((1.0, 1.7), abs=0.01)]


def test_a_short_pause_does():
    assert len(segments(hear_drawn("..........####..####.........."))) == 2


def test_a_gap_inside_a_word_is_announced_and_taken_back():
    picture = draw("." * 25 + "#" * 10 + "..." + "#" * 10 + "." * 25, letter_s=0.04)
    kinds = [type(e) for e in hear(blocks(picture, [160] * 500)) if isinstance(e, SpeechPaused | SpeechResumed)]
    assert kinds == [SpeechPaused, SpeechResumed, SpeechPaused]


@pytest.mark.parametrize("width_s", [0.005, 0.02, 0.04, 0.055])
def test_clicks_are_no_words(width_s):
    sound = draw("." * 30)
    sound[RATE : RATE + int(width_s * RATE)] += np.float32(0.3) * np.random.default_rng(0).standard_normal(
        int(width_s * RATE), np.float32
    )
    events = hear(blocks(sound, [160] * 400))
    assert segments(events) == []
    started = [event.at for event in events if isinstance(event, SpeechStarted)]
    assert started == [event.at for event in events if isinstance(event, SpeechWithdrawn)]


def test_click_before_a_word_does_not_start_it():
    assert spans(hear_drawn("........!.####..........")) == [pytest.approx((1.0, 1.4), abs=0.02)]


@pytest.mark.parametrize("picture", ["", "." * 30, "0" * 30])
def test_nothing_is_heard_in_nothing(picture):
    events = hear_drawn(picture)
    assert segments(events) == []
    assert events[-1].duration == pytest.approx(len(picture) / 10)


def test_sound_that_begins_and_ends_with_speech():
    assert spans(hear_drawn("####......####")) == [
        pytest.approx((0.0, 0.4), abs=0.02),
        pytest.approx((1.0, 1.4), abs=0.02),
    ]


def test_words_between_digital_silence():
    assert spans(hear_drawn("0000000000####0000000000")) == [pytest.approx((1.0, 1.4), abs=0.02)]


def test_speech_without_a_longer_break_is_heard_word_by_word():
    picture = "....." + "####.." * 100 + "....."
    found = segments(hear_drawn(picture))
    assert [round(word.start, 1) for word in found] == [round(0.5 + 0.6 * k, 1) for k in range(100)]
    assert all(earlier.end <= later.start for earlier, later in pairwise(found))


def test_a_voice_behind_is_heard_at_its_level():
    near, far = segments(hear_drawn("..........####......++++.........."))
    assert near.level_dbfs - far.level_dbfs == pytest.approx(20, abs=1.5)


def test_level_and_noise_are_told():
    events = hear_drawn("." * 40)
    last = [event for event in events if isinstance(event, TimePassed)][-1]
    assert last.noise_dbfs == pytest.approx(-67, abs=4)
    assert events[-1].noise_dbfs == pytest.approx(-67, abs=4)


def test_lost_sound_is_told_where_it_was_lost():
    events = hear_drawn(CLOSE, [1600] * 60, lost_at=1.9)
    assert [event.at for event in events if isinstance(event, SoundLost)] == [pytest.approx(1.9)]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 9000), max_size=80), st.sampled_from([8000, 16000, 44100, 48000]), st.integers(1, 3))
def test_block_sizes_change_nothing(sizes, rate_hz, channels):
    sound = np.repeat(draw(CLOSE, rate_hz=rate_hz)[:, None], channels, axis=1)

    def without_time(events):
        return [event for event in events if not isinstance(event, TimePassed)]

    whole = without_time(hear([Block(sound, rate_hz)]))
    assert without_time(hear(blocks(sound, sizes, rate_hz=rate_hz))) == whole


@pytest.mark.parametrize("rate_hz", [8000, 11025, 22050, 44100, 48000, 96000, 192000])
def test_every_rate_gives_the_same_times(rate_hz):
    sound = draw(CLOSE, rate_hz=rate_hz)
    found = spans(hear([Block(sound[:, None], rate_hz)]))
    assert found == [pytest.approx((1.0, 1.4), abs=0.012), pytest.approx((2.2, 2.8), abs=0.012)]


@pytest.mark.parametrize("gain_db", [-24, -12, 0, 12])
def test_level_does_not_matter(gain_db):
    sound = draw(CLOSE) * np.float32(10 ** (gain_db / 20))
    assert spans(hear(blocks(sound))) == [pytest.approx((1.0, 1.4), abs=0.02), pytest.approx((2.2, 2.8), abs=0.02)]


def test_a_new_rate_in_the_middle_goes_on_in_time():
    first, second = draw(CLOSE[:18]), draw(CLOSE[18:], rate_hz=48000)
    found = spans(hear([Block(first[:, None], RATE), Block(second[:, None], 48000)]))
    assert found == [pytest.approx((1.0, 1.4), abs=0.02), pytest.approx((2.2, 2.8), abs=0.02)]
