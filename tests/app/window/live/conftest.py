"""The Live page with a desk that says what the test tells it to say."""

import pytest
import staged_live
from PySide6.QtWidgets import QApplication

from app.window.calling import Calling


@pytest.fixture
def desk(qapp):
    return staged_live.FakeDesk()


@pytest.fixture
def chosen():
    return staged_live.Chosen()


@pytest.fixture
def open_live(make_window, desk, chosen, qtbot):
    """A window at the Live page; `calls` is the list, None where there is none yet."""

    def make(*size, calls=staged_live.FakeList(), **others):  # noqa: B008
        window = make_window(*size, **chosen.parts(desk), **others)
        window.show_page("live")
        calling = window.findChild(Calling)
        if calls is not None:
            with qtbot.waitSignal(calling.listing.listed):
                calling.connect_to(calls)
        QApplication.processEvents()
        desk.asked.clear()
        return window

    return make


@pytest.fixture
def live(open_live):
    return open_live().live.board


@pytest.fixture
def calling(live, desk):
    """The page while somebody is called."""
    live.start.click()
    desk.show("script")
    desk.asked.clear()
    return live
