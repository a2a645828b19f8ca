"""Recordings come in by the window: whose they are is asked, what was found is picked, and bad ones are named."""

import pytest
import soundfile
import staged_import
from drawing import RATE
from importing_sounds import long_call
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from coach.takes import Wanted


@pytest.fixture
def calls(tmp_path):
    folder = tmp_path / "Calls"
    staged_import.write(folder, good=1)
    return folder


def says(board, name):
    return board.findChild(QLabel, name).text()


def first_names(qtbot, work, paths):
    """What the form says of the first recordings."""
    with qtbot.waitSignal(work._preview.done, check_params_cb=bool):
        work.open(paths)
    return says(work._board, "first_names")


def look(qtbot, work):
    with qtbot.waitSignal(work._board.found.rows.counted, check_params_cb=lambda _: work._board.found.add.isVisible()):
        qtbot.keyClick(work._board, Qt.Key.Key_Space)


def cells(board, column):
    rows = board.found.rows
    return [rows.index(row, column).data() for row in range(rows.rowCount())]


def test_a_folder_of_folders_is_by_their_names(work, board, qtbot, calls):
    first = first_names(qtbot, work, [calls])
    assert says(board, "import_what") == "Calls"
    assert "dana_2026-11-01_0.wav  →  Dana Reyes, " in first
    assert "sam_2026-11-01_0.wav  →  Sam Ito, " in first


def test_the_pattern_is_tried_on_the_first_names_as_it_is_written(work, board, qtbot, calls):
    first_names(qtbot, work, [calls / "Dana Reyes", calls / "Sam Ito"])
    board.form._by["pattern"].click()
    with qtbot.waitSignal(work._preview.done):
        board.form.pattern.setText("{rep}_{date}_{any}")
    assert says(board, "first_names").splitlines() == [
        "dana_2026-11-01_0.wav  →  dana, 2026-11-01 12:00",
        "sam_2026-11-01_0.wav  →  sam, 2026-11-01 12:00",
    ]
    with qtbot.waitSignal(work._preview.done):
        board.form.pattern.setText("{rep} on {date}")
    assert "→  Tess, " in says(board, "first_names")
    assert "(its name is made otherwise)" in says(board, "first_names")


def test_a_bad_pattern_says_why_and_nothing_begins(work, board, qtbot, calls):
    first_names(qtbot, work, [calls])
    board.form._by["pattern"].click()
    board.form.pattern.setText("{who}_{date}")
    assert "{who} stands for nothing" in says(board, "first_names")
    assert not board.form.begin.isEnabled()


def test_all_that_is_new_is_picked_and_becomes_takes(work, board, qtbot, calls, store):
    first_names(qtbot, work, [calls])
    look(qtbot, work)
    assert cells(board, 1) == ["Dana Reyes", "Sam Ito"]
    assert board.found.add.text() == "Add 2 takes"
    left_out = says(board, "left_out")
    for name in ("notes.wav", "empty.wav", "cut.flac", "none.wav", "header.ogg"):
        assert name in left_out
    assert says(board, "left_out_heading") == "Left out: 5"
    with qtbot.waitSignal(work.changed):
        qtbot.keyClick(board, Qt.Key.Key_Space)
    assert says(board, "import_said") == "2 takes added. The recordings are as they were."
    assert [take.rep for take in sorted(store.takes.newest(), key=lambda take: take.rep)] == ["Dana Reyes", "Sam Ito"]
    with qtbot.waitSignal(work.back):
        qtbot.keyClick(board, Qt.Key.Key_Space)


def test_what_is_here_already_is_left_out(work, board, qtbot, calls):
    for _ in range(2):
        first_names(qtbot, work, [calls / "Dana Reyes"])
        look(qtbot, work)
        if board.found.rows.rowCount():
            with qtbot.waitSignal(work.changed):
                qtbot.keyClick(board, Qt.Key.Key_Space)
    assert "is here already" in says(board, "left_out")
    assert not board.found.add.isEnabled()


def test_each_close_of_a_long_call_is_picked_by_itself(work, board, qtbot, tmp_path, store):
    samples, moments = long_call()
    soundfile.write(tmp_path / "call.wav", samples, RATE)
    first_names(qtbot, work, [tmp_path / "call.wav"])
    board.form.name.setText("Kim Doyle")
    look(qtbot, work)
    minutes = [f"{int(moment // 60)}:{moment % 60:04.1f}" for moment in moments]
    assert [cell[:-1] for cell in cells(board, 2)] == [minute[:-1] for minute in minutes]
    table = board.found.table
    table.selectRow(1)
    qtbot.keyClick(board, Qt.Key.Key_X)
    assert board.found.add.text() == "Add 1 take"
    with qtbot.waitSignal(work.changed):
        qtbot.keyClick(board, Qt.Key.Key_Space)
    (take,) = store.takes.newest(Wanted(rep="Kim Doyle"))
    assert take.verdict.close.pause == pytest.approx(0.8, abs=0.05)


def test_the_box_is_pressed_with_the_mouse(work, board, qtbot, calls):
    first_names(qtbot, work, [calls])
    look(qtbot, work)
    table = board.found.table
    place = table.visualRect(board.found.rows.index(0, 0))
    box = QPoint(place.left() + 15, place.center().y())
    for taken in (1, 2):
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box)
        assert board.found.rows.taken == taken


def test_cancel_keeps_what_was_found_by_then(work, board, qtbot, calls):
    first_names(qtbot, work, [calls])
    work._advanced.connect(lambda *_: qtbot.keyClick(board, Qt.Key.Key_Escape))
    look(qtbot, work)
    assert board.found.rows.rowCount() < 2
    assert "Stopped." in says(board, "import_said")


def test_a_folder_without_recordings_says_so(work, board, qtbot, tmp_path):
    (tmp_path / "none").mkdir()
    with qtbot.waitSignal(work._preview.done):
        work.open([tmp_path / "none"])
    assert says(board, "first_names") == "There are no recordings in these folders."
