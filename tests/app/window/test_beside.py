import pytest
import staged
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.samples import model
from app.window.beside import cursor
from audio.errors import MissingFile, OutputError


class Player:
    def __init__(self):
        self.heard = []
        self.playing = None

    def play(self, sound):
        self.heard.append(sound)
        self.playing = staged.FakePlaying()
        return self.playing


@pytest.fixture
def own():
    return Player()


@pytest.fixture
def sample():
    return Player()


@pytest.fixture
def page(make_window, listener, own, sample):
    window = make_window(play=own.play, play_composed=sample.play)
    end(listener)
    return window.rehearse


def end(listener, verdict=staged.FAILED, **others):
    listener.take_started.emit()
    listener.take_ended.emit(staged.ended(verdict, **others))


def press(page, key):
    QTest.keyClick(page, key)


def told(page):
    return page.findChild(QLabel, "notice_text").text()


def test_s_plays_the_sample_and_stops_it(page, sample, qtbot):
    press(page, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: sample.heard != [])
    assert page.verdict.hear_sample.accessibleName() == "Stop the sample"
    press(page, Qt.Key.Key_S)
    assert not sample.playing.playing
    assert page.verdict.hear_sample.accessibleName() == "Hear the sample"


def test_the_sample_has_the_farewell_of_the_settings_and_the_chosen_voice(make_window, listener, qtbot):
    asked = []
    real = staged.parts(None).sampled
    window = make_window(sampled=lambda sample: asked.append(sample) or real(sample), farewell="bye-now")
    window.samples.voice.menu().actions()[4].trigger()
    end(listener)
    window.rehearse.verdict.hear_sample.click()
    qtbot.waitUntil(lambda: asked != [])
    assert asked == [model("bye-now", "bf_emma")]


def test_one_sound_at_a_time(page, own, sample, qtbot):
    press(page, Qt.Key.Key_H)
    press(page, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: sample.heard != [])
    assert not own.playing.playing
    press(page, Qt.Key.Key_H)
    assert not sample.playing.playing
    assert own.playing.playing


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Space])
def test_it_falls_silent(page, sample, qtbot, key):
    press(page, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: sample.heard != [])
    press(page, key)
    assert not sample.playing.playing


def test_overlay_shows_the_curves_and_the_timeline_comes_back(page, qtbot):
    press(page, Qt.Key.Key_O)
    qtbot.waitUntil(lambda: page.verdict.overlaid)
    assert page.verdict.timeline.isHidden()
    assert page.verdict.overlay.accessibleName() == "Timeline"
    assert page.verdict.curves.accessibleName().startswith("Your curves over the sample's. Ok: 0.5")
    press(page, Qt.Key.Key_O)
    assert not page.verdict.overlaid
    assert page.verdict.timeline.isVisible()


def test_the_next_take_has_its_own_timeline(page, listener, qtbot):
    press(page, Qt.Key.Key_O)
    qtbot.waitUntil(lambda: page.verdict.overlaid)
    end(listener, staged.PASSED)
    assert not page.verdict.overlaid
    assert page.verdict.timeline.isVisible()


def test_the_cursor_runs_through_the_words(page, sample, qtbot):
    press(page, Qt.Key.Key_O)
    qtbot.waitUntil(lambda: page.verdict.overlaid)
    seen = []
    page.verdict.curves.show_cursor = seen.append
    press(page, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: sample.heard != [])
    sample.playing.position_s = 1.2  # "Ok" begins at 1 s
    qtbot.waitUntil(lambda: any(seen))
    word, second = next(filter(None, seen))
    assert word == 0
    assert second == pytest.approx(0.2, abs=0.02)


def test_between_the_words_there_is_no_cursor():
    close = staged.FAILED.close
    assert cursor(close, close.ok.end + 0.1) is None
    assert cursor(close, close.farewell.start + 0.1) == (1, pytest.approx(0.1))
    assert cursor(close, None) is None
    assert cursor(None, 1.0) is None


@pytest.mark.parametrize("take", [{"sound": None}, {"verdict": staged.NOT_MEASURED}])
def test_what_cannot_be_compared_is_not_offered(page, listener, take):
    end(listener, **take)
    assert not page.verdict.overlay.isVisible()
    assert page.verdict.hear_sample.isVisible()
    press(page, Qt.Key.Key_O)
    assert not page.verdict.overlaid


def test_a_take_whose_sound_is_gone_is_told(make_window, listener, qtbot):
    def gone(*_):
        raise MissingFile("The sound of this take is no longer in its folder.")

    page = make_window(compared=gone).rehearse
    end(listener)
    press(page, Qt.Key.Key_O)
    qtbot.waitUntil(lambda: told(page) != "")
    assert told(page) == "The sound of this take is no longer in its folder."
    assert not page.verdict.overlaid


def test_a_missing_output_is_told(make_window, listener, qtbot):
    def refuse(_sound):
        raise OutputError("There is nothing to play sound on.")

    page = make_window(play_composed=refuse).rehearse
    end(listener)
    press(page, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: told(page) == "There is nothing to play sound on.")
    assert page.verdict.hear_sample.accessibleName() == "Hear the sample"
