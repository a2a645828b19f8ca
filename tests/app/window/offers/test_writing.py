"""An offer is written: checked as one writes, saved, and never lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from coach.offers.offer import read_offer

from .conftest import SOAP, press, rows, words, write


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


@pytest.mark.parametrize("leave", ["another page", "another offer", "back"])
def test_what_is_written_is_never_lost(open_page, leave):
    page = open_page()
    page.board.buttons.edit.click()
    write(page.board, "Half a sen")
    match leave:
        case "another page":
            page.hide()
        case "another offer":
            page.board.list.choose("b")
        case "back":
            page.board.buttons.back.click()
    must_be_there(open_page().board)


def test_closing_the_window_loses_nothing(open_window, open_page):
    window = open_window()
    window.offers.board.buttons.edit.click()
    write(window.offers.board, "Half a sen")
    window.close()
    must_be_there(open_page().board)


def test_a_crash_loses_little(page, board, open_page, qtbot):
    board.buttons.edit.click()
    write(board, "Half a sen")
    qtbot.waitUntil(lambda: page._desk.drafts.get("a") is not None)
    must_be_there(open_page().board)


def must_be_there(board):
    assert "not saved yet" in rows(board)[0][1]
    assert board.draft.isVisible()
    assert words(board, "offer_title") == "A · Flat-fee payroll"  # as it is in the file
    board.draft.go_on.click()
    assert (board.form.title.text(), board.form.text.toPlainText()) == ("Soap", "Half a sen")


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
