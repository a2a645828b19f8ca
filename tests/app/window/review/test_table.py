from dataclasses import replace

import pytest
import staged
import stored
from PySide6.QtCore import QPoint, Qt
from staged_review import NOW, ident, say

from app.window.review.take_rows import DRILL, HEADS, PAUSE, REP, SILENCE, TRAINER, VERDICT, WHEN
from coach.review.doubt import NEEDS_A_LOOK
from coach.review.rows import TakeRow
from coach.verdict import Result


def column(page, number):
    rows = page.board.table.rows
    return [rows.data(rows.index(row, number)) for row in range(rows.rowCount())]


def choose(page, settle, menu, words, number=0):
    [action for action in menu.actions() if action.text() == words][number].trigger()
    menu.deleteLater()
    settle(page)


def test_the_machines_doubt_comes_first(page):
    doubts = [page.board.table.rows.row(number).doubt for number in range(8)]
    assert doubts == sorted(doubts, reverse=True)
    assert page.board.table.take == page.board.table.rows.row(0).id


def test_a_row_tells_what_it_came_to_in_words(page, open_take):
    place = page.board.table.rows.place(ident(0))
    rows = page.board.table.rows
    assert [rows.data(rows.index(place, number)) for number in range(len(HEADS))] == [
        "Dana Reyes",
        "Today 16:00",
        "Objection",
        "0.80 s",
        "0.6 s",
        "✗ short silence",
        "",
    ]
    aloud = rows.data(rows.index(place, VERDICT), Qt.ItemDataRole.AccessibleTextRole)
    assert aloud == "not as wanted: short silence"
    assert "Wed 17:00" in column(page, WHEN)
    assert "11 Oct 17:00" in column(page, WHEN)


@pytest.mark.parametrize(("head", "first", "turned"), [(REP, "Dana Reyes", "Sam Ito"), (PAUSE, "1.50 s", "0.00 s")])
def test_a_head_sorts_turns_round_and_lets_go(page, qtbot, settle, head, first, turned):
    by_doubt = column(page, REP)
    header = page.board.table.view.horizontalHeader()

    def click():
        at = QPoint(header.sectionViewportPosition(head) + 20, 10)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
        settle(page)

    click()
    assert column(page, head)[0] == first
    click()
    assert column(page, head)[0] == turned
    click()
    assert column(page, REP) == by_doubt


def test_the_take_that_is_looked_at_stays_chosen_when_the_order_is_another(page, open_take, settle):
    open_take(3)
    page.board.table._sort(REP)
    settle(page)
    assert page.board.table.take == ident(3)


def test_chips_leave_out_what_is_not_wanted(page, qtbot, settle):
    filters = page.board.filters
    choose(page, settle, filters.rep_menu(), "Sam Ito")
    assert set(column(page, REP)) == {"Sam Ito"}
    assert filters.rep.text() == "Rep: Sam Ito ▾"
    choose(page, settle, filters.verdict_menu(), "✗ not as wanted")
    assert column(page, VERDICT) == ["✗ short pause"]
    choose(page, settle, filters.rep_menu(), "All")
    assert len(column(page, REP)) > 1
    choose(page, settle, filters.verdict_menu(), "All")
    qtbot.mouseClick(filters.recent, Qt.MouseButton.LeftButton)
    settle(page)
    assert len(column(page, REP)) == 7


def test_a_rep_called_all_can_be_chosen(page, store, settle):
    store.takes.add(replace(store.takes.get(ident(0)), id=ident(99), rep="All"))
    page.refresh()
    settle(page)
    choose(page, settle, page.board.filters.rep_menu(), "All", number=1)
    assert column(page, REP) == ["All"]


def test_search_finds_the_drill_by_its_title_too(page, qtbot, settle):
    page.board.filters.search.setText("asks WAIT")
    qtbot.waitUntil(lambda: page.board.table.rows.rowCount() == 1)
    assert column(page, DRILL) == ["Asks you to wait"]


def test_where_nothing_is_found_all_can_be_shown_again(page, qtbot, settle):
    page.board.filters.search.setText("nobody has said this")
    qtbot.waitUntil(lambda: page.board.table.rows.rowCount() == 0)
    assert page.work.take.shown is None
    assert not page.board.trainer.agree.isEnabled()
    qtbot.mouseClick(page.board.table.all_again, Qt.MouseButton.LeftButton)
    settle(page)
    assert page.board.table.rows.rowCount() == 8


def test_an_empty_library_says_what_will_be_here_and_offers_the_first_step(make_page, qtbot):
    page = make_page()
    asked = []
    page.imports.connect(lambda: asked.append("imports"))
    qtbot.waitUntil(page.board.table.first_step.isVisible)
    qtbot.mouseClick(page.board.table.first_step, Qt.MouseButton.LeftButton)
    assert asked == ["imports"]
    assert not page.board.editor.isVisible()


def test_j_and_k_step_and_only_the_newest_is_opened(page, qtbot):
    rows = page.board.table.rows
    for _ in range(5):
        qtbot.keyClick(page.board, Qt.Key.Key_J)
    qtbot.keyClick(page.board, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: page.work.take.opened.take.id == rows.row(4).id)
    assert page.board.table.take == rows.row(4).id


def test_what_a_trainer_said_stands_in_the_row(make_page, filled, qtbot):
    say(filled)
    page = make_page()
    qtbot.waitUntil(lambda: page.board.table.rows.rowCount() == 8)
    rows = page.board.table.rows
    index = rows.index(rows.place(ident(0)), TRAINER)
    assert rows.data(index) == "✓ agrees"
    assert rows.data(index, Qt.ItemDataRole.AccessibleTextRole) == "✓ agrees, 2 comments"


def test_a_long_table_reads_only_the_pages_that_are_looked_at(make_page, store, qtbot):
    stored.fill(store, 1000)
    page = make_page()
    rows = page.board.table.rows
    qtbot.waitUntil(lambda: rows.rowCount() == 1000)
    assert set(rows._pages) == {0}
    page.board.table.choose(950)
    qtbot.waitUntil(lambda: rows.row(950) is not None)
    assert len(rows._pages) <= 3
    qtbot.waitUntil(lambda: page.work.take.opened is not None and page.work.take.opened.take.id == rows.row(950).id)
    assert page.board.table.take == rows.row(950).id


def test_what_was_judged_stays_in_its_place_among_what_needs_a_look(page, store, qtbot, settle):
    filters, rows = page.board.filters, page.board.table.rows
    doubtful = replace(store.takes.get(ident(0)), id=ident(99), verdict=staged.UNSURE, sound=None)
    store.takes.add(doubtful)
    page.refresh()
    qtbot.mouseClick(filters.needs, Qt.MouseButton.LeftButton)
    settle(page)
    assert filters.needs.text() == f"Needs a look {rows.rowCount()}"
    first = rows.row(0)
    assert first.doubt >= NEEDS_A_LOOK
    qtbot.waitUntil(lambda: page.work.take.opened is not None and page.work.take.opened.take.id == first.id)
    qtbot.keyClick(page.board, Qt.Key.Key_A)
    settle(page)
    assert rows.row(0).id == first.id
    assert rows.row(0).trainer is first.result
    assert rows.offset(1) == 99
    settle(page)
    qtbot.keyClick(page.board, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(page)
    assert rows.row(0).trainer is None
    assert rows.offset(1) == 100


def test_pages_behind_what_no_longer_belongs_are_read_from_where_the_store_has_them(page):
    rows = page.board.table.rows
    like = TakeRow(
        "", "R", NOW, None, None, None, Result.UNSURE, None, 1.0, None, reviewed=False, comments=0, sound=None
    )
    many = [replace(like, id=f"x{number}") for number in range(100)]
    rows.show(250, many, {}, NOW.date())
    for number in (3, 7):
        rows.update(replace(many[number], reviewed=True), belongs=False)
    assert (rows.offset(0), rows.offset(1)) == (0, 98)
    rows.update(many[3], belongs=True)
    assert rows.offset(1) == 99
    assert rows.data(rows.index(5, SILENCE)) == "–"
