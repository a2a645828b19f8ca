import pytest
import staged
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.said import Peaks
from app.widgets.live_wave import LiveWave
from audio.segment import Segment
from coach.stage import Part, Stage
from coach.verdict import Kind, Utterance

BLOCK = (0.5,) * 5


@pytest.fixture
def wave(theme, show):
    made = show(LiveWave(theme))
    made.begin()
    return made


def hear(wave, until):
    """A steady voice, in blocks of 0.1 s."""
    blocks = round((until - wave.now) / 0.1)
    for _ in range(blocks):
        wave.show_peaks(Peaks(wave.now, 0.02, BLOCK))


def accents(wave, theme):
    image = wave.grab().toImage()
    y = image.height() // 4
    return sum(image.pixelColor(x, y).name().upper() == theme.colours.accent for x in range(image.width()))


def test_before_the_first_take_it_says_what_will_be_here(theme, show):
    wave = show(LiveWave(theme))
    wave.show_empty("Press Space to start.")
    assert wave.accessibleName() == "Your voice. Press Space to start."


def test_a_block_paints_only_where_it_lies(wave, repaints):
    hear(wave, 2.0)
    asked = repaints(wave)
    hear(wave, 2.1)
    assert len(asked) == 1
    assert asked[0].width() < wave.width() / 3
    assert asked[0].contains(round(wave.width() * 2.05 / 6), 5)


def test_it_scrolls_once_the_cursor_has_come_far(wave):
    hear(wave, 4.0)
    assert wave.start == 0.0
    hear(wave, 20.0)
    assert wave.now - wave.start == pytest.approx(4.5, abs=0.3)


def on_screen(wave):
    """What a screen shows, pieces that were moved and not painted again among it."""
    QApplication.processEvents()
    return wave.screen().grabWindow(wave.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize("width", [601, 600, 356, 700])
def test_what_is_moved_looks_as_if_it_had_been_painted(wave, width):
    wave.resize(width, 120)
    for n in range(70):
        hear(wave, (n + 1) / 10)
        if n == 40:
            wave.show_words(Stage(Part.SILENCE, 4.0, heard=(Utterance(Segment(2.0, 2.6), Kind.OK),)))
        moved = on_screen(wave)
    assert wave.start > 0
    wave.repaint()
    assert moved == on_screen(wave)


def test_scrolling_paints_the_newest_only(wave, repaints):
    hear(wave, 20.0)
    asked = repaints(wave)
    hear(wave, 20.1)
    assert [area.width() < wave.width() / 3 for area in asked] == [True]


def test_an_hour_keeps_no_more_than_is_seen(wave):
    hear(wave, 600.0)
    assert len(wave._values) < 1000
    assert wave.now == pytest.approx(600.0)


def test_a_heard_word_is_shaded_and_named(wave, theme):
    hear(wave, 3.0)
    assert accents(wave, theme) == 0
    wave.show_words(Stage(Part.PAUSE, 3.0, heard=(Utterance(Segment(1.0, 1.5), Kind.OK),)))
    assert accents(wave, theme) > 20
    assert wave.accessibleName() == "Your voice. Heard: Ok"


def test_the_word_before_the_pause_is_ok_until_more_is_known(wave):
    hear(wave, 3.0)
    wave.show_words(Stage(Part.PAUSE, 3.0, heard=(Utterance(Segment(1.0, 1.5), Kind.OTHER),)))
    assert wave.accessibleName() == "Your voice. Heard: Ok"


def test_the_word_being_said_is_shaded_before_it_has_a_name(wave, theme):
    hear(wave, 3.0)
    wave.show_words(Stage(Part.OK, 3.0, speaking=True, since=2.5))
    assert accents(wave, theme) > 20


def test_the_next_take_begins_empty(wave, theme):
    hear(wave, 3.0)
    wave.show_words(staged.PAUSE)
    wave.begin()
    assert accents(wave, theme) == 0
    assert wave.now == 0.0
