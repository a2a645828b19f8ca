"""The team's pages in a window, over a store of their own."""

import shutil

import pytest
import staged_team

from app import build
from app.window.look import Look
from app.window.team.board import TeamBoard
from app.window.team.work import TeamWork
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
def desk(store, tmp_path):
    return staged_team.desk(store, tmp_path)


@pytest.fixture
def team(store):
    """A few takes of five reps, some of them judged by a trainer."""
    staged_team.fill(store, share=0.08)
    staged_team.judge(store, count=40, otherwise=10)
    return store


@pytest.fixture
def make_work(qtbot, qapp, desk):
    """The pages of any size, told what is in the store."""

    def make(width=1180, height=760):
        window = build.window(qapp, Look("light", 100))
        qtbot.addWidget(window)
        board = TeamBoard(window.theme)
        work = TeamWork(board, desk)
        window.closed.connect(work.close)
        window.resize(width, height)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        window.show_page("review")
        window.review.enter(board)
        made.append(window)
        with qtbot.waitSignal(work._reading.done):
            work.refresh()
        return work

    made = []
    yield make
    for window in made:
        window.close()


@pytest.fixture
def work(team, make_work):
    return make_work()


@pytest.fixture
def board(work):
    return work._board
