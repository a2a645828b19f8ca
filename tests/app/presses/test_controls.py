"""What a name means now: in the real window, with a listener that says what the test tells it to say."""

import pytest
import staged
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from app import build
from app.presses.controls import DONE, Controls
from app.presses.wire import Answer
from app.window.look import Look


@pytest.fixture
def listener(qapp):
    return staged.FakeListener()


@pytest.fixture
def window(qtbot, qapp, listener):
    shown = build.window(qapp, Look())
    qtbot.addWidget(shown)
    build.bring_to_life(shown, staged.parts(listener))
    listener.microphone_changed.emit(staged.HEADSET)
    with qtbot.waitExposed(shown):
        shown.show()
    listener.asked.clear()
    return shown


@pytest.fixture
def press(window):
    return lambda name: Controls(window).press(name, 0.0)


def test_what_can_be_clicked_can_be_pressed(press, listener):
    assert press("start") == DONE
    listener.take_started.emit()
    assert press("hang_up") == DONE
    assert listener.asked == ["start_take", "hang_up"]


@pytest.mark.parametrize("name", ["hang_up", "hear_self", "no"])
def test_what_is_not_there_now_is_told(press, listener, name):
    answer = press(name)
    assert not answer.done
    assert answer.says == f"“{name}” cannot be pressed now. Nothing was changed."
    assert listener.asked == []


def test_what_cannot_be_used_now_is_told(press, listener):
    listener.microphone_changed.emit(staged.MUTED)
    assert not press("start").done
    assert listener.asked == []


def test_nothing_behind_an_open_dialog_is_pressed(press, window, listener, qtbot):
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.show()
    assert not press("start").done
    dialog.close()
    assert press("start").done


def test_nothing_behind_a_cover_is_pressed(press, window, listener):
    window.cover(QDialog())
    assert not press("start").done


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_show_brings_back_a_window_that_was_put_away(press, window):
    window.setWindowState(Qt.WindowState.WindowMinimized)
    assert press("show") == DONE
    assert not window.isMinimized()
    assert window.isVisible()


def test_the_live_call_is_asked_first_and_only_for_what_is_its_own(window, listener):
    asked = []

    def live(name, at):
        asked.append((name, at))
        return Answer(done=True) if name == "no" else None

    controls = Controls(window, live)
    assert controls.press("no", 7.5) == DONE
    assert controls.press("start", 8.0) == DONE
    assert not controls.press("next", 9.0).done
    assert asked == [("no", 7.5), ("next", 9.0)]
