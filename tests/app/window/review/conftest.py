"""The Review page of a window, over a library of its own."""

import shutil

import pytest
import staged
import staged_review

from app import build
from app.window.look import Look
from audio.sound_folder import SoundFolder
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
def filled(store, tmp_path):
    staged_review.fill(store, SoundFolder(tmp_path / "sound"))
    return store


@pytest.fixture
def played():
    """What was played: samples, rate, and the sound that is being played."""
    return []


@pytest.fixture
def listener(qapp):
    return staged.FakeListener()


@pytest.fixture
def make_page(qtbot, qapp, store, tmp_path, played, listener):
    """The page opened in a window of any size; its table is read."""

    def play(samples, rate_hz):
        playing = staged.FakePlaying()
        played.append((samples, rate_hz, playing))
        return playing

    def make(width=1180, height=760, percent=100, theme="light", **others):
        window = build.window(qapp, Look(theme, percent))
        qtbot.addWidget(window)
        build.bring_to_life(window, staged.parts(listener))
        listener.microphone_changed.emit(staged.HEADSET)
        window.review.connect_to(staged_review.desk(store, tmp_path, **{"play": play, **others}), listener)
        window.resize(width, height)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        made.append(window)
        window.show_page("review")
        return window.review

    made = []
    yield make
    for window in made:
        window.close()


@pytest.fixture
def page(make_page, filled, qtbot):
    made = make_page()
    qtbot.waitUntil(lambda: made.work.take.shown is not None)
    return made


@pytest.fixture
def open_take(page, settle, qtbot):
    """Choose a take by its number; what it came to is shown."""

    def choose(number):
        page.board.table.choose(page.board.table.rows.place(staged_review.ident(number)))
        qtbot.waitUntil(lambda: page.work.take.opened.take.id == staged_review.ident(number))
        return page.work.take

    return choose


@pytest.fixture
def settle(qtbot):
    """Whatever was asked of the store by now is done, and shown."""

    def wait(page):
        done = []
        page.work._errands.run(lambda: None, done.append)
        qtbot.waitUntil(lambda: bool(done))

    return wait
