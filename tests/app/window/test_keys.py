import pytest
import staged
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.widgets.page_menu import PageMenu

no_grab = pytest.mark.qt_log_ignore("This plugin does not support")  # a screen that is not there grabs no keyboard


def focus(widget):
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    assert widget.hasFocus()


def hold(widget, key):
    """A key that is held down: pressed once, then repeated by the keyboard."""
    QTest.keyPress(widget, key)
    for _ in range(5):
        for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
            QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, " ", autorep=True))
    QTest.keyRelease(widget, key)


def test_space_starts_and_hangs_up(window, listener):
    QTest.keyClick(window, Qt.Key.Key_Space)
    listener.take_started.emit()
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert listener.asked == ["start_take", "hang_up"]


def test_space_is_the_primary_buttons_wherever_the_focus_is(page, listener):
    listener.take_started.emit()
    focus(page.buttons.stop)
    QTest.keyClick(page.buttons.stop, Qt.Key.Key_Space)
    assert listener.asked == ["hang_up"]


def test_a_held_space_starts_and_does_not_hang_up(page, listener):
    listener.start_take = listener.take_started.emit
    hold(page, Qt.Key.Key_Space)
    assert page.moment.name == "RUNNING"
    assert "hang_up" not in listener.asked


def test_a_held_space_on_a_focused_button_does_not_hang_up(page, listener):
    listener.start_take = listener.take_started.emit
    focus(page.buttons.start)
    hold(page.buttons.start, Qt.Key.Key_Space)
    assert "hang_up" not in listener.asked


def test_space_twice_hangs_up_once(page, listener):
    listener.take_started.emit()
    QTest.keyClick(page, Qt.Key.Key_Space)
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert listener.asked == ["hang_up"]


def test_space_in_a_text_field_is_a_space(page, listener):
    field = QLineEdit(page)
    field.show()
    field.setFocus()
    QTest.keyClicks(field, "say no")
    assert field.text() == "say no"
    assert listener.asked == []


@no_grab
def test_space_in_an_open_menu_does_not_start_a_take(window, listener):
    chip = window.side_bar.microphone
    chip.click()
    menu = QApplication.activePopupWidget()
    assert menu.objectName() == "microphones"
    menu.setActiveAction(menu.actions()[2])
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert "start_take" not in listener.asked
    menu.close()


@no_grab
def test_the_microphone_keeps_its_own_space(window, listener):
    chip = window.side_bar.microphone
    focus(chip)
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert listener.asked == []
    assert QApplication.activePopupWidget().objectName() == "microphones"
    QApplication.activePopupWidget().close()


def test_enter_presses_what_has_the_focus(page, listener):
    listener.take_started.emit()
    focus(page.buttons.stop)
    QTest.keyClick(page.buttons.stop, Qt.Key.Key_Return)
    assert listener.asked == ["stop_take"]


def test_escape_stops_a_take(page, listener):
    listener.take_started.emit()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert listener.asked == ["stop_take"]


def test_escape_does_nothing_where_no_take_runs(page, listener):
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert listener.asked == []


def test_space_does_nothing_without_a_microphone(page, listener):
    listener.microphone_changed.emit(staged.MUTED)
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert listener.asked == []


def test_every_control_can_be_reached_by_tab(window, listener):
    listener.take_started.emit()
    listener.take_ended.emit(staged.ended(staged.FAILED, fault=staged.UNPLUGGED))
    window.setFocus()
    reached = []
    for _ in range(16):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget().objectName())
    assert {"page_rehearse", "microphone", "close_notice", "hear_self", "hear_sample", "overlay", "try_again"} <= set(
        reached
    )
    assert reached.index("hear_self") < reached.index("try_again")


@pytest.mark.parametrize(
    ("key", "modifier", "percent"),
    [
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier, 110),
        (Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier, 110),
        (Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier, 90),
    ],
)
def test_the_text_grows_and_shrinks(make_window, key, modifier, percent):
    looks = []
    window = make_window(keep_look=looks.append)
    QTest.keyClick(window, key, modifier)
    assert looks[-1].text_percent == percent
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert looks[-1].text_percent == 100


@no_grab
def test_a_narrow_window_has_its_pages_behind_one_button(make_window, qtbot):
    window = make_window(420, 330, 150)
    button = window.findChild(PageMenu)
    assert button.accessibleName() == "Page: Rehearse"
    button.click()
    menu = QApplication.activePopupWidget()
    assert [action.text().split("\t") for action in menu.actions()][:2] == [
        ["Rehearse", "Ctrl+1"],
        ["Live", "Ctrl+2"],
    ]
    menu.close()
    menu.actions()[1].trigger()
    assert button.accessibleName() == "Page: Live"
    assert window.live.isVisible()
    window.resize(1180, 760)
    assert not button.isVisible()


def test_a_page_has_its_key(window):
    item = window.findChild(object, "page_rehearse")
    pressed = []
    item.clicked.connect(lambda: pressed.append(1))
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [1]
