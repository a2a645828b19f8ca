import sys
import threading

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from app.crash import CrashDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of a screen that is not there


@pytest.fixture
def dialog(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    made = CrashDialog(tmp_path / "okbye.log")
    made.install()
    yield made
    for box in boxes():
        box.close()
    qapp.processEvents()


def boxes():
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]


def fail():
    error = RuntimeError("a bug")
    sys.excepthook(type(error), error, None)


def test_a_bug_is_told_with_the_place_of_the_log(dialog, qtbot, tmp_path):
    fail()
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    assert str(tmp_path / "okbye.log") in boxes()[0].informativeText()


def test_two_bugs_make_one_dialog_and_a_closed_one_may_come_again(dialog, qtbot, qapp):
    fail()
    fail()
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    fail()
    qapp.processEvents()
    assert len(boxes()) == 1
    boxes()[0].close()
    qtbot.waitUntil(lambda: not boxes())
    fail()
    qtbot.waitUntil(lambda: len(boxes()) == 1)


def test_a_bug_in_another_thread_is_told_too(dialog, qtbot):
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(boxes()) == 1)
