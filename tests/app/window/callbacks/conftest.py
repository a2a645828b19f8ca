"""The Call-backs page of a window, over a list of its own."""

import shutil

import pytest
import staged
import staged_list

from app import build
from app.window.look import Look
from coach.store.opening import open_store


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory):
    """Made once: the migrations take longer than a test."""
    database = tmp_path_factory.mktemp("empty") / "okbye.db"
    open_store(database).close()
    return database


@pytest.fixture
def calls(tmp_path, empty_store):
    shutil.copy(empty_store, tmp_path)
    with open_store(tmp_path / "okbye.db", offers=staged_list.ids) as store:
        yield store.calls


@pytest.fixture
def make_page(qtbot, qapp, calls):
    """The page opened in a window of any size; its list is read."""

    def make(width=1180, height=760, percent=100, theme="light", **others):
        window = build.window(qapp, Look(theme, percent))
        qtbot.addWidget(window)
        listener = staged.FakeListener()
        build.bring_to_life(window, staged.parts(listener))
        listener.microphone_changed.emit(staged.HEADSET)
        window.callbacks.connect_to(staged_list.desk(calls, **others))
        window.resize(width, height)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        made.append(window)
        with qtbot.waitSignal(window.callbacks.counted):
            window.show_page("callbacks")
        return window.callbacks

    made = []
    yield make
    for window in made:
        window.close()


@pytest.fixture
def page(make_page, calls):
    staged_list.fill(calls)
    return make_page()
