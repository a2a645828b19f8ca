"""A gentle word about breaks."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from list_in_memory import START, minutes

from coach.live.breaks import BREAK, DONE, break_word


def calls(*stretches, every=2.0):
    """From and to, in minutes, with a call each two of them."""
    out = []
    for first, last in stretches:
        at = first
        while at <= last:
            out.append(START + minutes(at))
            at += every
    return out


def test_nothing_is_said_of_a_short_stretch():
    assert break_word([], START) is None
    assert break_word(calls((0, 44)), START + minutes(44)) is None


def test_after_three_quarters_of_an_hour_without_a_break():
    assert "45 minutes" in break_word(calls((0, 44)), START + minutes(45))
    assert "61 minutes" in break_word(calls((0, 60)), START + minutes(61))


def test_a_break_begins_it_anew():
    assert break_word(calls((0, 44)), START + minutes(49)) is None
    assert break_word(calls((0, 44), (50, 90)), START + minutes(90)) is None
    assert "46 minutes" in break_word(calls((0, 44), (50, 96)), START + minutes(96))


def test_four_minutes_are_no_break():
    assert "50 minutes" in break_word(calls((0, 50), every=4.0), START + minutes(50))


def test_three_hours_of_calling_are_enough_breaks_not_counted():
    day = calls((0, 60), (100, 160), (200, 259))
    assert break_word(day, START + minutes(300)) is None
    day = calls((0, 60), (100, 160), (200, 260))
    assert break_word(day, START + minutes(300)) == DONE


def test_calls_that_lie_ahead_are_not_counted():
    """The computer's clock was set back."""
    assert break_word(calls((100, 300)), START) is None


@given(st.lists(st.integers(0, 600), max_size=60), st.integers(0, 600))
def test_in_a_break_nobody_is_sent_into_one(moments, now):
    today = [START + minutes(moment) for moment in moments]
    at = START + minutes(now)
    before = [moment for moment in today if moment <= at]
    word = break_word(today, at)
    if before and at - max(before) >= BREAK:
        assert word in {None, DONE}
    if not before:
        assert word is None
    assert break_word(reversed(today), at) == word
    assert timedelta(minutes=5) == BREAK
