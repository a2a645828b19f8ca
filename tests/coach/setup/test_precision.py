import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.setup.precision import Measuring, milliseconds, pause_error

seconds = st.floats(0.005, 0.5)
measurings = st.builds(Measuring, st.floats(0.3, 2.0), seconds, st.lists(st.floats(0.3, 2.0), max_size=4).map(tuple))


def test_without_a_saying_there_is_no_figure():
    assert pause_error([]) is None


def test_stated_errors_alone_are_the_figure_where_the_noise_moves_nothing():
    sayings = [Measuring(0.8, error, (0.8, 0.8)) for error in (0.01, 0.02, 0.015)]
    assert pause_error(sayings) == pytest.approx(0.02)


def test_what_the_noise_moves_is_added_as_two_errors_add():
    assert pause_error([Measuring(0.8, 0.03, (0.8 - 0.04 / 1.96, 0.8 + 0.04 / 1.96))]) == pytest.approx(0.05)


@given(st.lists(measurings, min_size=1, max_size=4))
def test_it_is_never_better_than_what_was_stated(sayings):
    assert pause_error(sayings) >= max(saying.stated_error for saying in sayings)


def test_words_that_are_mostly_lost_have_no_figure():
    lost = Measuring(0.8, 0.02, (None, None, 0.8))
    assert pause_error([lost]) is None
    assert pause_error([lost, Measuring(0.8, 0.01, (0.8, 0.8, 0.8))]) == pytest.approx(0.02)


@pytest.mark.parametrize(("exact", "told"), [(0.018, 18), (0.0181, 19), (0.0214405, 22)])
def test_it_is_rounded_away_from_a_promise(exact, told):
    assert milliseconds(exact) == told
