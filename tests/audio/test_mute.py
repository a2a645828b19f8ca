import numpy as np

from audio.block import Block
from audio.mute import MUTED_S, MuteWatch


def sound(level, seconds=0.1):
    return Block(np.full((round(seconds * 1_000), 1), level, np.float32), 1_000)


def test_a_quiet_room_is_not_muted():
    watch = MuteWatch()
    for _ in range(100):
        watch.hear(sound(1 / 32_768))
    assert not watch.muted


def test_zeros_are_muted_only_after_a_while_and_the_next_sound_ends_it():
    watch = MuteWatch()
    watch.hear(sound(0, MUTED_S - 0.1))
    assert not watch.muted
    watch.hear(sound(0))
    assert watch.muted
    assert not watch.ever_heard
    watch.hear(sound(0.1))
    assert not watch.muted
    assert watch.ever_heard


def test_short_zeros_do_not_add_up():
    watch = MuteWatch()
    for _ in range(40):
        watch.hear(sound(0))
        watch.hear(sound(0.1))
    assert not watch.muted
