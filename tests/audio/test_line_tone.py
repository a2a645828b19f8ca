"""A line that went dead is told from everything that is said on one."""

from importlib.resources import files

import numpy as np
import pytest
import soxr
from drawing import blocks, draw

import assets
from audio.compose import room
from audio.frames import RATE
from audio.line_tone import LineTone
from audio.lines import load
from audio.tones import tone

CADENCES = {  # Hz, seconds on and off
    "North America, busy": ((480.0, 620.0), 0.5, 0.5),
    "North America, congestion": ((480.0, 620.0), 0.25, 0.25),
    "North America, dial": ((350.0, 440.0), 5.0, 0.0),
    "Germany, busy": ((425.0,), 0.48, 0.48),
    "United Kingdom, busy": ((400.0,), 0.375, 0.375),
    "China, busy": ((450.0,), 0.35, 0.35),
}


def heard(sound, sizes=(), rate_hz=RATE):
    line = LineTone()
    return [at for block in blocks(sound.astype(np.float32), sizes, rate_hz=rate_hz) for at in line.hear(block)]


def cadence(hz, on_s, off_s, *, before_s=1.0, lasts_s=4.0, dbfs=-26.0):
    t = np.arange(round((before_s + lasts_s) * RATE)) / RATE
    sounds = ((t - before_s) % (on_s + off_s) < on_s) & (t >= before_s)
    wave = sum(np.sin(2 * np.pi * one * t) for one in hz) / len(hz) * 10 ** (dbfs / 20) * np.sqrt(2)
    return np.where(sounds, wave, 0.0) + room(len(t), -62.0, 1)


@pytest.mark.parametrize("name", CADENCES)
def test_the_tone_of_every_country_is_told_once_from_where_it_began(name):
    assert heard(cadence(*CADENCES[name])) == [pytest.approx(1.0, abs=0.05)]


def test_what_ours_sounds_is_one():
    sound, rate_hz = tone("hung_up")
    quiet = np.zeros(rate_hz // 2, np.float32)
    assert len(heard(np.concatenate([quiet, sound, quiet]), rate_hz=rate_hz)) == 1


@pytest.mark.parametrize("size", [160, 333, 4800])
def test_the_size_of_the_blocks_changes_nothing(size):
    sound = cadence(*CADENCES["Germany, busy"])
    assert heard(sound, [size] * 1000) == heard(sound)


def test_a_line_that_goes_dead_twice_is_told_twice():
    sound = cadence(*CADENCES["Germany, busy"], lasts_s=2.0)
    assert len(heard(np.concatenate([sound, room(3 * RATE, -62.0, 2), sound]))) == 2


@pytest.mark.parametrize("voice", ["am_michael", "af_heart", "bf_emma"])
def test_nothing_that_is_said_is_one(voice):
    lines = sorted(file for file in (files(assets) / "voices" / voice).iterdir() if file.name.endswith(".ogg"))[:25]
    assert lines
    for line in lines:
        samples, rate_hz = load(line)
        assert heard(soxr.resample(samples, rate_hz, RATE)) == [], line.name


@pytest.mark.parametrize("other", ["beep", "ring"])
def test_other_tones_are_none(other):
    sound, rate_hz = tone(other)
    assert heard(sound, rate_hz=rate_hz) == []


def test_a_room_and_a_hum_are_none():
    t = np.arange(3 * RATE) / RATE
    assert heard(room(3 * RATE, -40.0, 1)) == []
    assert heard(0.05 * np.sin(2 * np.pi * 50 * t) + room(3 * RATE, -60.0, 1)) == []
    assert heard(draw("..####..####..####")) == []
