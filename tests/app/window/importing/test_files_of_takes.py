"""A file of takes comes in by the window: with comments, and with what is otherwise here."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from sample_takes import take, verdict

from app.merging import Words
from app.parcels import export_takes
from audio.sound_folder import SoundFolder
from coach.review.review import Comment
from coach.store.opening import open_store


@pytest.fixture
def sent(tmp_path, empty_store):
    """Two takes of another library, with a comment on the first."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with open_store(elsewhere / "okbye.db") as store:
        for number in (1, 2):
            store.takes.add(take(number))
        store.comments.add(Comment("c1", "take1", 1.5, "Lovely pause.", "Kim", take(1).started_at))
        words = Words(store.reviews, store.comments, "Kim")
        export_takes(tmp_path / "ana.okbye", SoundFolder(elsewhere / "sound"), store.takes, said=words.said)
    return tmp_path / "ana.okbye"


def says(board, name):
    return board.findChild(QLabel, name).text()


def open_file(qtbot, work, *paths):
    with qtbot.waitSignal(work.changed):
        work.open(paths)


def test_its_takes_and_comments_are_added(work, board, qtbot, sent, store):
    open_file(qtbot, work, sent)
    assert says(board, "import_said") == "ana.okbye: 2 takes added; 1 new comment or word on them."
    assert [comment.text for comment in store.comments.of("take1")] == ["Lovely pause."]
    with qtbot.waitSignal(work.back):
        qtbot.keyClick(board, Qt.Key.Key_Space)


def test_nothing_is_written_over_and_what_differs_is_told(work, board, qtbot, sent, store):
    mine = replace(take(1), verdict=verdict(pause=0.5))
    store.takes.add(mine)
    open_file(qtbot, work, sent)
    assert says(board, "import_said").startswith("ana.okbye: 1 take added, 1 were here already")
    assert says(board, "left_out_heading") == "Otherwise here than in the file: 1"
    assert "It was measured otherwise here than in the file. Yours stays as it is." in says(board, "left_out")
    assert store.takes.get("take1") == mine


def test_one_that_is_no_such_file_says_so_and_the_other_comes_in(work, board, qtbot, sent, tmp_path, store):
    bad = tmp_path / "bad.okbye"
    bad.write_text("no zip")
    open_file(qtbot, work, bad, sent)
    assert "bad.okbye" in says(board, "import_said")
    assert store.takes.count() == 2


def test_recordings_that_came_with_it_are_asked_about_afterwards(work, board, qtbot, sent, tmp_path):
    open_file(qtbot, work, sent, tmp_path / "a.wav")
    assert board.form.isVisible()
    assert "2 takes added" in says(board, "notice_text")
