"""The Progress page of a window, over a store of its own."""

import shutil

import pytest
import staged
import stored

from app import build
from app.archive import Archive
from app.window.look import Look
from audio.sound_folder import SoundFolder
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
    return Archive(
        store.takes,
        store.tallies,
        store.reviews,
        store.comments,
        SoundFolder(tmp_path / "sound"),
        "Dana Reyes",
        Bands(),
    )


@pytest.fixture
def make_board(qtbot, qapp, archive):
    """The page opened in a window of any size."""

    def make(width=1180, height=760, percent=100, theme="light", **others):
        window = build.window(qapp, Look(theme, percent))
        qtbot.addWidget(window)
        listener = staged.FakeListener()
        build.bring_to_life(window, staged.parts(listener, drills=stored.DRILLS, **others))
        listener.microphone_changed.emit(staged.HEADSET)
        window.progress.connect_to(archive)
        window.resize(width, height)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        window.show_page("progress")
        made.append(window)
        return window.progress.board

    made = []
    yield make
    for window in made:
        window.close()
