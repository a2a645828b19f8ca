import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.window.review.zoom import LEAST_S, Zoom

SECONDS = st.floats(0.5, 4000)
PLACES = st.floats(-100, 5000)


def some(duration, start, end):
    return Zoom(duration).around(min(start, end), max(start, end))


@given(SECONDS, PLACES, PLACES)
def test_nothing_beyond_the_recording_is_seen(duration, start, end):
    zoom = some(duration, start, end)
    assert zoom.start >= 0
    assert zoom.end <= duration + 1e-6
    assert LEAST_S <= zoom.span <= max(duration, LEAST_S)


@given(SECONDS, PLACES, PLACES, st.floats(0, 1), st.floats(0.05, 20))
def test_what_is_pointed_at_stays_where_it_is_unless_an_end_is_reached(duration, start, end, share, times):
    zoom = some(duration, start, end)
    at = zoom.start + share * zoom.span
    nearer = zoom.nearer(times, at)
    if nearer.start > 0 and nearer.end < duration - 1e-6:
        assert (at - nearer.start) / nearer.span == pytest.approx(share, abs=1e-6)
    assert nearer.start - 1e-6 <= at <= nearer.end + 1e-6


@given(SECONDS, PLACES, PLACES, st.floats(0, 1))
def test_what_is_heard_is_seen_with_some_of_what_comes(duration, start, end, share):
    zoom = some(duration, start, end).with_second(share * duration)
    assert zoom.start - 1e-6 <= share * duration <= zoom.end + 1e-6


def test_it_turns_the_page_only_near_its_end():
    zoom = Zoom(100.0, 10.0, 10.0)
    assert zoom.with_second(17.0) is zoom
    assert zoom.with_second(19.0).start == pytest.approx(18.0)
    assert Zoom(100.0).all().whole
