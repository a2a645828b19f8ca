import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.sampled import sampled
from app.samples import SAMPLES, VOICES, composed, model
from audio.words import catalogue
from coach.bands import Bands
from coach.verdict import Result

BY_NAME = {sample.name: sample for sample in SAMPLES}
FAULTS = {
    "together": "The two words ran together.",
    "rushed": "The pause was too short.",
    "hesitant": "The pause was too long.",
    "clipped": "“Good-bye” was clipped.",
    "drawn_out": "“Ok” was drawn out.",
    "thanks": "You said more than the two words.",
    "at_once": "You hung up too soon.",
}
voices = pytest.mark.parametrize("voice", [voice.name for voice in VOICES])


def test_every_voice_that_is_shipped_is_offered():
    assert {voice.name for voice in VOICES} == {word.voice for word in catalogue()}


@voices
@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_that_fault_in_every_voice(voice, name):
    assert sampled(BY_NAME[name].by(voice), Bands()).verdict.headline == FAULTS[name]


@voices
@pytest.mark.parametrize("name", sorted(set(BY_NAME) - set(FAULTS)))
def test_a_good_one_is_good_in_every_voice(voice, name):
    assert sampled(BY_NAME[name].by(voice), Bands()).verdict.result is Result.PASS


@settings(max_examples=25)
@given(sample=st.sampled_from(SAMPLES), pause=st.integers(1, 300).map(lambda hundredths: hundredths / 100))
def test_a_pause_that_is_moved_is_there_to_the_sample(sample, pause):
    moved = sample.paused(pause)
    assert moved.pause_s == pause
    assert moved.silence_s == sample.silence_s
    ok, farewell, *_ = composed(moved).words
    assert ok.gap_to(farewell) == pytest.approx(pause, abs=1 / 24_000)
    assert moved.paused(sample.pause_s or pause).words[2:] == sample.words[2:]


def test_words_that_run_together_stay_so_while_there_is_no_pause():
    together = BY_NAME["together"]
    assert together.paused(0.0) is together
    assert together.paused(0.5).paused(0.0).pause_s == 0.0


@voices
@pytest.mark.parametrize("farewell", ["good-bye", "goodbye", "bye-now", "bye"])
def test_what_a_take_should_have_been_is_a_clean_close(voice, farewell):
    assert sampled(model(farewell, voice), Bands()).verdict.result is Result.PASS


def test_the_bars_cover_the_sound():
    heard = sampled(SAMPLES[0], Bands())
    assert len(heard.peaks.values) * heard.peaks.hop_s == pytest.approx(heard.verdict.duration, abs=heard.peaks.hop_s)
    assert max(heard.peaks.values) > 0.1
