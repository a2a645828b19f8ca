"""A window brought to life by a listener that says what the test tells it to say."""

import pytest
import staged

from app import build
from app.window.look import Look


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
