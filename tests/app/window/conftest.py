"""A window brought to life by a listener that says what the test tells it to say."""

import pytest
import staged
import staged_drill

from app import build
from app.window.look import Look
from coach.drills.rounds import Wish


@pytest.fixture
def listener(qapp):
    return staged.FakeListener()


@pytest.fixture
def make_window(qtbot, qapp, listener):
    """A shown window of any size and text scale; `others` replace parts."""

    def make(width=1180, height=760, percent=100, theme="light", **others):
        window = build.window(qapp, Look(theme, percent))
        qtbot.addWidget(window)
        build.bring_to_life(window, staged.parts(listener, **others))
        listener.microphone_changed.emit(staged.HEADSET)
        window.resize(width, height)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        listener.asked.clear()
        return window

    return make


@pytest.fixture
def window(make_window):
    return make_window()


@pytest.fixture
def page(window):
    return window.rehearse


@pytest.fixture
def calls(listener):
    """The calls that takes were started with."""
    made = []
    listener.start_take = lambda call=None: made.append(call)
    return made


@pytest.fixture
def drilling(make_window):
    """A window with drills."""

    def make(*size, chosen="objection", wish=Wish(), **others):  # noqa: B008
        return make_window(*size, session=staged_drill.session(chosen, wish), **others)

    return make
