"""What of the playback needs no sound card; the rest is in tests/end_to_end."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from audio.playback import Feed


@given(length=st.integers(0, 100), channels=st.integers(1, 3), asked=st.lists(st.integers(1, 40), min_size=1))
def test_the_sound_is_handed_out_once_then_silence(length, channels, asked):
    sound = np.arange(1, length * channels + 1, dtype=np.float32).reshape(length, channels)
    feed, got, finished = Feed(sound), [], False
    for frames in asked:
        room = bytearray(b"\xff" * frames * channels * 4)
        finished = feed.fill(room, frames)
        got.append(np.frombuffer(room, np.float32).reshape(frames, channels))
    heard = np.concatenate(got)
    wanted = np.concatenate((sound, np.zeros((len(heard), channels), np.float32)))[: len(heard)]
    np.testing.assert_array_equal(heard, wanted)
    assert finished == (sum(asked) >= length)
