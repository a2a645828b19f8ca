from dataclasses import replace

import pytest

from app.comparing import compared, curves
from app.sampled import sampled
from app.samples import SAMPLES, model
from audio.block import Block
from coach.bands import Bands


def blocks(heard):
    return [Block(heard.sound.samples[:, None], heard.sound.rate_hz)]


@pytest.fixture(scope="module")
def take():
    return sampled(SAMPLES[0].by("bm_george"), Bands())


def test_a_curve_begins_and_ends_with_its_word(take):
    close = take.verdict.close
    for curve, word in zip(curves(blocks(take), take.verdict), (close.ok, close.farewell), strict=True):
        assert curve.duration == word.duration
        assert curve.times[0] == pytest.approx(0, abs=0.02)
        assert curve.times[-1] == pytest.approx(word.duration, abs=0.02)
        assert len(curve.times) == len(curve.levels) == len(curve.semitones)
        assert list(curve.times) == sorted(curve.times)


def test_levels_are_over_the_loudest_moment_of_both_words(take):
    levels = [level for curve in curves(blocks(take), take.verdict) for level in curve.levels]
    assert max(levels) == 0
    assert min(levels) < -10


def test_pitch_is_over_the_middle_of_the_speakers_own_voice(take):
    voiced = [semitones for curve in curves(blocks(take), take.verdict) for semitones in curve.pitch]
    assert len(voiced) > 60
    assert abs(sum(voiced) / len(voiced)) < 4
    higher = replace(take.verdict, middle_hz=take.verdict.middle_hz * 2)
    under = [semitones for curve in curves(blocks(take), higher) for semitones in curve.pitch]
    assert under == pytest.approx([semitones - 12 for semitones in voiced], abs=0.02)


def test_a_voice_without_a_middle_has_no_curve_of_pitch(take):
    found = curves(blocks(take), replace(take.verdict, middle_hz=None))
    assert {len(curve.pitch) for curve in found} == {0}
    assert all(len(curve.semitones) == len(curve.times) for curve in found)


def test_a_softer_take_has_the_same_curves(take):
    softer = [Block(block.samples / 4, block.rate_hz) for block in blocks(take)]
    loud, soft = curves(blocks(take), take.verdict), curves(softer, take.verdict)
    for one, other in zip(loud, soft, strict=True):
        assert other.levels == pytest.approx(one.levels, abs=0.1)


def test_a_take_beside_a_sample(take):
    found = compared(blocks(take), take.verdict, model("bye-now", "af_heart"), Bands())
    assert [pair.yours.duration for pair in found.pairs] == [
        take.verdict.close.ok.duration,
        take.verdict.close.farewell.duration,
    ]
    assert found.sampled.sample.words[1].word == "byenow"


def test_without_a_close_there_are_no_curves(take):
    assert curves(blocks(take), replace(take.verdict, close=None)) == ()
