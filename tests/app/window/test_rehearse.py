import pytest
import staged
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from app.widgets.key_button import KeyButton
from audio.errors import OutputError
from coach.errors import StoreError


def text(window, name):
    return window.findChild(QLabel, name).text()


def shown(window, name):
    return window.findChild(QWidget, name).isVisible()


def primaries(window):
    return [b.objectName() for b in window.findChildren(KeyButton) if b.primary and b.isVisible()]


def end(listener, verdict, **others):
    listener.take_started.emit()
    listener.take_ended.emit(staged.ended(verdict, **others))


def test_one_primary_button_at_every_moment(window, listener):
    assert primaries(window) == ["start"]
    listener.take_started.emit()
    assert primaries(window) == ["hang_up"]
    window.rehearse.buttons.hang_up.click()
    assert primaries(window) == ["hang_up"]
    assert not window.rehearse.buttons.hang_up.isEnabled()
    listener.take_ended.emit(staged.ended(staged.PASSED))
    assert primaries(window) == ["try_again"]


def test_the_offer_is_filled_in(window):
    said = window.findChild(QLabel, "offer").accessibleName()
    assert said.startswith("Hello Mr Okafor, this is Dana Reyes with Northside Payroll.")
    assert "We already have someone for that." in text(window, "prospect_answer")


def test_the_stage_follows_the_voice(window, listener):
    staged.play_stage(listener, staged.PAUSE)
    named = {name: window.findChild(QWidget, f"stage_{name}").accessibleName() for name in ("ok", "pause", "farewell")}
    assert named == {
        "ok": "Ok: done, heard · 0.31 s",
        "pause": "pause: 0.6 s, wanted 0.5–2 s",
        "farewell": "Good-bye: next, say it when the pause feels finished",
    }


@pytest.mark.parametrize(("verdict", "mark"), [("pass", "✓"), ("fail", "✗"), ("unsure", "?"), ("not_measured", "–")])
def test_the_verdict_is_a_sentence_with_a_mark(window, listener, verdict, mark):
    end(listener, staged.VERDICTS[verdict])
    assert text(window, "headline") == staged.VERDICTS[verdict].headline
    assert text(window, "headline_mark") == mark
    assert text(window, "advice") == staged.VERDICTS[verdict].advice
    assert window.rehearse.verdict.isVisible()


def test_the_checks_say_what_was_measured(window, listener):
    end(listener, staged.FAILED)
    assert text(window, "check_pause_value") == "0.89 ± 0.02 s"
    assert text(window, "check_pause_wanted") == "0.5 – 2 s"
    assert text(window, "check_silence_mark") == "✗ short"
    assert text(window, "check_nothing_else_value") == "0 words"
    row = window.findChild(QLabel, "check_pause").accessibleName()
    assert row == (
        "Pause between Ok and Good-bye: 0.89 ± 0.02 s, wanted 0.5 – 2 s: clear. "
        "Two separate statements. You accepted their answer."
    )


def test_the_timeline_tells_its_times(window, listener):
    end(listener, staged.FAILED)
    assert window.findChild(QWidget, "timeline").accessibleName() == (
        "Timeline. Ok 0.31 s, pause 0.89 s, Good-bye 0.56 s, silence 1.48 s, then you hung up."
    )


def test_what_was_not_measured_says_why(window, listener):
    end(listener, staged.NOT_MEASURED)
    assert text(window, "reason") == staged.NOT_MEASURED.reason
    assert not shown(window, "checks_card")


def test_rows_of_an_earlier_take_do_not_stay(window, listener):
    end(listener, staged.FAILED)
    end(listener, staged.PASSED)
    assert [label.text() for label in window.findChildren(QLabel, "check_silence_mark") if label.isVisible()] == [
        "✓ kept"
    ]


def test_a_take_that_broke_off_is_told_and_the_notice_can_be_closed(window, listener):
    end(listener, staged.NOT_MEASURED, fault=staged.UNPLUGGED)
    assert text(window, "notice_text") == staged.UNPLUGGED
    window.findChild(KeyButton, "close_notice").click()
    assert not shown(window, "notice")


class Book(QObject):
    """Tells what it is made to tell when it is opened, and refuses a take where it has a reason."""

    told = Signal(str)
    withdrawn = Signal(str)
    damaged = Signal(object)
    opened = Signal(object)
    changed = Signal()

    def __init__(self, *, tells=(), refuses=""):
        super().__init__()
        self.tells, self.refuses, self.kept, self.closed = tells, refuses, [], False

    def open(self):
        for sentence in self.tells:
            self.told.emit(sentence)

    def keep(self, take):
        if self.refuses:
            self.told.emit(self.refuses)
        else:
            self.kept.append(take.verdict)

    def close(self):
        self.closed = True


def test_what_a_crash_left_is_told(make_window):
    window = make_window(book=Book(tells=[staged.RECOVERED]), notices=("The settings are new.",))
    assert set(text(window, "notice_text").splitlines()) == {"The settings are new.", staged.RECOVERED}


def test_a_take_that_cannot_be_stored_is_told(make_window, listener):
    window = make_window(book=Book(refuses="The disk is full."))
    end(listener, staged.PASSED)
    assert text(window, "notice_text") == "The disk is full."
    assert text(window, "headline") == "A clean close."


def test_every_take_is_kept_until_the_window_closes(make_window, listener):
    book = Book()
    window = make_window(book=book)
    listener.close = lambda: end(listener, staged.UNSURE)  # a running take ends there
    end(listener, staged.PASSED)
    end(listener, staged.FAILED)
    window.close()
    assert book.kept == [staged.PASSED, staged.FAILED, staged.UNSURE]
    assert book.closed


def test_settings_that_cannot_be_kept_are_told(make_window):
    def refuse(_name):
        raise StoreError("The settings could not be saved.")

    window = make_window(keep_microphone=refuse)
    window.side_bar.microphone.menu().actions()[0].trigger()
    assert text(window, "notice_text") == "The settings could not be saved."


def test_a_stopped_take_does_not_count(window, listener):
    listener.take_started.emit()
    listener.take_stopped.emit()
    assert primaries(window) == ["start"]
    listener.take_started.emit()
    assert text(window, "take") == "Take 1 · you say"


def test_a_microphone_fault_is_said_and_passes(window, listener):
    wave = window.findChild(QWidget, "waveform")
    listener.microphone_changed.emit(staged.MUTED)
    assert not window.rehearse.buttons.start.isEnabled()
    assert staged.MUTED.sentence in wave.accessibleName()
    assert staged.MUTED.sentence in window.side_bar.microphone.accessibleName()
    listener.microphone_changed.emit(staged.HEADSET)
    assert window.rehearse.buttons.start.isEnabled()
    assert staged.MUTED.sentence not in wave.accessibleName()


def test_a_narrow_window_says_the_fault_on_top_and_takes_it_back(make_window, listener):
    window = make_window(420, 330)
    listener.microphone_changed.emit(staged.MUTED)
    assert text(window, "notice_text") == staged.MUTED.sentence
    listener.microphone_changed.emit(staged.HEADSET)
    assert not shown(window, "notice")


@pytest.mark.parametrize("size", [(1180, 760), (420, 330)])
def test_a_take_that_broke_off_stays_told_when_the_microphone_is_back(make_window, listener, size):
    window = make_window(*size)
    end(listener, staged.NOT_MEASURED, fault=staged.MUTED.sentence)
    listener.microphone_changed.emit(staged.MUTED)
    assert text(window, "notice_text") == staged.MUTED.sentence
    listener.microphone_changed.emit(staged.HEADSET)
    assert text(window, "notice_text") == staged.MUTED.sentence


def test_a_fault_in_the_middle_leaves_hanging_up_possible(window, listener):
    listener.take_started.emit()
    listener.microphone_changed.emit(staged.MUTED)
    assert window.rehearse.buttons.hang_up.isEnabled()
    assert window.rehearse.buttons.stop.isEnabled()


def test_a_low_window_follows_the_stage(make_window, listener):
    window = make_window(420, 330)
    staged.play_stage(listener, staged.PAUSE)
    pause = window.findChild(QWidget, "stage_pause")
    assert pause.visibleRegion().boundingRect().height() == pause.height()


class Player:
    def __init__(self):
        self.playing = None
        self.heard = []

    def play(self, sound):
        self.heard.append(sound)
        self.playing = staged.FakePlaying()
        return self.playing


@pytest.fixture
def player():
    return Player()


def test_hear_yourself_plays_shows_where_and_stops(make_window, listener, player, qtbot):
    window = make_window(play=player.play)
    end(listener, staged.FAILED, sound="a-key")
    hear = window.rehearse.verdict.hear_self
    QTest.keyClick(window, Qt.Key.Key_H)
    assert player.heard == ["a-key"]
    assert hear.accessibleName() == "Stop listening"
    moved = []
    window.rehearse.verdict.timeline.show_cursor = moved.append
    player.playing.position_s = 1.5
    qtbot.waitUntil(lambda: 1.5 in moved)
    QTest.keyClick(window, Qt.Key.Key_H)
    assert not player.playing.playing
    assert hear.accessibleName() == "Hear yourself"
    assert moved[-1] is None


def test_hearing_ends_by_itself(make_window, listener, player, qtbot):
    window = make_window(play=player.play)
    end(listener, staged.FAILED)
    window.rehearse.verdict.hear_self.click()
    player.playing.playing = False
    qtbot.waitUntil(lambda: window.rehearse.verdict.hear_self.accessibleName() == "Hear yourself")


def test_the_next_take_silences_the_last(make_window, listener, player):
    window = make_window(play=player.play)
    end(listener, staged.FAILED)
    window.rehearse.verdict.hear_self.click()
    window.rehearse.buttons.try_again.click()
    assert not player.playing.playing
    assert listener.asked == ["start_take"]


def test_nothing_to_hear_is_not_offered(window, listener):
    end(listener, staged.FAILED, sound=None)
    assert not shown(window, "hear_self")


def test_what_cannot_be_played_is_told(make_window, listener):
    def refuse(_sound):
        raise OutputError("There is nothing to play sound on.")

    window = make_window(play=refuse)
    end(listener, staged.FAILED)
    window.rehearse.verdict.hear_self.click()
    assert text(window, "notice_text") == "There is nothing to play sound on."
    assert window.rehearse.verdict.hear_self.accessibleName() == "Hear yourself"
