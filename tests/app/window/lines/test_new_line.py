"""A trainer adds a line of their own: by a file or by the microphone, and what is told where that cannot be."""

import wave
from pathlib import Path

import numpy as np
import pytest
import sound_files
import staged
import staged_drill
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from app.trials.line import LineSaid, NothingSaid
from app.window.lines.page import NewLinePage
from audio.block import Block
from audio.lines import load as load_line
from coach.drills.repertoire import load

WORDS = "We are all at lunch."
SPOKEN = Block(np.random.default_rng(1).normal(0, 0.1, (16_000, 1)).astype(np.float32), 16_000)


@pytest.fixture
def own(tmp_path):
    return tmp_path / "scripts"


@pytest.fixture
def session():
    return staged_drill.session("busy")


@pytest.fixture
def opened(make_window, session, own):
    """The window with the page open, and the page."""

    def make(*size, **others):
        window = make_window(*size, session=session, lines=staged.lines(own), **others)
        window.rehearse.head.drills.menu().actions()[-1].trigger()
        return window, window.findChild(NewLinePage)

    return make


@pytest.fixture
def choose(monkeypatch):
    """What the system's dialog answers."""

    def answer(path):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))

    return answer


def status(page):
    return page.findChild(QLabel, "line_status").text()


def told(window):
    return window.rehearse.findChild(QLabel, "notice_text").text()


def texts(repertoire, group):
    return [line.text for line in repertoire.lines[group]]


def record(listener, page, said):
    page.form.record.click()
    listener.tried.emit(listener.trial, said)


def test_a_line_is_added_by_a_file(opened, own, session, choose, tmp_path):
    window, page = opened()
    page.form.kind.choose("busy")
    QTest.keyClicks(page.form.words, WORDS)
    assert not page.add.isEnabled()
    choose(sound_files.write(tmp_path, "wav16"))
    page.form.file.click()
    page.add.click()
    assert window.rehearse.isVisible()
    assert WORDS in texts(session.repertoire, "busy")
    assert texts(load(own), "busy") == texts(session.repertoire, "busy")
    assert str(own / "lines" / "we-are-all-at-lunch.wav") in told(window)


def test_a_line_is_added_by_a_recording(opened, own, session, listener):
    _window, page = opened()
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_R)
    assert page.form.level.isVisible()
    listener.tried.emit(listener.trial, LineSaid(SPOKEN))
    assert not page.form.level.isVisible()
    assert listener.trial is None
    page.form.words.setText(WORDS)
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Space)
    (kept,) = (line for line in session.repertoire.lines["plain"] if line.text == WORDS)
    sound, rate_hz = load_line(kept.recordings[0].sound)
    assert len(sound) / rate_hz == pytest.approx(1.0, abs=0.05)


def test_the_drill_that_was_chosen_stays(opened, session, listener):
    window, page = opened()
    page.form.words.setText(WORDS)
    record(listener, page, LineSaid(SPOKEN))
    page.add.click()
    assert session.chosen.id == "busy"
    assert window.rehearse.head.drills.menu().actions()[-1].text() == "Add a line…"


def test_a_file_that_is_no_sound_is_refused(opened, own, choose, tmp_path):
    (tmp_path / "letter.wav").write_text("Dear Sir or Madam")
    _window, page = opened()
    page.form.words.setText(WORDS)
    choose(tmp_path / "letter.wav")
    page.form.file.click()
    assert status(page).startswith("letter.wav is not a sound file this program can read")
    assert not page.add.isEnabled()
    assert not own.exists()


@pytest.mark.parametrize(("seconds", "why"), [(61, "is longer than 60 s"), (1, "there is no sound in it")])
def test_a_file_that_is_no_line_is_refused(opened, choose, tmp_path, seconds, why):
    with wave.open(str(tmp_path / "silent.wav"), "wb") as file:
        file.setparams((1, 2, 8_000, 0, "NONE", ""))
        file.writeframes(bytes(2 * 8_000 * seconds))
    _window, page = opened()
    choose(tmp_path / "silent.wav")
    page.form.file.click()
    assert why in status(page)


def test_a_sound_with_another_ending_is_kept_as_a_sound(opened, own, choose, tmp_path):
    _window, page = opened()
    page.form.words.setText(WORDS)
    choose(sound_files.write(tmp_path, "wav16").rename(tmp_path / "lunch.wav~"))
    page.form.file.click()
    page.add.click()
    assert texts(load(own), "plain")[-1] == WORDS
    assert (own / "lines" / "we-are-all-at-lunch.flac").exists()


def test_a_file_that_went_away_is_told(opened, own, choose, tmp_path):
    _window, page = opened()
    page.form.words.setText(WORDS)
    file = sound_files.write(tmp_path, "wav16")
    choose(file)
    page.form.file.click()
    file.unlink()
    page.add.click()
    assert "could not be kept" in status(page)
    assert load(own).broken == ()


def test_what_cannot_be_written_is_told_and_stays_to_be_added(opened, own, listener):
    own.write_text("no folder")
    _window, page = opened()
    page.form.words.setText(WORDS)
    record(listener, page, LineSaid(SPOKEN))
    page.add.click()
    assert "The line could not be kept" in status(page)
    assert page.add.isEnabled()
    own.unlink()
    page.add.click()
    assert texts(load(own), "plain")[-1] == WORDS


def test_a_file_of_lines_with_a_mistake_is_left_as_it_is(opened, own, listener):
    (own / "lines").mkdir(parents=True)
    (own / "lines" / "plain.toml").write_text("meaning = ")
    _window, page = opened()
    page.form.words.setText(WORDS)
    record(listener, page, LineSaid(SPOKEN))
    page.add.click()
    assert "plain.toml" in status(page)
    assert [file.name for file in (own / "lines").iterdir()] == ["plain.toml"]


def test_a_recording_without_speech_is_told(opened, listener):
    _window, page = opened()
    record(listener, page, NothingSaid())
    assert status(page).startswith("Nothing was heard")
    assert not page.form.hear.isEnabled()


def test_a_microphone_that_goes_away_ends_the_recording(opened, listener):
    _window, page = opened()
    page.form.record.click()
    listener.microphone_changed.emit(staged.MUTED)
    assert status(page) == staged.MUTED.sentence
    assert not page.form.record.isEnabled()
    assert listener.trial is None


def test_it_is_heard_before_it_is_added(opened, listener):
    _window, page = opened()
    record(listener, page, LineSaid(SPOKEN))
    page.form.hear.click()
    assert page.form.hear.accessibleName() == "Stop"
    page.form.hear.click()
    assert page.form.hear.accessibleName() == "Hear it"


def test_esc_leaves_and_nothing_is_added(opened, own, listener):
    window, page = opened()
    page.form.record.click()
    QTest.keyClick(page.form.words, Qt.Key.Key_Escape)
    assert window.rehearse.isVisible()
    assert listener.trial is None
    assert not own.exists()


def test_after_a_click_space_is_the_buttons_again(opened, own, listener):
    window, page = opened()
    QTest.keyClicks(page.form.words, WORDS)
    record(listener, page, LineSaid(SPOKEN))
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert WORDS in texts(load(own), "plain")


def test_letters_belong_to_the_words_while_they_are_written(opened, listener):
    _window, page = opened()
    QTest.keyClicks(page.form.words, "rather hard")
    assert page.form.words.text() == "rather hard"
    assert listener.trial is None


@pytest.mark.parametrize("percent", [100, 150])
def test_nothing_is_clipped_in_a_small_window(opened, listener, percent, qapp):
    _window, page = opened(880, 600, percent)
    page.form.record.click()
    qapp.processEvents()
    for shown in (*page.form.findChildren(QLabel), page.form.record, page.form.file, page.form.hear, page.add):
        if shown.isVisible():
            assert shown.width() >= min(shown.sizeHint().width(), 200)
            assert page.rect().contains(shown.mapTo(page, shown.rect().center()))


def test_a_window_without_a_desk_has_no_such_entry(drilling):
    assert "Add a line…" not in [action.text() for action in drilling().rehearse.head.drills.menu().actions()]


def test_a_group_of_the_trainers_is_there_by_its_name(make_window, session, own, tmp_path):
    (own / "lines").mkdir(parents=True)
    file = sound_files.write(tmp_path, "wav16")
    Path(own / "lines" / "out_of_office.toml").write_text(
        f'meaning = "no"\n[[line]]\ntext = "Away."\nsound = "{file.name}"\n'
    )
    file.rename(own / "lines" / file.name)
    window = make_window(session=session, lines=staged.lines(own))
    window.rehearse.head.drills.add_line.emit()
    kinds = [action.text() for action in window.findChild(NewLinePage).form.kind.menu().actions()]
    assert kinds[-1] == "Out of office"
    assert kinds[0] == "A plain no"
