"""What of a speaker needs no sound card; the rest is in tests/end_to_end."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio.speaker import Played, Speaker

RATE = 1_000


@given(
    length=st.integers(1, 300),
    channels=st.integers(1, 2),
    rooms=st.lists(st.integers(1, 60), min_size=1, max_size=20),
    at=st.floats(0, 100),
)
def test_a_sound_is_heard_once_from_its_beginning_to_its_end(length, channels, rooms, at):
    sound = np.arange(1, length + 1, dtype=np.float32)
    played, heard, now = Played(sound), [], at
    for frames in rooms:
        room = np.zeros((frames, channels), np.float32)
        if played.ended is None:
            played.fill(room, now, RATE)
        heard.append(room)
        now += frames / RATE
    wanted = np.concatenate((sound, np.zeros(sum(rooms), np.float32)))[: sum(rooms)]
    np.testing.assert_array_equal(np.concatenate(heard), np.repeat(wanted[:, None], channels, axis=1))
    assert played.began == at
    if sum(rooms) >= length:
        assert played.ended == pytest.approx(at + length / RATE)
    else:
        assert played.ended is None


def test_what_is_broken_off_has_an_end():
    speaker = Speaker()
    first = speaker.play(np.ones(10, np.float32), 24_000)
    speaker.play(np.ones(10, np.float32), 24_000)
    assert first.ended is not None


def test_a_speaker_that_is_closed_has_no_fault():
    assert Speaker().fault is None
