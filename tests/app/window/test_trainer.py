"""The rooms behind the Review page: how one gets there and back, and files dropped anywhere on the window."""

import shutil

import pytest
import staged_import
import staged_team
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app.window.importing.desk import ImportDesk
from app.window.reporting.desk import ReportDesk
from app.window.trainer import Trainer, TrainerDesks
from coach.bands import Bands
from coach.store.opening import open_store


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory):
    """Made once: the migrations take longer than a test."""
    database = tmp_path_factory.mktemp("empty") / "okbye.db"
    open_store(database).close()
    return database


@pytest.fixture
def store(tmp_path, empty_store):
    shutil.copy(empty_store, tmp_path)
    with open_store(tmp_path / "okbye.db") as store:
        staged_team.fill(store, share=0.02)
        yield store


@pytest.fixture
def trainer(window, store, tmp_path):
    team = staged_team.desk(store, tmp_path)
    desks = TrainerDesks(team, ImportDesk(team.archive, Bands, team.me), ReportDesk(team.archive, {}, Bands()))
    yield Trainer(window, desks)
    window.close()


def drop(window, dragged):
    """Drag it over the window and let go of it; whether it was taken."""
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, dragged, buttons, modifiers)
    QApplication.sendEvent(window, over)
    dropped = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, dragged, buttons, modifiers)
    dropped.ignore()
    QApplication.sendEvent(window, dropped)
    return dropped.isAccepted()


def files(*paths):
    made = QMimeData()
    made.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return made


def test_the_team_is_entered_and_left(trainer, window, qtbot):
    window.show_page("review")
    window.review.team.emit()
    with qtbot.waitSignal(trainer._team._reading.done):
        pass
    assert trainer.team_board.isVisible()
    assert not window.review.board.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.review.board.isVisible()
    assert not trainer.team_board.isVisible()


def test_a_report_on_the_team_comes_back_to_the_team(trainer, window, qtbot):
    window.show_page("review")
    window.review.team.emit()
    with qtbot.waitSignal(trainer._team._reading.done):
        pass
    qtbot.keyClick(window, Qt.Key.Key_R)
    assert trainer.report_view.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert trainer.team_board.isVisible()


def test_takes_that_are_shown_fill_the_table(trainer, window, qtbot):
    window.show_page("review")
    window.review.team.emit()
    trainer._team.open_takes.emit(frozenset({"a", "b"}), "Pause: machine and trainer disagree")
    filters = window.review.board.filters
    assert filters.wish.ids == {"a", "b"}
    assert filters.some.text() == "Pause: machine and trainer disagree ✕"
    assert window.review.board.isVisible()
    filters.some.click()
    assert filters.wish.ids is None
    assert not filters.some.isVisible()


def test_the_takes_of_a_rep_are_shown(trainer, window):
    window.show_page("review")
    window.review.team.emit()
    trainer._team.open_rep.emit("Kim Doyle")
    assert window.review.board.filters.wish.rep == "Kim Doyle"


def test_what_is_dropped_on_any_page_comes_in(trainer, window, qtbot, tmp_path):
    staged_import.write(tmp_path / "Calls", good=1, bad=False)
    dragged = files(tmp_path / "Calls")
    assert drop(window, dragged)
    assert window.review.isVisible()
    form = trainer.import_board.form
    qtbot.waitUntil(lambda: "dana_2026-11-01_0.wav" in form._rows.text())
    with qtbot.waitSignal(trainer._importing.back):
        qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.review.board.isVisible()


def test_text_that_is_dropped_is_not_taken_for_a_file(trainer, window):
    words = QMimeData()
    words.setText("hello")
    assert not drop(window, words)
    assert window.review.entered is None


def test_files_and_folders_are_asked_for(trainer, window, tmp_path):
    staged_import.write(tmp_path / "Calls", good=1, bad=False)
    trainer.ask_folder = lambda: (tmp_path / "Calls",)
    menu = trainer.import_menu()
    assert [action.text() for action in menu.actions()] == ["Files…", "A folder…"]
    menu.actions()[1].trigger()
    menu.deleteLater()
    assert trainer.import_board.isVisible()
