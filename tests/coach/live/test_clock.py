"""The time of the log."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from list_in_memory import START

from coach.live.clock import LogClock


class Clocks:
    """Both clocks of a computer; `set_by` sets the one on the wall."""

    def __init__(self):
        self.wall, self.seconds = START, 100.0
        self.log = LogClock(lambda: self.wall, lambda: self.seconds)

    def passes(self, seconds):
        self.wall += timedelta(seconds=seconds)
        self.seconds += seconds
        return self.log.now()

    def set_by(self, seconds):
        self.wall += timedelta(seconds=seconds)
        return self.log.now()


def test_it_is_the_time_of_day():
    clocks = Clocks()
    assert clocks.passes(60) == START + timedelta(seconds=60)


def test_a_clock_that_is_set_back_goes_on_from_where_it_was():
    clocks = Clocks()
    clocks.passes(60)
    assert clocks.set_by(-3600) == START + timedelta(seconds=60)
    assert clocks.passes(60) == START + timedelta(seconds=120)


def test_a_clock_that_is_set_forward_or_a_sleep_is_believed():
    clocks = Clocks()
    assert clocks.set_by(3600) == START + timedelta(seconds=3600)
    assert clocks.passes(10) == START + timedelta(seconds=3610)


def test_set_back_and_right_again_it_is_the_time_of_day():
    clocks = Clocks()
    clocks.set_by(-60)
    clocks.passes(30)
    assert clocks.set_by(60) == START + timedelta(seconds=30)


@given(st.lists(st.tuples(st.floats(0, 5000), st.floats(-5000, 5000))))
def test_it_never_goes_back(steps):
    clocks, last = Clocks(), START
    for passed, by in steps:
        for now in (clocks.passes(passed), clocks.set_by(by)):
            assert now >= last
            last = now
