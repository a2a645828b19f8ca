"""Playback against a real sound server: what is played comes out of the virtual microphone."""

from __future__ import annotations

from threading import Event

import numpy as np
import pytest
from end_to_end.virtual_microphone import eventually

from audio import portaudio
from audio.errors import OutputError
from audio.microphone import Microphone
from audio.playback import Playback

pytestmark = pytest.mark.sound_server

PATIENCE_S = 10


@pytest.fixture
def tone():
    """Half a second of 440 Hz at 16 kHz."""
    return (0.5 * np.sin(2 * np.pi * 440 * np.arange(8000) / 16_000)).astype(np.float32)


@pytest.fixture(autouse=True)
def _unhurried(sound_server, monkeypatch):
    """The short buffer of the virtual microphone is for recording; an output's would run dry."""
    monkeypatch.delenv("PULSE_LATENCY_MSEC")


def test_what_is_played_is_heard_whole(virtual_microphone, tone):
    finished = Event()
    microphone = Microphone("headset")
    playback = Playback(tone, 16_000, finished.set)
    samples = []
    for block in microphone:
        if not samples:
            playback.start()
        samples.append(block.samples[:, 0])
        if finished.is_set() and not block.samples.any():
            microphone.stop()
    assert len(np.flatnonzero(np.concatenate(samples))) == pytest.approx(len(tone), rel=0.01)
    assert playback.position_s == pytest.approx(0.5)
    assert not playback.playing
    assert playback.fault is None


def test_it_can_be_stopped_and_tells_where(virtual_microphone, tone):
    finished = Event()
    playback = Playback(np.tile(tone, 100), 16_000, finished.set)
    assert playback.position_s == 0
    playback.start()
    eventually(lambda: playback.position_s >= 0.1, "a tenth of a second was heard")
    assert playback.playing
    playback.stop()
    assert not playback.playing
    assert not finished.is_set()
    assert 0.1 <= playback.position_s < 40


def test_a_rate_that_the_output_does_not_take_is_changed(virtual_microphone, tone, monkeypatch):
    with portaudio.portaudio() as sd:
        pass

    class Stubborn(sd.RawOutputStream):
        def __init__(self, **settings):
            if settings["samplerate"] == 16_000:
                raise sd.PortAudioError("Invalid sample rate", -9997)
            super().__init__(**settings)

    monkeypatch.setattr(sd, "RawOutputStream", Stubborn)
    finished = Event()
    playback = Playback(tone, 16_000, finished.set)
    playback.start()
    assert finished.wait(PATIENCE_S)
    assert playback.position_s == pytest.approx(0.5, abs=0.01)


def test_an_output_that_goes_away_ends_it(virtual_microphone, tone):
    finished = Event()
    playback = Playback(np.tile(tone, 100), 16_000, finished.set)
    playback.start()
    virtual_microphone.crash()
    assert finished.wait(PATIENCE_S)
    assert "broke off" in str(playback.fault)


def test_without_an_output_there_is_a_sentence(no_microphone, tone):
    no_microphone.crash()
    with pytest.raises(OutputError, match="nothing to play sound on"):
        Playback(tone, 16_000).start()


def test_an_output_that_is_not_there_is_named(virtual_microphone, tone):
    with pytest.raises(OutputError, match=r"“Desk speaker”.*is not there"):
        Playback(tone, 16_000, output="Desk speaker").start()


def test_an_output_that_will_not_open_says_so(no_microphone, tone):
    with pytest.raises(OutputError, match="would not play"):
        Playback(tone, 16_000).start()
