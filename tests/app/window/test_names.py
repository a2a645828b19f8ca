"""What a screen reader, and a test, finds things by."""

import pytest
import staged
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QWidget

CONTRACT = ("start", "stop", "hang_up", "try_again", "next", "hear_self", "hear_sample", "waveform")
OURS = ("offer_done", "finish", "round")


@pytest.mark.parametrize("name", [*CONTRACT, *OURS])
def test_controls_have_the_names_of_the_contract(window, name):
    assert window.findChild(QWidget, name).accessibleName()


def test_every_button_says_what_it_is(window, listener):
    listener.take_started.emit()
    listener.take_ended.emit(staged.ended(staged.FAILED))
    for button in window.findChildren(QAbstractButton):
        if button.window() is window and not button.objectName().startswith("qt_"):
            assert button.objectName()
            assert button.accessibleName()
            assert button.accessibleDescription()


def test_a_button_can_be_pressed_by_a_screen_reader(window, listener, qtbot):
    start = QAccessible.queryAccessibleInterface(window.rehearse.buttons.start)
    assert start.role() == QAccessible.Role.PushButton
    assert start.text(QAccessible.Text.Name) == "Start"
    start.actionInterface().doAction("Press")
    qtbot.waitUntil(lambda: listener.asked == ["start_take"])
