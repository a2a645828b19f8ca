from datetime import date, timedelta

import list_shots
import pytest
import staged_list
from cut_off import cut
from PySide6.QtCore import Qt

from app.widgets.choice_box import ChoiceBox
from app.window.callbacks import reading
from app.window.callbacks.rows import AGAIN, ENDED, HEARD, OFFER, PROSPECT, STATE
from coach.calls.call import Outcome

LIST = "Contact;Firma;Telefon;Colour\nMs Reyes;Reyes Paper;(212) 555-0190;red\nMr Bad;;12;\n"


def shown(page, column=PROSPECT):
    rows = page.board.list.rows
    return [rows.data(rows.index(row, column)) for row in range(rows.rowCount())]


def settled(qtbot, page):
    """Whatever was asked of the list by now has been shown."""
    done = []
    page.work._errands.run(lambda: None, done.append)
    qtbot.waitUntil(lambda: bool(done))


def look(qtbot, page, wish):
    qtbot.mouseClick(page.board.list.chips[wish], Qt.MouseButton.LeftButton)
    settled(qtbot, page)
    return shown(page)


def choose(page, name):
    page.board.list.table.setCurrentIndex(page.board.list.rows.index(shown(page).index(name), 0))


def words(page, name):
    return page.board.findChild(object, name).text()


def test_who_is_due_the_longest_overdue_first(page):
    assert shown(page) == ["Tran Auto", "Marlow Dental", "Okafor Bikes", "Lindqvist Bakery", "Ms Ito"]
    assert shown(page, STATE) == ["overdue", "gatekeeper", "in window", "in window", "new"]
    assert shown(page, HEARD)[2] == "A · Flat-fee payroll"
    assert shown(page, ENDED)[1:4] == ["message left", "“We have someone”", "“I’m busy”"]
    assert shown(page, AGAIN)[2] == "21 Nov – 12 Dec"
    assert shown(page, OFFER)[1:3] == ["ask for the answer", "B · Year-end filing"]


def test_how_many_are_due_stands_on_the_button_the_filters_and_in_the_navigation(page):
    assert page.board.start.text() == "Start calling 5"
    assert page.board.list.chips["due"].text() == "Due 5"
    assert page.board.list.chips["overdue"].text() == "Overdue 1"
    item = page.window().side_bar.findChild(object, "page_callbacks")
    assert item.accessibleDescription() == "5 due. Key: Ctrl+4"
    assert "2 in the week of 23 Nov" in page.board.list.bars.accessibleName()


def test_the_filters(page, qtbot):
    assert look(qtbot, page, "overdue") == ["Tran Auto"]
    assert look(qtbot, page, "waiting") == ["Novak Roofing", "Brandt Optics"]
    assert look(qtbot, page, "never") == ["Hale & Sons"]
    assert not page.board.list.call.isEnabled()
    assert look(qtbot, page, "due")[0] == "Tran Auto"


def test_a_search_is_over_the_whole_list(page, qtbot):
    qtbot.keyClick(page.board, Qt.Key.Key_Slash)
    assert page.board.list.search.hasFocus()
    qtbot.keyClicks(page.board.list.search, "hal")
    qtbot.waitUntil(lambda: shown(page) == ["Hale & Sons"])
    page.board.list.search.setText("nobody of that name")
    qtbot.waitUntil(lambda: shown(page) == [])
    assert words(page, "nobody") == "Nobody is found for “nobody of that name”."


def test_the_list_is_read_on_as_one_scrolls(calls, make_page, qtbot, monkeypatch):
    monkeypatch.setattr(reading, "AT_A_TIME", 3)
    staged_list.fill(calls)
    page = make_page()
    settled(qtbot, page)
    table = page.board.list.table
    qtbot.waitUntil(lambda: table.scrollToBottom() is None and len(shown(page)) == 5)
    assert len(set(shown(page))) == 5


def test_space_starts_calling_and_enter_calls_the_one_chosen(page, qtbot):
    with qtbot.waitSignal(page.start_calling):
        qtbot.keyClick(page.board, Qt.Key.Key_Space)
    choose(page, "Okafor Bikes")
    with qtbot.waitSignal(page.call_now) as called:
        qtbot.keyClick(page.board.list.table, Qt.Key.Key_Return)
    assert called.args == ["p0"]


def test_an_empty_list_offers_the_first_step(make_page, qtbot):
    page = make_page()
    settled(qtbot, page)
    assert words(page, "nobody").startswith("Here you will see who to call")
    assert page.board.list.first_step.isVisible()
    assert not page.board.start.isVisible()
    asked = []
    page.work.files.ask_what = lambda: asked.append(True)
    qtbot.keyClick(page.board, Qt.Key.Key_I)
    assert asked == [True]


def test_somebody_is_postponed_and_it_is_taken_back(page, qtbot, calls):
    choose(page, "Okafor Bikes")
    menu = page.work.postpone_menu(page.board.list.chosen)
    assert next(action.text() for action in menu.actions()) == "In a week, 1 December"
    menu.actions()[1].trigger()
    qtbot.waitUntil(lambda: "Okafor Bikes" not in shown(page))
    assert calls.get("p0").postponed == date(2026, 12, 8)
    assert words(page, "undo_bar_text") == "Mr Okafor is not called before 8 December."
    qtbot.keyClick(page.board, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Okafor Bikes" in shown(page))
    assert calls.get("p0").postponed is None


def test_somebody_is_added_by_hand(page, qtbot, calls):
    qtbot.keyClick(page.board, Qt.Key.Key_N)
    person = page.board.person
    qtbot.keyClicks(person.fields["name"], "Ms Osei")
    person.save.click()
    assert words(page, "prospect_wrong") == "A telephone number is missing."
    person.fields["numbers"].setText("12")
    person.save.click()
    assert words(page, "prospect_wrong").startswith("“12” is no telephone number in US.")
    person.fields["numbers"].setText("(212) 555-0191; +44 20 7946 0191")
    qtbot.keyClick(person, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Ms Osei" in shown(page))
    (osei,) = calls.find("osei")
    assert osei.numbers == ("+12125550191", "+442079460191")
    assert osei.time_zone == "America/New_York"


def test_a_number_of_somebody_else_is_refused(page, qtbot, calls):
    qtbot.keyClick(page.board, Qt.Key.Key_N)
    page.board.person.fields["name"].setText("Ms Osei")
    page.board.person.fields["numbers"].setText("+1 212 555 0100")
    page.board.person.save.click()
    qtbot.waitUntil(lambda: words(page, "prospect_wrong").startswith("Mr Okafor has that number already."))
    assert calls.find("osei") == []


def test_somebody_is_opened_with_the_calls_there_were_and_changed(page, qtbot, calls):
    choose(page, "Okafor Bikes")
    qtbot.keyClick(page.board, Qt.Key.Key_O)
    person = page.board.person
    qtbot.waitUntil(person.isVisible)
    assert words(page, "because").startswith("No to A on 31 October; 3 to 6 weeks later")
    assert len(person.findChildren(object, "call_line")) == 2
    person.note.setPlainText("ask for Ben")
    person.save.click()
    qtbot.waitUntil(page.board.list.isVisible)
    assert calls.get("p0").note == "ask for Ben"


def test_never_call_again_is_a_call_of_its_own_and_can_be_taken_back(page, qtbot, calls):
    choose(page, "Okafor Bikes")
    page.board.list.open.click()
    qtbot.waitUntil(page.board.person.isVisible)
    page.board.findChild(object, "never_again").click()
    qtbot.waitUntil(lambda: "Okafor Bikes" not in shown(page))
    assert calls.get("p0").never
    assert calls.calls("p0")[0].outcome is Outcome.NEVER
    page.board.undo.press()
    qtbot.waitUntil(lambda: "Okafor Bikes" in shown(page))
    assert not calls.get("p0").never


def test_somebody_is_removed_and_brought_back(page, qtbot, calls):
    choose(page, "Okafor Bikes")
    page.board.list.open.click()
    qtbot.waitUntil(page.board.person.isVisible)
    page.board.findChild(object, "remove_prospect").click()
    qtbot.waitUntil(lambda: "Okafor Bikes" not in shown(page))
    page.board.undo.press()
    qtbot.waitUntil(lambda: "Okafor Bikes" in shown(page))


@pytest.fixture
def bring(page, qtbot, tmp_path):
    path = tmp_path / "spring fair.csv"
    path.write_text(LIST)
    page.work.files.ask_what = lambda: path
    page.board.bring.click()
    qtbot.waitUntil(page.board.importing.isVisible)
    return page.board.importing


def test_a_list_is_shown_before_it_comes_in(page, bring):
    assert words(page, "preview_rows") == "Ms Reyes · Reyes Paper · +1 212-555-0190 · America/New_York"
    assert "Line 3 has no telephone number" in words(page, "bad_rows")
    choices = [box.choice for box in bring.findChildren(ChoiceBox, "column")]
    assert choices == ["name", "company", "number", "more"]


def test_what_a_column_means_can_be_changed_and_is_remembered(page, bring, qtbot, calls):
    colour = bring.findChildren(ChoiceBox, "column")[3]
    colour.choose("note")
    colour.activated.emit(colour.currentIndex())
    settled(qtbot, page)
    qtbot.keyClick(bring, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bring.begin.text() == "To the list")
    (reyes,) = calls.find("reyes")
    assert (reyes.note, dict(reyes.more)) == ("red", {})
    assert page.work._desk.columns()["Colour"] == "note"
    assert words(page, "import_said") == "1 new, 0 brought up to date, 0 as they were, 1 not imported."
    qtbot.keyClick(bring, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Reyes Paper" in shown(page))


def test_a_list_that_cannot_be_read_is_told_and_the_page_stays(page, qtbot, tmp_path):
    (tmp_path / "empty.csv").write_text("")
    page.work.files.ask_what = lambda: tmp_path / "empty.csv"
    page.board.bring.click()
    settled(qtbot, page)
    assert words(page, "notice_text") == "There are no rows in empty.csv. Nothing was changed."
    assert page.board.list.isVisible()


def test_an_import_can_be_stopped_and_what_is_in_stays(page, qtbot, tmp_path, calls):
    path = tmp_path / "long.csv"
    many = "".join(f"Mr {place},+1555{place:07}\n" for place in range(20_000))
    path.write_text("Name,Phone\n" + many)
    page.work.files.ask_what = lambda: path
    page.board.bring.click()
    view = page.board.importing
    qtbot.waitUntil(view.isVisible)
    view.begin.click()
    qtbot.waitUntil(lambda: calls.count() > len(staged_list.PEOPLE), timeout=20_000)
    view.cancel.click()
    qtbot.waitUntil(lambda: view.begin.text() == "To the list", timeout=20_000)
    assert words(page, "import_said").startswith("Stopped. ")
    assert 0 < calls.count() - len(staged_list.PEOPLE) < 20_000


def test_call_backs_go_out_to_a_calendar_and_the_list_to_a_spreadsheet(page, qtbot, tmp_path):
    page.work.files.ask_where = lambda title, proposal, kinds: str(tmp_path / proposal)
    qtbot.keyClick(page.board, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: "6 call-backs in" in words(page, "notice_text"))
    assert (tmp_path / "call-backs.ics").read_bytes().count(b"BEGIN:VEVENT") == 6
    qtbot.keyClick(page.board, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: "8 people in" in words(page, "notice_text"))
    assert (tmp_path / "call-list.csv").read_text("utf-8-sig").count("\n") == 9


def test_what_goes_wrong_is_told_in_a_sentence(page, qtbot, tmp_path):
    page.work.files.ask_where = lambda title, proposal, kinds: str(tmp_path)
    qtbot.keyClick(page.board, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: "could not be written" in words(page, "notice_text"))


@pytest.mark.parametrize("moment", list_shots.MOMENTS)
@pytest.mark.parametrize(("size", "percent"), [((1180, 760), 150), ((880, 600), 100), ((420, 330), 150)], ids=str)
def test_nothing_is_cut_off(make_window, qapp, size, percent, moment):
    window = make_window(*size, percent)
    list_shots.bring_about(window, moment)
    qapp.processEvents()
    assert list(cut(window)) == []


def test_a_call_that_was_logged_elsewhere_is_seen_on_refresh(page, qtbot, calls):
    calls.log(staged_list.call(0, Outcome.NO, 0))
    page.refresh()
    qtbot.waitUntil(lambda: page.board.start.text() == "Start calling 4")
    assert "Okafor Bikes" not in shown(page)


def test_days_are_those_of_the_clock_on_the_desk(calls, make_page, qtbot):
    staged_list.fill(calls)
    page = make_page(now=(staged_list.NOW + timedelta(days=200)).astimezone)
    settled(qtbot, page)
    assert page.board.list.chips["overdue"].text() == "Overdue 6"
