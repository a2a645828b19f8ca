"""The take that was just made, into one file for the trainer."""

import zipfile

import numpy as np
import pytest
import staged
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.keeper import TakeKeeper, begin
from audio.block import Block


@pytest.fixture
def spoken(archive, store):
    """The key of a take that was recorded and kept."""
    key, recording = begin(archive.sounds, 16_000, rep="Dana Reyes")
    recording.write(Block(np.zeros((16_000, 1), np.float32), 16_000))
    recording.close()
    TakeKeeper(archive.sounds, store.takes).finish(key, staged.FAILED, rep="Dana Reyes")
    return key


@pytest.fixture
def window(make_board):
    window = make_board().window()
    window.show_page("rehearse")
    return window


def judged(window, sound):
    window.rehearse.show_start()
    window.rehearse.show_end(staged.ended(staged.FAILED, sound=sound))


def test_one_key_writes_this_take_into_one_file(window, archive, spoken, qtbot, tmp_path):
    window.rehearse.sending.connect_to(archive)
    judged(window, spoken)
    path = tmp_path / "for-the-trainer.zip"
    window.rehearse.sending.bar.ask_where = lambda proposal: str(path)
    with qtbot.waitSignal(window.rehearse.sending.told) as told:
        QTest.keyClick(window, Qt.Key.Key_E)
    assert told.args == [f"1 take exported to {path}."]
    assert window.rehearse.findChild(QLabel, "notice_text").text() == told.args[0]
    assert not window.rehearse.sending.isVisible()
    with zipfile.ZipFile(path) as parcel:
        assert sum(name.endswith(".flac") for name in parcel.namelist()) == 1


def test_whoever_thinks_better_of_it_is_left_in_peace(window, archive, spoken):
    window.rehearse.sending.connect_to(archive)
    judged(window, spoken)
    window.rehearse.sending.bar.ask_where = lambda proposal: ""
    QTest.keyClick(window, Qt.Key.Key_E)
    assert not window.rehearse.sending.isVisible()


def test_what_was_not_kept_cannot_be_sent(window, archive):
    window.rehearse.sending.connect_to(archive)
    judged(window, None)
    assert not window.rehearse.verdict.send.isVisible()
