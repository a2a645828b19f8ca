import json

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel

from app.companion.window import CompanionLook

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

REMEMBERED = '{"monitor": "", "x": 100, "y": 50, "width": 500, "height": 420}'


def wheel(window, turns, modifiers=Qt.KeyboardModifier.ControlModifier):
    at, still, turned = QPointF(5, 5), QPoint(), QPoint(0, turns)
    no_button, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, window.mapToGlobal(at), still, turned, no_button, modifiers, phase, False)
    QApplication.sendEvent(window, event)


@pytest.fixture
def looks(companion):
    told = []
    companion.look_changed.connect(told.append)
    return told


def test_it_stays_on_top_and_refuses_the_focus(companion):
    flags = companion.windowFlags()
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert flags & Qt.WindowType.WindowType_Mask == Qt.WindowType.Window  # a tool's window is hidden by some desktops


def test_ctrl_and_the_wheel_resize_its_text_alone(companion, looks, qapp):
    before = qapp.styleSheet()
    script = companion.findChild(QLabel, "offer")
    small = script.fontInfo().pixelSize()
    wheel(companion, 120)
    wheel(companion, 120)
    assert looks[-1].text_percent == 120
    assert script.fontInfo().pixelSize() > small
    wheel(companion, -120)
    assert looks[-1].text_percent == 110
    assert qapp.styleSheet() == before


def test_the_wheel_alone_does_not(companion, looks):
    wheel(companion, 120, Qt.KeyboardModifier.NoModifier)
    assert looks == []


def test_its_menu_changes_how_opaque_it_is(companion, looks):
    by_name = {action.text(): action for action in companion.menu().actions()}
    by_name["70 % opaque"].trigger()
    assert looks[-1].opacity == 70
    assert companion.windowOpacity() == pytest.approx(0.7, abs=0.01)
    assert [action.text() for action in companion.menu().actions() if action.isChecked()] == ["70 % opaque"]


def test_its_menu_leads_back_and_closes(companion, qtbot):
    by_name = {action.text().partition("\t")[0]: action for action in companion.menu().actions()}
    with qtbot.waitSignal(companion.left):
        by_name["Back to the window"].trigger()
    with qtbot.waitSignal(companion.closed):
        by_name["Close"].trigger()


def test_it_grows_with_its_text(make_companion, qapp):
    companion = make_companion(size=(360, 335))
    companion.resize_text(200)
    qapp.processEvents()
    assert companion.height() > 335


def test_it_comes_back_where_it_was(make_companion, qapp):
    monitor = qapp.primaryScreen().name()
    place = json.loads(REMEMBERED) | {"monitor": monitor}
    companion = make_companion(place=json.dumps(place))
    companion.appear()
    corner = qapp.primaryScreen().availableGeometry().topLeft()
    assert companion.geometry().getRect() == (corner.x() + 100, corner.y() + 50, 500, 420)


def test_where_it_is_put_is_remembered(make_companion):
    companion = make_companion()
    companion.appear()
    companion.step(QPoint(-40, 60), QSize(20, 0))
    companion.step(QPoint(), QSize(20, 0))
    told = []
    companion.look_changed.connect(told.append)
    wanted = companion.geometry()
    companion.close()
    place = json.loads(companion.look().place)
    assert (place["width"], place["height"]) == (wanted.width(), wanted.height())


def test_what_is_remembered_is_shown(make_companion):
    companion = make_companion(percent=130, opacity=60)
    assert companion.look() == CompanionLook("", 130, 60)
