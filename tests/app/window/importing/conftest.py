"""The import page in a window, over a store of its own."""

import shutil

import pytest
import staged_team

from app import build
from app.window.importing.board import ImportBoard
from app.window.importing.desk import ImportDesk
from app.window.importing.work import ImportWork
from app.window.look import Look
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
        yield store


@pytest.fixture
def archive(store, tmp_path):
    return staged_team.archive(store, tmp_path, "Tess")


@pytest.fixture
def make_work(qtbot, qapp, archive, store):
    def make(width=1180, height=760):
        window = build.window(qapp, Look("light", 100))
        qtbot.addWidget(window)
        board = ImportBoard(window.theme)
        work = ImportWork(board, ImportDesk(archive, Bands, lambda: "Tess", store.calls))
        window.closed.connect(work.close)
        window.resize(width, height)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        window.show_page("review")
        window.review.enter(board)
        made.append(window)
        return work

    made = []
    yield make
    for window in made:
        window.close()


@pytest.fixture
def work(make_work):
    return make_work()


@pytest.fixture
def board(work):
    return work._board
