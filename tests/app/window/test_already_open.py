"""The second start: shows the first, or says that it cannot; both of its keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.presses.wire import Answer
from app.theme.theme import Theme
from app.window import already_open
from app.window.already_open import NOT_REACHED, AlreadyOpen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def open_second(qtbot, qapp, monkeypatch):
    """A second window, beside a first one that gives these answers."""

    def make(*answers):
        given = iter(answers)
        monkeypatch.setattr(already_open, "PATIENCE_S", 0 if None in answers else 3)
        monkeypatch.setattr(already_open, "ask", lambda *_, **__: next(given))
        second = AlreadyOpen(Theme(qapp), Path("home"))
        qtbot.addWidget(second)
        with qtbot.waitExposed(second):
            second.show()
        second.activateWindow()
        return second

    return make


def words(second):
    return second.findChild(QLabel, "already_open_text").text()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_the_first_is_shown_and_this_one_goes(open_second, qtbot, key):
    second = open_second(Answer(done=True))
    QTest.keyClick(second.focusWidget(), key)
    qtbot.waitUntil(lambda: not second.isVisible())


@pytest.mark.parametrize("answer", [None, Answer(done=False, says="No.")])
def test_one_that_does_not_answer_is_told_and_may_be_asked_again(open_second, qtbot, answer):
    second = open_second(answer, Answer(done=True))
    second.show_it.click()
    assert not second.show_it.isEnabled()
    qtbot.waitUntil(lambda: words(second) == NOT_REACHED)
    second.show_it.click()
    qtbot.waitUntil(lambda: not second.isVisible())


def test_escape_leaves(open_second):
    second = open_second()
    QTest.keyClick(second.focusWidget(), Qt.Key.Key_Escape)
    assert not second.isVisible()
