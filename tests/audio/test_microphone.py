"""What of the microphone needs no sound card; the rest is in tests/end_to_end."""

import sys
import time

import pytest

from audio import portaudio
from audio.errors import AudioError
from audio.microphone import Captured, SampleClock

RATE = 16_000


def fed(clock, blocks, age=0.01, overflowed_at=None):
    """Tell the clock of blocks of 10 ms that arrive on time, the last of them now."""
    now = time.monotonic()
    for number in range(blocks):
        arrived = now - (blocks - 1 - number) / 100
        clock.hear(160, Captured(b"", number == overflowed_at, arrived, age))


@pytest.fixture
def clock(monkeypatch):
    """A clock of samples, in a world where time stands still."""
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now)
    clock = SampleClock()
    clock.rate_hz = RATE
    return clock


def test_before_any_sound_the_position_is_the_beginning(clock):
    assert clock.now() == 0


def test_now_is_what_has_arrived_and_what_is_on_its_way(clock):
    fed(clock, 100, age=0.035)
    assert clock.now() == 16_000 + 0.025 * RATE


def test_a_driver_that_tells_nothing_or_nonsense_is_not_believed(clock):
    fed(clock, 100, age=-5.0)
    assert clock.now() == 16_000


def test_one_late_block_does_not_move_the_clock(clock):
    fed(clock, 100)
    clock.hear(160, Captured(b"", False, time.monotonic() + 0.5, 0.01))
    assert clock.now() == pytest.approx(16_000, abs=1)


def test_after_lost_sound_the_clock_is_set_anew(clock):
    fed(clock, 100)
    clock.hear(160, Captured(b"", True, time.monotonic(), 0.01))  # a block's worth was lost: no time has passed
    assert clock.now() == pytest.approx(16_160, abs=1)


def test_without_portaudio_there_is_a_sentence(monkeypatch):
    monkeypatch.setitem(sys.modules, "sounddevice", None)

    class Absent:
        def find_spec(self, name, *_):
            if name == "sounddevice":
                raise OSError("PortAudio library not found")

    monkeypatch.delitem(sys.modules, "sounddevice")
    monkeypatch.setattr(sys, "meta_path", [Absent(), *sys.meta_path])
    with pytest.raises(AudioError, match="PortAudio is missing"), portaudio.portaudio():
        pass


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (RuntimeError("Error opening stream", -9985), "Error opening stream"),
        (RuntimeError("Error opening", -9999, (0, -2, "No such file")), "No such file"),
        (RuntimeError("Error opening", -9999, (0, -2, "")), "Error opening"),
        (ValueError(), "ValueError"),
    ],
)
def test_a_reason_is_given_in_the_systems_own_words(error, words):
    assert portaudio.reason(error) == words
