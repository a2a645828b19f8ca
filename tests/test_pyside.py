"""PySide6 6.12.0 loses count of the references to True and False on Python 3.11, and ends by aborting: docs/adr/0004.

The counts are looked at every few rounds, so that such a version fails here before it can abort the interpreter.
Python 3.12 and later do not count references to these objects; there the tests hold whatever the version.
"""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget


class Lamp(QObject):
    switched = Signal(bool)


class Line(QWidget):
    def paintEvent(self, event):
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            painter.drawLine(0, 0, 10, 10)


def counts():
    return {name: sys.getrefcount(value) for name, value in (("True", True), ("False", False), ("None", None))}


def assert_steady(act, times, every):
    before = counts()
    for done in range(1, times + 1):
        act()
        if done % every == 0:
            now = counts()
            drift = {name: now[name] - before[name] for name in now}
            assert max(map(abs, drift.values())) < every / 2, f"references drifted by {drift} in {done} rounds"


def test_signals_keep_count():
    lamp = Lamp()
    lamp.switched.connect(lambda _on: None)

    def switch():
        lamp.switched.emit(True)
        lamp.switched.emit(False)

    assert_steady(switch, times=10_000, every=100)


def test_repaints_keep_count(qtbot):
    line = Line()
    qtbot.addWidget(line)
    line.resize(20, 20)
    line.show()

    assert_steady(line.repaint, times=2_000, every=100)
