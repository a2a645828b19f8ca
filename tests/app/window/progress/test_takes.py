"""The list of takes: opened, deleted, brought back, exported, and all of it let go."""

import gc
from dataclasses import replace

import pytest
import soundfile
import staged
import stored
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from sample_takes import hiss

from app.parcels import import_takes
from coach.takes import EVERY


@pytest.fixture
def takes(store):
    return store.takes


@pytest.fixture
def board(make_board, store):
    stored.fill(store, 30, days=3)
    board = make_board()
    board.show_takes()
    return board


def days(board):
    rows = board.takes.rows
    return [rows.index(n, 0).data() for n in range(rows.rowCount())]


def told(board):
    return [label.text() for label in board.findChildren(QLabel) if label.isVisible()]


def press(qtbot, board, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(board.window(), key, modifier)


def test_days_newest_first_with_the_newest_open(board):
    assert len(days(board)) == 3
    rows = board.takes.rows
    newest = rows.index(0, 0)
    assert board.takes.list.isExpanded(newest)
    times = [rows.index(n, 0, newest).data() for n in range(rows.rowCount(newest))]
    assert times == sorted(times, reverse=True)


def test_qt_finds_no_fault_with_the_rows(board, qtmodeltester):
    for n in range(3):
        board.takes.list.expand(board.takes.rows.index(n, 0))
    qtmodeltester.check(board.takes.rows)


def test_rows_may_come_and_go_whatever_is_cleared_away(board, qtbot, takes):
    for _ in range(20):
        press(qtbot, board, Qt.Key.Key_Space)
        gc.collect()
        press(qtbot, board, Qt.Key.Key_Delete)
    assert takes.count() == 10


def test_the_verdict_is_read_in_words(board):
    rows = board.takes.rows
    cell = rows.index(0, 1, rows.index(0, 0))
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole).startswith(("as wanted", "not as wanted"))


def test_a_day_that_was_never_opened_reads_nothing(board):
    assert board.takes.rows.rowCount(board.takes.rows.index(2, 0)) == 0


def test_space_opens_a_take_and_esc_goes_back(board, qtbot, takes):
    press(qtbot, board, Qt.Key.Key_Space)
    newest = next(takes.newest(EVERY))
    assert newest.verdict.headline in told(board)
    press(qtbot, board, Qt.Key.Key_Escape)
    assert board.takes.isVisible()
    press(qtbot, board, Qt.Key.Key_Escape)
    assert board.overview.isVisible()


def test_a_take_is_heard_again(make_board, store, archive, takes, qtbot):
    stored.fill(store, 1)
    key = "2026/11/a.flac"
    path = archive.sounds.path(key)
    path.parent.mkdir(parents=True)
    soundfile.write(path, hiss(0.5), 16_000, "PCM_16")
    takes.add(replace(next(takes.newest(EVERY)), sound=key))
    played = []
    board = make_board(play=lambda sound: played.append(sound) or staged.FakePlaying())
    board.show_takes()
    press(qtbot, board, Qt.Key.Key_Space)
    press(qtbot, board, Qt.Key.Key_H)
    assert played == [key]
    assert board.take.verdict.hear_self.accessibleName() == "Stop listening"
    press(qtbot, board, Qt.Key.Key_Escape)
    assert board.take.verdict.hear_self.accessibleName() == "Hear yourself"


def test_a_take_without_sound_says_so(board, qtbot):
    press(qtbot, board, Qt.Key.Key_Space)
    assert any("no longer kept" in said for said in told(board))
    assert not board.take.verdict.hear_self.isVisible()


def test_a_deleted_take_can_be_brought_back(board, qtbot, takes):
    press(qtbot, board, Qt.Key.Key_Delete)
    assert takes.count() == 29
    assert "1 take deleted." in told(board)
    press(qtbot, board, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert takes.count() == 30
    assert "1 take deleted." not in told(board)


def test_the_next_take_takes_the_place_of_the_deleted(board, qtbot, takes):
    for _ in range(3):
        qtbot.keyClick(board.takes.list, Qt.Key.Key_Down)
    times = [board.takes.rows.index(n, 0, board.takes.rows.index(0, 0)).data() for n in range(6)]
    assert board.takes.list.currentIndex().data() == times[3]
    press(qtbot, board, Qt.Key.Key_Delete)
    assert board.takes.list.currentIndex().data() == times[4]


def test_deleting_on_and_on_deletes_one_at_a_time(board, qtbot, takes):
    while takes.count():
        before = takes.count()
        press(qtbot, board, Qt.Key.Key_Delete)
        assert takes.count() == before - 1


def test_a_day_is_deleted_whole_and_brought_back(board, qtbot, takes):
    board.takes.list.setCurrentIndex(board.takes.rows.index(1, 0))
    of_that_day = board.takes.rows.index(1, 1).data()
    press(qtbot, board, Qt.Key.Key_Delete)
    assert len(days(board)) == 2
    board._undo.press()
    assert len(days(board)) == 3
    assert board.takes.rows.index(1, 1).data() == of_that_day


def test_closing_the_undo_lets_it_go_for_good(board, qtbot, takes):
    press(qtbot, board, Qt.Key.Key_Delete)
    assert len(takes.aside()) == 1
    board._undo.closed.emit()
    assert takes.aside() == []
    press(qtbot, board, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert takes.count() == 29


def test_so_does_the_next_deletion_and_the_end(board, qtbot, takes):
    press(qtbot, board, Qt.Key.Key_Delete)
    press(qtbot, board, Qt.Key.Key_Delete)
    assert takes.count() == 28
    assert len(takes.aside()) == 1
    board.window().close()
    assert takes.aside() == []


def test_a_take_is_deleted_from_its_own_view(board, qtbot, takes):
    press(qtbot, board, Qt.Key.Key_Space)
    press(qtbot, board, Qt.Key.Key_Delete)
    assert takes.count() == 29
    assert board.takes.isVisible()


def test_chosen_takes_go_into_one_file(board, qtbot, takes, tmp_path, archive):
    rows, chosen = board.takes.rows, board.takes.list.selectionModel()
    chosen.clear()
    rows_flag = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for n in (0, 1):
        chosen.select(rows.index(n, 0, rows.index(0, 0)), rows_flag)
    path = tmp_path / "two.okbye"
    board.export.ask_where = lambda proposal: str(path)
    with qtbot.waitSignal(board.export.ended) as ended:
        press(qtbot, board, Qt.Key.Key_E)
    assert ended.args == [f"2 takes exported to {path}."]
    assert ended.args[0] in told(board)
    takes.delete_these([take.id for take in takes.newest()])
    assert import_takes(path, archive.sounds, takes).added == 2


def test_no_file_chosen_nothing_done(board, qtbot):
    board.export.ask_where = lambda proposal: ""
    press(qtbot, board, Qt.Key.Key_E)
    assert not board.export._exporting.running


def test_an_export_that_cannot_be_written_is_told(board, qtbot, tmp_path):
    board.export.ask_where = lambda proposal: str(tmp_path / "none" / proposal)
    with qtbot.waitSignal(board.export.ended) as ended:
        press(qtbot, board, Qt.Key.Key_E)
    assert "could not be written" in ended.args[0]


def test_all_are_deleted_once_the_word_is_written(board, qtbot, takes):
    keeping = board.takes.keeping
    keeping.ask()
    word = board.findChild(QLineEdit, "erase_word")
    button = keeping._sure._yes
    for written in ("", "yes", "eras"):
        word.setText(written)
        assert not button.isEnabled()
    word.setText("erase")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert takes.count() == 0
    assert takes.aside() == []
    assert "All takes and their sound are deleted." in told(board)


def test_esc_leaves_the_question_and_deletes_nothing(board, qtbot, takes):
    board.takes.keeping.ask()
    press(qtbot, board, Qt.Key.Key_Escape)
    assert not board.takes.keeping.asking
    assert board.takes.isVisible()
    assert takes.count() == 30


def test_how_long_sound_is_kept_is_told_on(make_board, qtbot):
    kept = []
    board = make_board(keep_sound=kept.append, sound_days=90)
    board.show_takes()
    chips = board.takes.keeping._chips
    assert chips[90].isChecked()
    qtbot.mouseClick(chips[30], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(chips[None], Qt.MouseButton.LeftButton)
    assert kept == [30, None]


def test_the_folder_is_opened_or_named(board, archive):
    asked = []
    board.open_folder = lambda url: asked.append(url.toLocalFile()) or True
    board._open_folder()
    assert asked == [str(archive.sounds.root)]
    board.open_folder = lambda url: False
    board._open_folder()
    assert any(str(archive.sounds.root) in said for said in told(board))


def test_a_store_that_fails_is_told(board, store, qtbot, tmp_path):
    store.close()
    (tmp_path / "okbye.db").write_bytes(b"Dear diary, " * 10_000)
    for log in tmp_path.glob("okbye.db-*"):
        log.unlink()
    board.refresh()
    assert any("damaged" in said for said in told(board))


def test_a_damaged_take_is_listed_and_can_be_opened(make_board, store, qtbot):
    stored.fill(store, 1)
    with store.transact(writes=True) as connection:
        connection.exec_driver_sql("UPDATE takes SET verdict = '{'")
    board = make_board()
    board.show_takes()
    press(qtbot, board, Qt.Key.Key_Space)
    assert "The numbers of this take cannot be read." in told(board)
