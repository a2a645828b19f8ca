import pytest
import staged
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.samples import SAMPLES
from audio.errors import MissingFile, OutputError

no_grab = pytest.mark.qt_log_ignore("This plugin does not support")  # a screen that is not there grabs no keyboard
FIRST, HARDLY, TOGETHER = 0, 4, 3


class Player:
    def __init__(self):
        self.heard = []
        self.playing = None

    def play(self, sound):
        self.heard.append(sound)
        self.playing = staged.FakePlaying()
        return self.playing


@pytest.fixture
def player():
    return Player()


@pytest.fixture
def open_page(make_window, player, qtbot):
    def opened(**others):
        window = make_window(**{"play_composed": player.play, **others})
        with qtbot.waitSignal(window.samples.sound.aside.done):
            window.show_page("samples")
        return window.samples

    return opened


@pytest.fixture
def page(open_page):
    return open_page()


def text(page, name):
    return page.findChild(QLabel, name).text()


def press(page, *keys):
    for key in keys:
        QTest.keyClick(page, key)


def await_measured(page, qtbot):
    qtbot.waitUntil(lambda: page.sound.ready)


def test_the_first_sample_is_measured_when_the_page_is_opened(page):
    assert text(page, "sample_title") == "A clear close · Heart"
    assert text(page, "sample_headline") == "A clean close."
    assert text(page, "sample_heard") == "What they hear: Two separate statements. You accepted their answer."
    assert page.view.timeline.accessibleName().startswith("Timeline. Ok 0.49 s, pause 0.9")


def test_nothing_is_measured_before(make_window):
    asked = []
    window = make_window(sampled=asked.append)
    assert not window.samples.isVisible()
    assert asked == []


def test_up_and_down_choose(page, qtbot):
    press(page, Qt.Key.Key_Up, *[Qt.Key.Key_Down] * HARDLY)
    await_measured(page, qtbot)
    assert page.list.currentRow() == HARDLY
    assert text(page, "sample_headline") == "The pause was too short."
    assert page.view.pause.pause_s == 0.25


def test_a_moved_pause_is_measured_anew(page, qtbot):
    page.list.setCurrentRow(HARDLY)
    press(page, *[Qt.Key.Key_Right] * 10)
    await_measured(page, qtbot)
    assert page.sample.pause_s == 0.75
    assert text(page, "sample_headline") == "A clean close."
    assert page.sound.heard.verdict.close.pause == pytest.approx(0.75, abs=0.03)
    press(page, *[Qt.Key.Key_Left] * 8)
    await_measured(page, qtbot)
    assert text(page, "sample_headline") == "The pause was too short."


def test_words_that_ran_together_come_apart(page, qtbot):
    page.list.setCurrentRow(TOGETHER)
    await_measured(page, qtbot)
    assert text(page, "sample_headline") == "The two words ran together."
    press(page, *[Qt.Key.Key_Right] * 16)
    await_measured(page, qtbot)
    assert text(page, "sample_headline") == "A clean close."


def test_a_sample_that_is_chosen_again_has_its_own_pause(page, qtbot):
    press(page, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up)
    await_measured(page, qtbot)
    assert page.sample == SAMPLES[FIRST]
    assert page.view.pause.pause_s == 0.9


def test_space_plays_what_is_shown_and_stops_it(page, player, qtbot):
    press(page, Qt.Key.Key_Space)
    assert player.heard == [page.sound.heard.sound]
    assert page.play.accessibleName() == "Stop"
    moved = []
    page.view.timeline.show_cursor = moved.append
    player.playing.position_s = 1.5
    qtbot.waitUntil(lambda: 1.5 in moved)
    press(page, Qt.Key.Key_Space)
    assert not player.playing.playing
    assert page.play.accessibleName() == "Play"
    assert moved[-1] is None


def test_space_waits_for_a_pause_that_is_still_being_measured(page, player, qtbot):
    press(page, Qt.Key.Key_Right, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: player.heard != [])
    assert page.sound.heard.sample.pause_s == 0.95
    assert player.heard == [page.sound.heard.sound]


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Escape])
def test_another_choice_silences_the_last(page, player, key):
    press(page, Qt.Key.Key_Space, key)
    assert not player.playing.playing


def test_another_page_silences_it(page, player):
    press(page, Qt.Key.Key_Space)
    page.window().show_page("rehearse")
    assert not player.playing.playing


def test_it_ends_by_itself(page, player, qtbot):
    press(page, Qt.Key.Key_Space)
    player.playing.playing = False
    qtbot.waitUntil(lambda: page.play.accessibleName() == "Play")
    assert page.notice.isHidden()


def test_an_output_that_vanishes_is_told(page, player, qtbot):
    press(page, Qt.Key.Key_Space)
    player.playing.fault = OutputError("The sound broke off.")
    player.playing.playing = False
    qtbot.waitUntil(lambda: text(page, "samples_notice_text") == "The sound broke off.")
    assert page.play.accessibleName() == "Play"


def test_without_an_output_there_is_a_sentence(open_page):
    def refuse(_sound):
        raise OutputError("There is nothing to play sound on.")

    page = open_page(play_composed=refuse)
    press(page, Qt.Key.Key_Space)
    assert text(page, "samples_notice_text") == "There is nothing to play sound on."
    assert page.play.accessibleName() == "Play"


def test_a_word_that_was_lost_is_told_and_the_others_work(make_window, qtbot):
    real = staged.parts(None).sampled

    def forgetful(sample):
        if sample.name == "clear":
            raise MissingFile("A sound is missing.")
        return real(sample)

    page = make_window(sampled=forgetful).samples
    with qtbot.waitSignal(page.sound.aside.failed):
        page.window().show_page("samples")
    assert text(page, "samples_notice_text") == "A sound is missing."
    press(page, Qt.Key.Key_Down)
    await_measured(page, qtbot)
    assert text(page, "sample_headline") == "A clean close."


@no_grab
def test_another_voice_says_the_same_sample(page, qtbot):
    press(page, Qt.Key.Key_Down, Qt.Key.Key_V)
    menu = QApplication.activePopupWidget()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Heart, a woman, American"]
    emma = next(action for action in menu.actions() if action.text().startswith("Emma"))
    menu.close()
    emma.trigger()
    await_measured(page, qtbot)
    assert page.sample == SAMPLES[1].by("bf_emma")
    assert text(page, "sample_title") == "With “Bye-now” · Emma"
    assert page.voice.accessibleName() == "Voice: Emma, a woman, British"


def test_the_voice_is_kept_and_used_again(open_page):
    kept = []
    page = open_page(sample_voice="am_michael", keep_voice=kept.append)
    assert text(page, "sample_title") == "A clear close · Michael"
    page.voice.menu().actions()[5].trigger()
    assert kept == ["bm_george"]


def test_a_voice_that_is_not_shipped_is_not_used(open_page):
    assert open_page(sample_voice="nobody").voice.voice.name == "af_heart"


def test_a_lively_close_says_how_it_may_be_heard(page, qtbot):
    page.list.setCurrentRow([sample.name for sample in SAMPLES].index("lively"))
    await_measured(page, qtbot)
    assert text(page, "sample_heard").endswith("Bright: it may be heard as put on.")


def test_a_window_that_is_closed_measures_no_more(page):
    page.list.setCurrentRow(HARDLY)
    page.window().close()
    page.list.setCurrentRow(FIRST)
    assert page.sound.aside._pool is None
