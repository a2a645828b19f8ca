"""A voice is put together from three sayings of each word, or says what is missing."""

from statistics import median

import pytest
from taught import one, sayings, scene, word

from audio.errors import BadSaying, VoiceError
from audio.segment import Word
from audio.voice.saying import find_saying
from audio.voice.voice import learn


def test_the_level_is_that_of_the_words():
    learned = learn(sayings("bm_george"))
    assert learned.level_dbfs == pytest.approx(median(saying.level_dbfs for saying in learned.sayings), abs=0.01)
    assert 0.0 <= learned.spread_db < 1.0
    assert 60 < learned.f0_hz < 200  # a man's


@pytest.mark.parametrize(("missing", "says"), [(Word.OK, "3 sayings of “Ok”"), (Word.FAREWELL, "of the farewell")])
def test_too_few_sayings_are_not_enough(missing, says):
    said = sayings("bm_george")
    said.remove(next(saying for saying in said if saying.word is missing))
    with pytest.raises(VoiceError, match=says):
        learn(said)


@pytest.mark.parametrize("voice", ["af_bella", "am_fenrir", "bf_emma", "bm_george"])
def test_a_saying_of_something_else_is_found_out(voice):
    said = sayings(voice)
    said[1] = find_saying(Word.OK, one(scene((0.8, word(voice, "thankyou"))).samples))
    with pytest.raises(BadSaying, match="Saying 2 of “Ok”"):
        learn(said)


def test_more_sayings_are_welcome():
    more = find_saying(Word.OK, one(scene((0.8, word("bm_george", "okay"))).samples))
    assert len(learn([*sayings("bm_george"), more]).of(Word.OK)) == 4
