"""The companion, shown, and what it was told to remember."""

import pytest
import staged_live

from app.companion.window import Companion, CompanionLook
from app.theme.theme import Theme
from coach.bands import Bands


@pytest.fixture
def make_companion(qapp, qtbot):
    def make(state="script", size=(440, 400), percent=100, **look):
        shown = Companion(Theme(qapp, "light"), CompanionLook(text_percent=percent, **look), "F9")
        qtbot.addWidget(shown)
        shown.call.show_bands(Bands())
        shown.resize(*size)
        shown.show_state(staged_live.STATES[state])
        with qtbot.waitExposed(shown):
            shown.show()
        return shown

    return make


@pytest.fixture
def companion(make_companion):
    return make_companion()


@pytest.fixture
def presses(companion):
    made = []
    companion.call.pressed.connect(made.append)
    return made
