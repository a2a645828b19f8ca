import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.widgets.pause_slider import LONGEST_S, PauseSlider


@pytest.fixture
def slider(theme, show):
    made = PauseSlider(theme)
    made.show_band(0.5, 2.0)
    made.show_pause(0.9)
    return show(made, 300, 70)


@pytest.fixture
def moved(slider):
    told = []
    slider.moved.connect(told.append)
    return told


def test_it_says_what_it_is_and_what_is_wanted(slider):
    assert slider.accessibleName() == "Pause of this sample: 0.90 s, wanted 0.5–2 s"
    slider.step(1)
    assert slider.accessibleName() == "Pause of this sample: 0.95 s, wanted 0.5–2 s"


def test_a_step_is_a_twentieth_of_a_second(slider, moved):
    slider.step(1)
    slider.step(-2)
    assert moved == [0.95, 0.85]


def test_it_ends_where_the_bar_does(slider, moved):
    slider.step(1000)
    slider.step(-1000)
    assert moved == [LONGEST_S, 0.0]


def test_what_it_is_shown_it_does_not_tell(slider, moved):
    slider.show_pause(1.5)
    assert slider.pause_s == 1.5
    assert moved == []


def test_it_goes_where_it_is_pressed_and_follows(slider, moved):
    middle = slider.height() // 2
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(150, middle))
    QTest.mouseMove(slider, QPoint(100, middle))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(100, middle))
    assert moved == pytest.approx([1.5, 1.0])


def test_the_knob_stands_on_the_bar(slider, theme):
    at_rest = slider.grab().toImage()
    x, y = round(0.9 / LONGEST_S * 300), round(slider._bar().center().y())
    assert at_rest.pixelColor(x, y).name().upper() == theme.colours.panel
    slider.show_pause(2.0)
    assert slider.grab().toImage().pixelColor(x, y).name().upper() == theme.colours.accent
