"""A band is moved at both ends, with the mouse and with keys, and its ends never cross."""

import pytest
from PySide6.QtCore import QPoint, Qt

from app.theme.theme import Theme
from app.widgets.band_slider import BandSlider
from coach.bands import Band


@pytest.fixture
def slider(qtbot, qapp):
    theme = Theme(qapp, "light", 100)
    made = BandSlider(theme, "band")
    theme.setParent(made)
    qtbot.addWidget(made)
    made.resize(324, 30)
    made.show_band("Pause", Band(low=0.5, high=2.0), 3.0)
    made.show()
    return made


def at(slider, seconds):
    return QPoint(round(slider._x(round(seconds * 100))), slider.height() // 2)


def drag(qtbot, slider, from_s, to_s):
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=at(slider, from_s))
    qtbot.mouseMove(slider, at(slider, to_s))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=at(slider, to_s))


def test_the_nearer_end_is_moved(slider, qtbot):
    with qtbot.waitSignal(slider.moved) as moved:
        qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=at(slider, 0.7))
    assert moved.args == [Band(low=0.7, high=2.0)]
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=at(slider, 1.6))
    assert slider.band == Band(low=0.7, high=1.6)
    assert slider.words == "0.7 – 1.6 s"


def test_keys_move_one_end_and_with_shift_the_other(slider, qtbot):
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    qtbot.keyClick(slider, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert slider.band == Band(low=0.55, high=1.95)


def test_the_ends_never_cross(slider, qtbot):
    for _ in range(20):
        qtbot.keyClick(slider, Qt.Key.Key_PageUp)
    assert slider.band == Band(low=1.95, high=2.0)
    for _ in range(20):
        qtbot.keyClick(slider, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ShiftModifier)
    assert slider.band == Band(low=1.95, high=2.0)


def test_the_upper_end_is_open_at_the_right(slider, qtbot):
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=at(slider, 3.0))
    assert slider.band == Band(low=0.5, high=None)
    assert slider.words == "0.5 s or more"
    assert slider.accessibleName() == "Pause: 0.5 s or more"


def test_a_band_that_is_shown_is_not_told(slider, qtbot):
    with qtbot.assertNotEmitted(slider.moved):
        slider.show_band("Silence", Band(low=12.0), 10.0)
    assert slider.band == Band(low=12.0)
