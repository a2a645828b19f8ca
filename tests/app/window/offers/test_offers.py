"""What a user does on the Offers page, in the real window and with a real folder."""

import pytest
import staged_offers
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from app.widgets.rule_list import RuleList
from coach.offers.offer import read_offer

SOAP = 'title = "Soap"\ntext = "Do you want soap?"\n'


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "scripts" / "offers"


@pytest.fixture
def open_page(make_window, folder):
    def make(*size, given=staged_offers.GIVEN, **others):
        window = make_window(*size, offers=staged_offers.desk(folder, given, **others))
        window.show_page("offers")
        return window.offers

    return make


@pytest.fixture
def page(open_page):
    return open_page()


@pytest.fixture
def board(page):
    return page.board


def rows(board):
    return [(row.label, row.details) for row in board.list.rows.rows]


def words(board, name):
    return board.findChild(QLabel, name).text()


def press(qtbot, board, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(board.window().focusWidget() or board, key, modifier)


def write(board, text, title="Soap"):
    board.form.title.setText(title)
    board.form.text.setPlainText(text)


def test_the_list_has_words_seconds_and_how_often_it_was_given(open_page):
    board = open_page(given={"a": 1}, pace=lambda: 100.0).board
    assert rows(board) == [
        ("A · Flat-fee payroll", "28 words · 17 s · given 1 time"),
        ("B · Year-end filing", "36 words · 22 s · never given"),
        ("C · Tips & wages", "34 words · 20 s · never given"),
    ]


def test_an_offer_is_shown_as_it_is_said_with_what_the_checker_says(board):
    assert words(board, "offer_title") == "A · Flat-fee payroll"
    assert words(board, "offer_measure") == "28 of at most 45 words · 10 s aloud"
    assert "Hello Mr Okafor, this is Dana Reyes" in board.findChild(QLabel, "offer_filled").accessibleName()
    assert words(board, "rule_two_features") == "Two features: “flat fee”, “filings included”."
    assert words(board, "rule_two_features_mark") == "✓ follows"
    assert words(board, "offer_clarify") == "“Does that mean you want flat-fee payroll, or not?”"


def test_another_is_chosen_with_the_arrows(board, qtbot):
    press(qtbot, board, Qt.Key.Key_Down)
    press(qtbot, board, Qt.Key.Key_Down)
    press(qtbot, board, Qt.Key.Key_Down)
    assert words(board, "offer_title") == "C · Tips & wages"
    assert "35 of at most 45 words" in words(board, "offer_variants")
    press(qtbot, board, Qt.Key.Key_Up)
    assert words(board, "offer_title") == "B · Year-end filing"


def test_a_new_offer_is_checked_as_it_is_written_and_saved(board, qtbot, folder):
    press(qtbot, board, Qt.Key.Key_Space)
    assert board.form.title.hasFocus()
    qtbot.keyClicks(board.form.title, "Soap by mail")
    qtbot.keyClick(board.form.title, Qt.Key.Key_Tab)
    board.form.text.setFocus()
    qtbot.keyClicks(board.form.text, "How are you? We send soap")
    assert words(board, "rule_small_talk_mark") == "✗ departs"
    assert words(board, "rule_small_talk") == "Small talk: “How are you”. Leave it out."
    press(qtbot, board, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert read_offer(folder / "d.toml").text == "How are you? We send soap"
    assert rows(board)[3][0] == "D · Soap by mail"
    assert words(board, "offer_title") == "D · Soap by mail"
    press(qtbot, board, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not (folder / "d.toml").exists()
    assert rows(board)[3] == ("Soap by mail", "not saved yet")  # as it was written
    board.draft.go_on.click()
    assert board.form.text.toPlainText() == "How are you? We send soap"


def test_letters_that_are_keys_are_written_into_the_text(board, qtbot):
    press(qtbot, board, Qt.Key.Key_E)
    board.form.text.clear()
    qtbot.keyClicks(board.form.text, "e d a x i r m o ")
    assert board.form.text.toPlainText() == "e d a x i r m o "
    assert board.writing


def test_a_field_is_put_where_the_cursor_is(board):
    board.buttons.edit.click()
    board.form.text.setPlainText("Hello ")
    board.form.text.moveCursor(board.form.text.textCursor().MoveOperation.End)
    board.form.text.setFocus()
    menu = board.form.menu()
    next(action for action in menu.actions() if action.text().startswith("{first_name}")).trigger()
    assert board.form.text.toPlainText() == "Hello {first_name}"
    assert "Hello Sam" in board.findChild(QLabel, "offer_filled").accessibleName()
    board.form.clarify.setFocus()
    assert any(action.text().startswith("{thing}") for action in board.form.menu().actions())


@pytest.mark.parametrize("leave", ["page", "close", "another", "back"])
def test_what_is_written_is_never_lost(open_page, make_window, folder, leave):
    page = open_page()
    page.board.buttons.edit.click()
    write(page.board, "Half a sen")
    match leave:
        case "page":
            page.window().show_page("rehearse")
        case "close":
            page.window().close()
        case "another":
            page.board.list.choose("b")
        case "back":
            page.board.buttons.back.click()
    again = open_page()
    assert again.board.list.key == "a"
    assert "not saved yet" in rows(again.board)[0][1]
    assert read_offer(next(iter([folder / "a.toml"]))) if (folder / "a.toml").exists() else True
    again.board.draft.go_on.click()
    assert (again.board.form.title.text(), again.board.form.text.toPlainText()) == ("Soap", "Half a sen")


def test_an_untouched_offer_leaves_nothing_behind(board, folder):
    board.buttons.edit.click()
    board.buttons.back.click()
    board.new.click()
    board.buttons.back.click()
    assert len(rows(board)) == 3
    assert not folder.exists() or not list(folder.iterdir())


def test_what_is_discarded_can_be_brought_back(board, qtbot):
    board.buttons.edit.click()
    write(board, "Half a sen")
    board.buttons.discard.click()
    assert words(board, "offer_title") == "A · Flat-fee payroll"
    board.changed.press()
    assert board.form.text.toPlainText() == "Half a sen"


def test_what_is_no_offer_yet_is_not_saved_and_says_why(board, folder):
    board.new.click()
    board.form.text.setPlainText("Do you want {soap")
    board.buttons.save.click()
    assert "Not saved yet: give the offer a title." in board.notice.accessibleName()
    board.form.title.setText("Soap")
    board.buttons.save.click()
    assert "braces of the text do not match" in board.notice.accessibleName()
    assert board.writing
    assert not (folder / "d.toml").exists()


def test_a_file_changed_elsewhere_is_seen_while_the_page_is_open(board, folder, qtbot):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "soap.toml").write_text(SOAP)
    qtbot.waitUntil(lambda: len(rows(board)) == 4)
    assert rows(board)[3][0] == "Soap"
    (folder / "soap.toml").write_text(SOAP.replace("Soap", "Towels"))
    qtbot.waitUntil(lambda: rows(board)[3][0] == "Towels")
    (folder / "soap.toml").write_text("title =")
    qtbot.waitUntil(lambda: rows(board)[3][0] == "✗ soap.toml")
    board.list.choose("file:soap.toml")
    assert "soap.toml is not an offer this program can use: line 1" in words(board, "offer_broken")
    assert not board.view.isVisible()


@pytest.fixture
def conflict(open_page, folder, qtbot):
    """Somebody else has saved while we write."""
    folder.mkdir(parents=True)
    (folder / "soap.toml").write_text(SOAP)
    board = open_page().board
    board.list.choose("soap")
    board.buttons.edit.click()
    write(board, "Mine?", "Mine")
    (folder / "soap.toml").write_text(SOAP.replace("Soap", "Theirs"))
    qtbot.waitUntil(board.conflict.isVisible)
    return board


def test_what_somebody_else_saved_is_not_written_over_unasked(conflict, folder):
    conflict.buttons.save.click()
    assert read_offer(folder / "soap.toml").title == "Theirs"
    assert conflict.form.title.text() == "Mine"
    conflict.conflict.mine.click()
    assert read_offer(folder / "soap.toml").title == "Mine"
    conflict.changed.press()
    assert read_offer(folder / "soap.toml").title == "Theirs"


def test_what_somebody_else_saved_can_be_taken(conflict, folder):
    conflict.conflict.theirs.click()
    assert words(conflict, "offer_title") == "Theirs"
    assert not conflict.writing
    conflict.changed.press()
    assert conflict.form.title.text() == "Mine"
    assert conflict.conflict.isVisible()


def test_archived_offers_are_behind_a_switch(board, qtbot):
    assert not board.list.switch.isVisible()
    board.list.choose("b")
    press(qtbot, board, Qt.Key.Key_A)
    assert [label for label, _ in rows(board)] == ["A · Flat-fee payroll", "C · Tips & wages"]
    assert board.list.switch.text() == "Archived (1)"
    board.list.switch.click()
    assert rows(board)[2] == ("B · Year-end filing", "archived · given 388 times")
    board.list.choose("b")
    assert board.buttons.archive.text() == "Bring back"
    board.buttons.archive.click()
    assert len(rows(board)) == 3
    assert not board.list.switch.isVisible()


def test_delete_archives_what_was_given_and_is_undone(open_page, folder, qtbot):
    folder.mkdir(parents=True)
    (folder / "soap.toml").write_text(SOAP)
    board = open_page(given={"a": 2}).board
    board.list.choose("soap")
    press(qtbot, board, Qt.Key.Key_Delete)
    assert not (folder / "soap.toml").exists()
    press(qtbot, board, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (folder / "soap.toml").read_text() == SOAP
    board.list.choose("a")
    board.buttons.delete.click()
    assert "was given 2 times, so it is archived, not deleted" in board.changed.accessibleName()


def test_duplicate_import_and_export(page, board, folder, tmp_path):
    board.buttons.duplicate.click()
    assert words(board, "offer_title") == "D · Flat-fee payroll (copy)"
    page.work.ask_export = lambda proposal: str(tmp_path / proposal.removesuffix(".toml"))
    board.buttons.export.click()
    assert read_offer(tmp_path / "d.toml").title == "Flat-fee payroll (copy)"
    (tmp_path / "Fresh towels.txt").write_text("Do you want towels?")
    page.work.ask_import = lambda: str(tmp_path / "Fresh towels.txt")
    board.take_in.click()
    assert words(board, "offer_title") == "Fresh towels"
    page.work.ask_import = lambda: str(tmp_path / "none.txt")
    board.take_in.click()
    assert "none.txt was not found" in board.notice.accessibleName()
    page.work.ask_import = lambda: ""
    board.take_in.click()
    assert len(rows(board)) == 5


def test_what_is_rehearsed_with_is_chosen_there(open_page):
    chosen = []
    page = open_page(rehearse=lambda offer: chosen.append(offer.id))
    page.board.list.choose("c")
    page.board.buttons.rehearse.click()
    assert chosen == ["c"]
    assert page.window().rehearse.isVisible()
    assert "We run wages" in page.window().rehearse.findChild(QLabel, "offer").accessibleName()


def test_a_take_that_goes_on_keeps_its_offer(open_page, listener):
    chosen = []
    page = open_page(rehearse=lambda offer: chosen.append(offer.id))
    listener.take_started.emit()
    page.board.list.choose("c")
    page.board.buttons.rehearse.click()
    assert chosen == []


def test_a_folder_that_cannot_be_opened_is_named(page, board, folder):
    folder.mkdir(parents=True)
    (folder / "x.toml").write_text("=")
    page.work.read()
    board.list.choose("file:x.toml")
    page.work.open_folder = lambda url: False
    board.buttons.folder.click()
    assert str(folder) in board.notice.accessibleName()


def test_in_a_narrow_window_everything_is_in_the_menu(open_page, qtbot):
    board = open_page(420, 330).board
    menu = board.buttons.menu()
    named = [action.text().partition("\t")[0] for action in menu.actions()]
    assert named == ["Duplicate", "Export…", "Archive", "Delete", "New offer", "Import…"]
    press(qtbot, board, Qt.Key.Key_Space)
    assert board.writing


@pytest.mark.parametrize("moment", staged_offers.MOMENTS)
def test_everything_has_a_name_and_says_what_it_is(make_window, folder, moment):
    window = make_window()
    staged_offers.bring_about(window, moment, folder)
    board = window.offers.board
    for button in board.findChildren(QAbstractButton):
        if not button.objectName().startswith("qt_"):
            assert button.objectName()
            assert button.accessibleName()
            assert button.accessibleDescription(), button.objectName()
    for edit in (*board.findChildren(QLineEdit), *board.findChildren(QPlainTextEdit), board.list.view):
        assert edit.objectName()
        assert edit.accessibleName()
    assert board.findChild(RuleList).accessibleName()
    names = [widget.objectName() for widget in board.findChildren(QWidget) if isinstance(widget, QAbstractButton)]
    assert len(set(names)) == len(names)
