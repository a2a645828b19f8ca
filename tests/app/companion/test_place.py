import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from app.companion.place import Place, area_of, place_of, read_place

LEFT, RIGHT = QRect(0, 0, 1920, 1040), QRect(1920, 200, 1280, 984)
BOTH = {"left": LEFT, "right": RIGHT}
far = st.integers(-5000, 5000)
sizes = st.integers(1, 4000)
places = st.builds(Place, st.sampled_from(["left", "right", "gone"]), far, far, sizes, sizes)


@given(places)
def test_all_of_it_can_be_seen_on_one_monitor(place):
    area = area_of(place, BOTH, "left")
    assert any(monitor.contains(area) for monitor in BOTH.values())


@given(places)
def test_what_was_put_on_a_monitor_is_remembered_of_it(place):
    area = area_of(place, BOTH, "left")
    again = place_of(area, BOTH)
    assert area_of(again, BOTH, "left") == area
    assert again.monitor == ("left" if place.monitor == "gone" else place.monitor)


def test_it_goes_with_its_monitor():
    place = place_of(QRect(2000, 300, 440, 400), BOTH)
    assert place == Place("right", 80, 100, 440, 400)
    assert area_of(place, {"left": LEFT, "right": RIGHT.translated(500, -200)}, "left").topLeft().toTuple() == (
        2500,
        100,
    )


def test_without_its_monitor_it_stands_on_another():
    assert area_of(Place("right", 80, 100, 440, 400), {"left": LEFT}, "left") == QRect(80, 100, 440, 400)


def test_what_no_monitor_shows_has_no_place():
    assert place_of(QRect(9000, 9000, 10, 10), BOTH) is None


@given(places)
def test_it_is_written_and_read(place):
    assert read_place(place.text()) == place


@pytest.mark.parametrize(
    "text",
    ["", "AdnQ", "[1]", "{}", '{"monitor": 1, "x": 0, "y": 0, "width": 1, "height": 1}', '{"monitor": "a", "x": "0"}'],
)
def test_what_cannot_be_understood_is_no_place(text):
    assert read_place(text) is None
