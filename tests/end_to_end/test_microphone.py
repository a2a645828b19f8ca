"""The microphone against a real sound server: what is played into it arrives, and every fault has its sentence."""

from __future__ import annotations

import time
from contextlib import contextmanager
from itertools import chain
from threading import Thread

import numpy as np
import pytest
import soundfile

from audio import devices, portaudio
from audio.errors import MicrophoneLost, MicrophoneRefused, MicrophoneStalled, NoMicrophone
from audio.microphone import Microphone
from audio.mute import MuteWatch

pytestmark = pytest.mark.sound_server


@pytest.fixture
def noise(tmp_path):
    """Half a second of noise at 16 kHz as a file, and its 16-bit samples. No sample is zero."""
    samples = np.random.default_rng(7).integers(1, 20_000, 8_000).astype(np.int16)
    path = tmp_path / "noise.wav"
    soundfile.write(path, samples, 16_000, subtype="PCM_16")
    return path, samples


@contextmanager
def listening(name=None):
    """A microphone and an iterator over its blocks, the first of which has come."""
    microphone = Microphone(name)
    blocks = iter(microphone)
    try:
        yield microphone, chain([next(blocks)], blocks)
    finally:
        blocks.close()


def heard(blocks, seconds):
    """The next seconds of sound as 16-bit samples."""
    samples, rate = [], 16_000
    while sum(map(len, samples)) < seconds * rate:
        block = next(blocks)
        rate = block.rate_hz
        samples.append(block.samples[:, 0])
    return np.round(np.concatenate(samples) * 32_768).astype(np.int16)


def drain(blocks):
    for _block in blocks:
        pass


def test_sound_arrives_bit_exact(virtual_microphone, noise):
    path, samples = noise
    with listening("headset") as (microphone, blocks), virtual_microphone.playing(path):
        captured = heard(blocks, 1.5)
    start = int(np.flatnonzero(captured)[0])
    np.testing.assert_array_equal(captured[start : start + len(samples)], samples)
    assert (microphone.rate_hz, microphone.channels) == (16_000, 1)


def test_a_microphone_of_another_rate_is_heard_at_ours(no_microphone, noise):
    no_microphone.plug(rate_hz=48_000)
    path, samples = noise
    with listening("headset") as (_microphone, blocks), no_microphone.playing(path):
        captured = heard(blocks, 1.5).astype(float)
    loud = np.flatnonzero(captured)
    assert loud[-1] - loud[0] == pytest.approx(len(samples), abs=400)


def test_a_microphone_that_refuses_our_rate_is_opened_at_its_own(virtual_microphone, monkeypatch):
    with portaudio.portaudio() as sd:
        pass

    class Stubborn(sd.RawInputStream):
        def __init__(self, **settings):
            if settings["samplerate"] == 16_000:
                raise sd.PortAudioError("Invalid sample rate", -9997)
            super().__init__(**settings)

    monkeypatch.setattr(sd, "RawInputStream", Stubborn)
    with listening() as (microphone, blocks):
        assert next(blocks).rate_hz == microphone.rate_hz == 44_100


def test_a_microphone_that_refuses_one_channel_is_opened_with_its_own(virtual_microphone, monkeypatch):
    with portaudio.portaudio() as sd:
        pass

    class Wide(sd.RawInputStream):
        def __init__(self, **settings):
            if settings["channels"] == 1:
                raise sd.PortAudioError("Invalid number of channels", -9998)
            super().__init__(**settings)

    monkeypatch.setattr(sd, "RawInputStream", Wide)
    with listening("headset") as (microphone, blocks):
        assert next(blocks).samples.shape[1] == microphone.channels > 1


def test_stopping_from_another_thread_ends_the_iteration(virtual_microphone):
    with listening() as (microphone, blocks):
        Thread(target=microphone.stop).start()
        drain(blocks)
    assert not portaudio.in_use()


def test_a_microphone_that_was_stopped_before_it_began_ends_at_once(virtual_microphone):
    microphone = Microphone()
    microphone.stop()
    assert list(microphone) == []


@pytest.mark.parametrize(
    ("fault", "error"), [("unplug", MicrophoneLost), ("crash", MicrophoneLost), ("stall", MicrophoneStalled)]
)
def test_a_fault_is_raised_in_time(virtual_microphone, fault, error):
    with listening("headset") as (_microphone, blocks):
        getattr(virtual_microphone, fault)()
        since = time.monotonic()
        with pytest.raises(error, match="headset"):
            drain(blocks)
        assert time.monotonic() - since < 2
    assert not portaudio.in_use()


def test_one_that_was_plugged_in_again_is_found(virtual_microphone):
    with listening("headset") as (_microphone, blocks):
        virtual_microphone.unplug()
        with pytest.raises(MicrophoneLost):
            drain(blocks)
    with pytest.raises(NoMicrophone, match="“headset” is not there"):
        next(iter(Microphone("headset")))
    virtual_microphone.plug()
    with listening("headset"):
        pass


def test_without_a_sound_system_there_is_no_microphone(no_microphone):
    no_microphone.crash()
    assert devices.inputs() == []
    with pytest.raises(NoMicrophone, match="No microphone was found"):
        next(iter(Microphone()))


def test_a_microphone_that_will_not_open_says_so(no_microphone):
    (ghost,) = devices.inputs()
    assert not ghost.usable
    assert ghost.why_not.startswith("It would not open: ")
    with pytest.raises(MicrophoneRefused, match="would not open"):
        next(iter(Microphone()))


def test_a_muted_microphone_is_known_by_its_zeros_and_comes_back(virtual_microphone, noise):
    path, _samples = noise
    watch = MuteWatch()
    with listening("headset") as (_microphone, blocks):
        virtual_microphone.mute(on=True)
        with virtual_microphone.playing(path):
            while not watch.muted:
                watch.hear(next(blocks))
        virtual_microphone.mute(on=False)
        with virtual_microphone.playing(path):
            while watch.muted:
                watch.hear(next(blocks))
    assert watch.ever_heard


def test_the_list_is_not_renewed_under_an_open_stream(virtual_microphone):
    with listening("headset") as (_microphone, blocks):
        virtual_microphone.plug("spare")
        assert "spare" not in [device.name for device in devices.inputs()]
        assert len(heard(blocks, 0.2)) >= 3200
    assert "spare" in [device.name for device in devices.inputs()]


def test_the_moment_of_a_click_is_known_within_20_ms(virtual_microphone, noise):
    """Muting acts at once on the sound: the first zero must lie where the clock says we are."""
    path, _samples = noise
    blocks_heard = []
    with listening("headset") as (microphone, blocks), virtual_microphone.playing(path):
        while not blocks_heard or not blocks_heard[-1].samples.all():
            blocks_heard.append(next(blocks))
        blocks_heard.extend(next(blocks) for _ in range(10))
        moments = []

        def mute():
            moments.append(microphone.position())
            virtual_microphone.mute(on=True)
            moments.append(microphone.position())

        muting = Thread(target=mute)
        muting.start()
        while muting.is_alive() or blocks_heard[-1].samples.any():
            blocks_heard.append(next(blocks))
        virtual_microphone.mute(on=False)
    sound = np.concatenate([block.samples[:, 0] for block in blocks_heard])
    loud = np.flatnonzero(sound)
    assert moments[0] - 320 <= loud[-1] <= moments[1] + 320
