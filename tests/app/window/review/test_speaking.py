import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from staged_review import ident

from app.trials.line import LineSaid, NothingSaid, SoFar
from app.window.review.speaking import NOTHING
from audio.block import Block


@pytest.fixture
def take(open_take):
    return open_take(0)


def speak(page, qtbot, listener, said):
    qtbot.keyClick(page.board, Qt.Key.Key_V)
    listener.tried.emit(listener.trial, said)


def test_a_spoken_comment_is_kept_with_its_sound_and_heard_again(
    page, take, listener, store, played, qtbot, settle, tmp_path
):
    page.board.editor.wave.placed.emit(1.4)
    qtbot.keyClick(page.board, Qt.Key.Key_V)
    listener.tried.emit(listener.trial, SoFar(3.0))
    assert page.board.trainer.comment.placeholderText() == "Recording, 3 of at most 60 s"
    assert page.board.trainer.speak.accessibleName() == "Stop recording"
    sound = Block(np.full((16_000, 1), 0.25, np.float32), 16_000)
    listener.tried.emit(listener.trial, LineSaid(sound))
    settle(page)
    (kept,) = store.comments.of(ident(0))
    assert (kept.at, kept.text) == (1.4, "")
    assert (tmp_path / "sound" / kept.sound).is_file()
    assert page.board.trainer.comment.placeholderText() == "Comment at 1.4 s…   C"
    assert page.board.findChild(QWidget, "comment_1_text").text() == "1.4 s – Spoken comment"
    page.board.findChild(QWidget, "hear_comment_1").click()
    samples, rate_hz, _ = played[0]
    assert (len(samples), rate_hz) == (16_000, 16_000)
    assert samples[8_000] == pytest.approx(0.25, abs=1e-3)
    qtbot.keyClick(page.board, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(page)
    assert store.comments.of(ident(0)) == []


def test_where_nothing_was_heard_it_says_so(page, take, listener, store, qtbot, settle):
    speak(page, qtbot, listener, NothingSaid())
    settle(page)
    assert page.board.notice.accessibleName() == NOTHING
    assert store.comments.of(ident(0)) == []
    assert listener.trial is None


def test_another_take_lets_go_of_what_is_being_recorded(page, take, open_take, listener, store, qtbot, settle):
    qtbot.keyClick(page.board, Qt.Key.Key_V)
    trial = listener.trial
    open_take(1)
    listener.tried.emit(trial, LineSaid(Block(np.zeros((100, 1), np.float32), 16_000)))
    settle(page)
    assert listener.trial is None
    assert store.comments.of(ident(0)) == store.comments.of(ident(1)) == []


def test_a_comment_that_cannot_be_kept_is_told(page, take, listener, store, qtbot, settle, tmp_path):
    (tmp_path / "sound" / "2026" / "11").rename(tmp_path / "aside")
    (tmp_path / "sound" / "2026" / "11").write_bytes(b"no folder")
    speak(page, qtbot, listener, LineSaid(Block(np.full((1600, 1), 0.25, np.float32), 16_000)))
    settle(page)
    qtbot.waitUntil(page.board.notice.isVisible)
    assert "could not be kept" in page.board.notice.accessibleName()
    assert store.comments.of(ident(0)) == []
