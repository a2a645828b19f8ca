"""Rises and falls of a known size, made by resynthesis: found, or not told at all where voicing is too weak."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from drawing import spoken_word
from intoned import FLAT, RATE, in_room, intoned, moving

from audio.compose import room
from audio.segment import Segment, Word
from audio.segmentation import Region
from audio.tone import tone, toned
from coach.tone import RISE_ST

VOICES = ["af_heart", "af_bella", "am_michael", "am_fenrir", "bf_emma", "bm_george"]
WORDS = [(voice, name) for voice in VOICES for name in ("ok", "okay", "goodbye", "bye")]
SHARES = (1.0, 0.4)  # of the word, over which it moves


@cache
def said(voice, name, semitones, share):
    return intoned(voice, name, moving(semitones, share) if semitones else FLAT)


def slopes(semitones, snr_db):
    heard = [
        tone(*in_room(said(*word, semitones, share), snr_db, seed))
        for seed, word in enumerate(WORDS)
        for share in (SHARES if semitones else SHARES[:1])
    ]
    return np.array([np.nan if one is None or one.slope_st is None else one.slope_st for one in heard])


@pytest.mark.parametrize("snr_db", [60, 20])
@pytest.mark.parametrize("semitones", [2.0, 4.0])
def test_rises_are_found(semitones, snr_db):
    measured = slopes(semitones, snr_db)
    assert np.mean(measured >= RISE_ST) >= 0.9
    assert np.nanmedian(measured) == pytest.approx(semitones, rel=0.25)


@pytest.mark.parametrize("snr_db", [60, 20])
@pytest.mark.parametrize("semitones", [0.0, -2.0, -4.0])
def test_what_is_level_or_falls_is_no_rise(semitones, snr_db):
    measured = slopes(semitones, snr_db)
    assert not np.any(measured >= RISE_ST)
    assert np.mean(np.isfinite(measured)) >= 0.9


@pytest.mark.parametrize("word", WORDS)
def test_the_voices_as_they_speak_do_not_rise(word):
    heard = tone(*in_room(spoken_word(*word), 30))
    assert heard.slope_st is None or heard.slope_st < RISE_ST


def test_a_step_inside_the_word_is_no_rise_at_its_end():
    steps = ((0.0, 0.0), (0.45, 0.0), (0.5, 4.0), (1.0, 4.0))
    assert tone(*in_room(intoned("bf_emma", "goodbye", steps), 60)).slope_st < RISE_ST


@pytest.mark.parametrize("seed", range(20))
def test_noise_has_no_tone(seed):
    assert tone(room(RATE, -30.0, seed), 0.2, 0.7) is None


@pytest.mark.parametrize("word", WORDS)
def test_a_whisper_has_no_tone(word):
    assert tone(*in_room(whispered(spoken_word(*word)), 60)) is None


def whispered(word):
    """The same sound with every phase drawn by lot: its spectrum stays, its periods are gone."""
    rng, width, hop = np.random.default_rng(1), 256, 64
    window = np.hanning(width)
    out = np.zeros(len(word) + width)
    for at in range(0, len(word) - width, hop):
        loudness = np.abs(np.fft.rfft(word[at : at + width] * window))
        loudness[:4] = 0.0  # so narrow a band has a period of its own
        smooth = np.convolve(loudness, np.ones(9) / 9, "same")
        phases = np.exp(2j * np.pi * rng.random(len(loudness)))
        out[at : at + width] += np.fft.irfft(smooth * phases) * window
    return out.astype(np.float32)


def test_an_end_that_the_voice_does_not_reach_is_not_told():
    sound, start, end = in_room(said("bm_george", "goodbye", 4.0, 0.5), 60)
    heard = tone(sound, start, end + 0.3)
    assert heard.slope_st is None
    assert heard.f0_hz > 0


def region_of(sound):
    levels = np.zeros(len(sound) // 80)
    return Region(sound, levels, levels > 1, 7.0, 0, len(levels))


def test_a_segment_gets_the_tone_of_its_own_stretch():
    sound, start, end = in_room(said("af_heart", "ok", 4.0, 0.5), 60)
    segmenter = toned(lambda region: [Segment(7.0 + start, 7.0 + end, word=Word.OK, beliefs=(0.9, 0.0, 0.1))])
    (segment,) = segmenter(region_of(sound))
    assert segment.tone == tone(sound, start, end)


@pytest.mark.parametrize(
    ("length", "beliefs"), [(1.0, (0.0, 0.02, 0.98)), (3.0, None)], ids=["another word", "a sentence"]
)
def test_other_speech_only_tells_where_the_voice_lies(length, beliefs):
    t = np.arange(round(length * RATE)) / RATE
    sound = (sum(np.cos(2 * np.pi * 180 * k * t) / k for k in range(1, 10)) * 0.05).astype(np.float32)
    segmenter = toned(lambda region: [Segment(7.0, 7.0 + length, beliefs=beliefs)])
    (segment,) = segmenter(region_of(sound))
    assert segment.tone.slope_st is None
    assert segment.tone.f0_hz == pytest.approx(180.0, rel=0.005)
