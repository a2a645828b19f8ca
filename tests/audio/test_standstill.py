from hypothesis import given
from hypothesis import strategies as st

from audio.standstill import STILL_S, StandstillWatch

late = st.floats(0, STILL_S - 0.1)


@given(st.lists(st.tuples(st.floats(0.005, 1.0), late), max_size=30))
def test_sound_that_comes_late_is_no_standstill(pieces):
    watch, now = StandstillWatch(), 1000.0
    for seconds, delay in pieces:
        now += seconds + delay
        assert watch.hear(now, seconds) == 0.0


@given(st.floats(0.005, 1.0), st.floats(STILL_S + 0.1, 90_000))
def test_time_without_sound_is_told_once(seconds, asleep):
    watch = StandstillWatch()
    watch.hear(0.0, seconds)
    assert abs(watch.hear(seconds + asleep, seconds) - asleep) < 1e-6
    assert watch.hear(2 * seconds + asleep, seconds) == 0.0
