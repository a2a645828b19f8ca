from dataclasses import replace

import pytest

from audio.errors import MissingFile
from audio.words import catalogue, find, load


def test_every_word_can_be_loaded():
    for word in catalogue():
        samples, rate_hz = load(word)
        assert rate_hz == 24_000
        assert len(samples) > rate_hz / 10


def test_the_speed_that_is_nearest_is_found():
    assert find("af_heart", "ok", 0.8).speed == 0.85
    with pytest.raises(KeyError, match="no word 'hello'"):
        find("af_heart", "hello")


def test_a_word_that_was_lost_says_so():
    with pytest.raises(MissingFile, match=r"nobody/ok\.flac.*is missing or damaged"):
        load(replace(find("af_heart", "ok"), file="nobody/ok.flac"))


def test_a_word_that_is_no_sound_says_so():
    with pytest.raises(MissingFile, match="is missing or damaged"):
        load(replace(find("af_heart", "ok"), file="index.json"))
