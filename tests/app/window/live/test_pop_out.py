"""The companion comes from the Live page, shows the same call, and what it looks like is kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.companion.window import Companion
from app.window.calling import Calling
from coach.live.state import Press

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def companion(calling, qtbot):
    QTest.keyClick(calling, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    shown = calling.window().findChild(Calling).popped.companion
    assert isinstance(shown, Companion)
    calling.window().activateWindow()  # it would be active still, were this a real screen
    yield shown
    calling.window().findChild(Calling).popped.close()


def test_it_shows_the_call_that_goes_on(companion, desk):
    assert companion.call.who.words == "Mr Okafor · Okafor Bikes"
    desk.show("closing")
    assert companion.findChild(QPushButton, "hung_up").isVisible()


def test_what_is_pressed_on_it_goes_to_the_desk(companion, desk):
    next(button for button in companion.findChildren(QPushButton, "no") if button.isVisible()).click()
    assert desk.asked == [Press.NO]


def test_the_same_key_closes_it(companion, calling):
    assert calling.head.pop_out.text() == "Close companion"
    QTest.keyClick(calling, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert not companion.isVisible()
    assert calling.head.pop_out.text() == "Pop out"


def test_what_it_looks_like_is_kept(companion, chosen):
    companion.resize_text(120)
    companion.show_opacity(80)
    assert (chosen.now.companion_scale, chosen.now.companion_opacity) == (120, 80)


def test_alt_and_the_arrows_move_and_resize_it(companion, calling, chosen):
    width, height = companion.width(), companion.height()
    before = companion.pos()
    QTest.keyClick(calling, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert companion.pos().y() == before.y() + 20
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(calling, Qt.Key.Key_Right, both)
    assert (companion.width(), companion.height()) == (width + 20, height)
    companion.close()
    assert f'"width": {width + 20}' in chosen.now.companion


def test_it_goes_with_the_window(companion, calling):
    calling.window().close()
    assert not companion.isVisible()


def test_a_sentence_is_told_on_both(companion, calling, desk):
    desk.told.emit("No program here opens telephone links.")
    assert "telephone" in companion.notice.accessibleName()
    assert "telephone" in calling.notice.accessibleName()


def test_it_dials(companion, qapp):
    companion.dial.click()
    assert qapp.clipboard().text().startswith("+1")
