"""The ear with a rep's sayings: their words stay words, other things stay other things, in any language."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from taught import heard, one, sayings, scene, word

from audio.ears import Ear, best_ear, plain_ear
from audio.listen import listen
from audio.segment import Word
from audio.voice.saying import find_saying
from audio.voice.voice import learn

TAUGHT = "am_fenrir"


def named(samples, voice):
    return [segment.word for segment in heard(samples, voice)]


@pytest.fixture(scope="module")
def foreigner():
    """Who says "Thank you" for “Ok”, and "I understand" for the farewell: words that the network takes for others."""
    said = sayings(TAUGHT)
    out = []
    for meant, name in ((Word.OK, "thankyou"), (Word.FAREWELL, "understand")):
        for pitch in (0.95, 1.0, 1.06):
            sound = bent(word(TAUGHT, name), pitch)
            out.append(find_saying(meant, one(scene((0.8, sound)).samples)))
    assert len(out) == len(said)
    return learn(out)


def bent(sound, pitch):
    places = np.arange(0, len(sound) - 1, pitch)
    return np.interp(places, np.arange(len(sound)), sound).astype(np.float32)


@pytest.mark.parametrize("snr_db", [30, 20, 15])
def test_taught_words_are_known_whatever_they_are(foreigner, snr_db):
    samples = scene(
        (1.5, bent(word(TAUGHT, "thankyou"), 1.03)), (0.9, bent(word(TAUGHT, "understand"), 0.98)), snr_db=snr_db
    ).samples
    assert named(samples, None) == [Word.OTHER, Word.OTHER]
    assert named(samples, foreigner) == [Word.OK, Word.FAREWELL]


@pytest.mark.parametrize("name", ["sorry", "noproblem", "gotit", "nicemorning", "goodluck"])
def test_what_was_not_taught_is_something_else(foreigner, voice, name):
    samples = scene((1.5, word(TAUGHT, name)), snr_db=20).samples
    assert set(named(samples, foreigner)) == {Word.OTHER}
    assert set(named(samples, voice)) == {Word.OTHER}


@pytest.mark.parametrize("name", ["okay", "okex", "byenow", "bye"])
def test_a_form_that_was_not_taught_is_still_the_word(voice, name):
    expected = Word.OK if name.startswith("ok") else Word.FAREWELL
    assert named(scene((1.5, word(TAUGHT, name)), snr_db=30).samples, voice) == [expected]


@settings(max_examples=6)
@given(st.floats(-18, 15))
def test_the_level_of_everything_leaves_words_as_they_are(voice, gain_db):
    samples = scene((1.0, word(TAUGHT, "okay")), (0.7, word(TAUGHT, "sorry")), snr_db=25).samples
    assert named(samples * np.float32(10 ** (gain_db / 20)), voice) == [Word.OK, Word.OTHER]


@settings(max_examples=6)
@given(st.lists(st.integers(1, 20_000), max_size=40))
def test_block_sizes_change_nothing(voice, sizes):
    samples = scene((1.0, word(TAUGHT, "okay")), (0.5, word(TAUGHT, "goodbyeex"))).samples
    assert heard(samples, voice, sizes) == heard(samples, voice)


def test_times_and_levels_are_those_of_the_ear_without_it(voice):
    samples = scene((1.0, word(TAUGHT, "okay")), (0.5, word(TAUGHT, "goodbyeex"))).samples
    ends = [(segment.start, segment.end, segment.level_dbfs) for segment in heard(samples, voice)]
    assert ends == [(segment.start, segment.end, segment.level_dbfs) for segment in heard(samples, None)]


@pytest.mark.parametrize("ear", [best_ear, lambda voice: plain_ear(voice.known)])
def test_what_is_known_of_the_voice_is_told_first(voice, ear):
    made = ear(voice)
    assert isinstance(made, Ear)
    first, *_ = listen([one(np.zeros(1600, np.float32))], made)
    assert first == voice.known
