"""What the Live page asks of the desk, and what it shows of the list."""

import staged_live
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from app.window.calling import Calling
from app.window.live.dialling import dial, written
from coach.errors import StoreError
from coach.live.state import Press

KEYS = {
    Qt.Key.Key_F9: Press.NO,
    Qt.Key.Key_F10: Press.YES,
    Qt.Key.Key_F11: Press.UNCLEAR,
    Qt.Key.Key_G: Press.GATEKEEPER,
    Qt.Key.Key_V: Press.VOICEMAIL,
    Qt.Key.Key_T: Press.MESSAGE,
    Qt.Key.Key_A: Press.NO_ANSWER,
    Qt.Key.Key_W: Press.WRONG_NUMBER,
    Qt.Key.Key_X: Press.NEVER,
    Qt.Key.Key_S: Press.SKIP,
}


def words(page, name):
    return page.findChild(QLabel, name).text()


def test_space_starts_with_who_is_looked_at(live, desk):
    QTest.keyClick(live, Qt.Key.Key_Space)
    assert desk.asked[0] == ("begin", "okafor")
    assert live.stop.isVisible()
    assert not live.start.isVisible()


def test_another_one_is_chosen_in_the_list(live, desk):
    live.due.setFocus()
    QTest.keyClick(live.due, Qt.Key.Key_Down)
    assert words(live, "because") == "Nobody has called them yet."
    QTest.keyClick(live.due, Qt.Key.Key_Return)
    assert desk.asked[0] == ("begin", "lindqvist")


def test_the_list_says_whom_to_call_with_what(live):
    rows = [live.due.model().index(row, 0).data() for row in range(3)]
    assert rows[0].startswith("Okafor Bikes, Mr Okafor: offer B · overdue")
    assert rows[1] == "Lindqvist Bakery, Ms Lindqvist: offer C · due"
    assert rows[2] == "Marlow Dental, The front desk: ask for the answer"


def test_what_was_before_and_why_this_offer_now(calling):
    told = calling.findChild(QLabel, "before_0").accessibleName()
    assert told == "12 Oct, A · Flat-fee payroll, No, pause 0.8 s · silence 4.1 s"
    assert words(calling, "because").startswith("Offer B: A was given on 12 October")


def test_each_outcome_has_its_key(calling, desk):
    for key in KEYS:
        QTest.keyClick(calling, key)
    assert desk.asked == list(KEYS.values())


def test_the_same_key_hangs_up_after_the_no(calling, desk):
    desk.show("closing")
    for key in (Qt.Key.Key_F9, Qt.Key.Key_F10, Qt.Key.Key_F11, Qt.Key.Key_N):
        QTest.keyClick(calling, key)
    assert desk.asked == [Press.HUNG_UP, Press.THEY_WENT_FIRST, Press.ASKED_TO_STAY, Press.NEXT]


def test_a_key_whose_control_is_not_there_does_nothing(calling, desk):
    desk.show("closing")
    QTest.keyClick(calling, Qt.Key.Key_G)
    assert desk.asked == []


def test_the_keys_are_printed_on_the_buttons(calling):
    printed = {
        button.objectName(): button.key
        for button in calling.findChildren(QPushButton)
        if button.isVisible() and getattr(button, "key", "")
    }
    assert printed["no"] == "F9"
    assert printed["gatekeeper"] == "G"
    assert printed["undo"] == "Ctrl+Z"
    assert printed["pop_out"] == "Ctrl+P"


def test_undo_is_one_key(calling, desk):
    assert calling.call.undo.text() == "Undo: No to Sato Prints"
    QTest.keyClick(calling, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.asked == [Press.UNDO]


def test_escape_leaves_a_question_and_then_calling(calling, desk):
    desk.show("clarify")
    QTest.keyClick(calling, Qt.Key.Key_Escape)
    desk.show("script")
    QTest.keyClick(calling, Qt.Key.Key_Escape)
    assert desk.asked == [Press.BACK, "end"]
    assert calling.start.isVisible()


def test_a_key_in_a_field_is_a_letter(open_live, desk, chosen):
    chosen.change(caller="")
    page = open_live().live.board
    field = page.ask_names.line.caller
    field.setFocus()
    QTest.keyClicks(field, "Vanna")
    assert field.text() == "Vanna"
    assert desk.asked == []


def test_the_names_are_asked_for_in_a_line(open_live, desk, chosen):
    chosen.change(caller="", firm="")
    page = open_live().live.board
    assert page.ask_names.isVisible()
    page.ask_names.line.caller.setText("Dana Reyes")
    page.ask_names.line.firm.setText(" Northside Payroll ")
    QTest.keyClick(page.ask_names.line.firm, Qt.Key.Key_Return)
    assert (chosen.now.caller, chosen.now.firm) == ("Dana Reyes", "Northside Payroll")
    assert not page.ask_names.isVisible()
    assert desk.asked == ["refresh"]


def test_the_settings_of_live_calls_are_kept(live, desk, chosen):
    live.head.options.click()
    for name in ("live_sound_true", "hands_free_log", "softphone_true"):
        live.findChild(QPushButton, name).click()
    assert (chosen.now.live_sound, chosen.now.hands_free, chosen.now.softphone) == (True, "log", True)
    live.options.key.setText("Ctrl+F8")
    live.options.key.editingFinished.emit()
    assert chosen.now.global_key == "Ctrl+F8"
    by_name = {action.text(): action for action in live.options.menu().actions()}
    by_name["Built-in microphone"].trigger()
    assert chosen.now.other_device == "Built-in microphone"
    assert live.options.other.text() == "Built-in microphone"
    QTest.keyClick(live, Qt.Key.Key_Escape)
    assert not live.options.isVisible()


def test_an_empty_list_offers_to_import_one(open_live, qtbot):
    window = open_live(calls=staged_live.FakeList(()))
    page = window.live.board
    assert words(page, "live_headline") == "Your call list is empty."
    with qtbot.waitSignal(window.findChild(Calling).imports):
        page.findChild(QPushButton, "import_list").click()


def test_with_nobody_to_choose_the_desk_chooses(open_live, desk):
    page = open_live(calls=staged_live.FakeList(())).live.board
    page.start.click()
    assert desk.asked[0] == ("begin", None)


def test_nobody_due_is_told(open_live):
    page = open_live(calls=staged_live.FakeList((), on_list=40)).live.board
    assert words(page, "live_headline") == "Nobody is due today."


def test_a_list_that_cannot_be_read_is_told(open_live, qtbot):
    class Broken(staged_live.FakeList):
        def due(self, now, limit=200, after=None):
            raise StoreError("The call list could not be read. Nothing was changed.")

    window = open_live(calls=None)
    calling = window.findChild(Calling)
    with qtbot.waitSignal(calling.listing.failed):
        calling.connect_to(Broken())
    qtbot.waitUntil(lambda: "could not be read" in window.live.board.notice.accessibleName())


def test_after_a_call_the_list_is_read_anew(calling, desk, qtbot):
    with qtbot.waitSignal(calling.window().findChild(Calling).listing.listed):
        desk.state = staged_live.replace(staged_live.STATES["script"], day=staged_live.Counts(113))
        desk.changed.emit(desk.state)


def test_the_counts_stand_on_top(calling):
    assert words(calling, "hour_dials") == "38"
    assert words(calling, "day_usual_pause") == "0.86 s today"
    assert calling.counters.accessibleName().startswith("This hour: 38 dials, 21 offers, 17 answers, 16 noes, 1 yes,")


def test_dial_copies_the_number(calling, qapp):
    QTest.keyClick(calling, Qt.Key.Key_D)
    assert qapp.clipboard().text() == staged_live.OKAFOR.prospect.numbers[0]
    assert "is on the clipboard" in calling.notice.accessibleName()


def test_dial_opens_the_softphone():
    opened = []
    assert dial("+12125550143", softphone=True, open_link=lambda url: bool(opened.append(url.toString()) or True)) == ""
    assert opened == ["tel:+12125550143"]


def test_without_a_softphone_the_number_is_copied(qapp):
    said = dial("+12125550143", softphone=True, open_link=lambda url: False)
    assert said == "No program here opens telephone links. +1 212-555-0143 is on the clipboard instead."
    assert qapp.clipboard().text() == "+12125550143"


def test_what_is_no_number_is_shown_as_it_is():
    assert written("front desk") == "front desk"


def test_a_sentence_of_the_desk_is_shown(live, desk):
    desk.told.emit("The call could not be logged. It is kept and logged as soon as there is room.")
    assert "could not be logged" in live.notice.accessibleName()


def test_a_closed_window_ends_calling(live, desk):
    live.window().close()
    assert desk.asked[-1] == "close"


def test_calling_that_was_begun_elsewhere_shows(live, desk):
    desk.show("script")
    assert live.call.isVisible()
    assert QApplication.focusWidget() is not None
