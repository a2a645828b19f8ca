"""What a user sees and does on the Offers page."""

import pytest
import staged_offers
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from app.widgets.rule_list import RuleList
from coach.offers.offer import read_offer

from .conftest import SOAP, press, rows, words, write


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


def test_what_is_rehearsed_with_is_chosen_there(open_window):
    chosen = []
    window = open_window(rehearse=lambda offer: chosen.append(offer.id))
    window.offers.board.list.choose("c")
    window.offers.board.buttons.rehearse.click()
    assert chosen == ["c"]
    assert window.rehearse.isVisible()
    assert "We run wages" in window.rehearse.findChild(QLabel, "offer").accessibleName()


def test_what_is_saved_is_rehearsed_at_once(open_window, folder):
    window = open_window(rehearsed=lambda: read_offer(folder / "a.toml"))
    window.offers.board.buttons.edit.click()
    write(window.offers.board, "Do you want soap?")
    window.offers.board.buttons.save.click()
    assert "Do you want soap?" in window.rehearse.findChild(QLabel, "offer").accessibleName()


def test_a_take_that_goes_on_keeps_its_offer(open_window, listener):
    chosen = []
    window = open_window(rehearse=lambda offer: chosen.append(offer.id))
    listener.take_started.emit()
    window.offers.board.list.choose("c")
    window.offers.board.buttons.rehearse.click()
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


@pytest.mark.parametrize("moment", ["offer_saved", "offer_departs"])
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
