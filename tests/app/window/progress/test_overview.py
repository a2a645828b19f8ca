"""What the Progress page tells, in words that need no eyes."""

import pytest
import staged_drill
import stored
from cut_off import cut
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from app.widgets.tally_bars import TallyBars


def words(board):
    return [label.text() for label in board.findChildren(QLabel) if label.isVisible()]


def drawn(qtbot, board):
    qtbot.waitUntil(lambda: all(plot.drawn for plot in board.overview.plots.values()), timeout=60_000)


def test_without_takes_it_says_what_will_be_here_and_offers_the_first(make_board, qtbot):
    board = make_board()
    assert "Dana Reyes · no takes yet" in words(board)
    assert any(said.startswith("Here you will see") for said in words(board))
    with qtbot.waitSignal(board.overview.rehearse):
        qtbot.keyClick(board, Qt.Key.Key_Space)
    assert board.window().rehearse.isVisible()


def test_one_take(make_board, store):
    stored.fill(store, 1)
    said = words(make_board())
    assert "Dana Reyes · 1 take in 1 day" in said
    assert "Do 4 more takes. Fewer than 5 say too little." in said


def test_many_takes(make_board, store, qtbot):
    stored.fill(store, 214)
    board = make_board()
    assert "Dana Reyes · 214 takes in 12 days" in words(board)
    (faults,) = (bars for bars in board.findChildren(TallyBars) if bars.objectName() == "faults")
    rows = [label.accessibleName() for label in faults.findChildren(QLabel) if label.accessibleName()]
    counts = [int(row.rpartition(": ")[2]) for row in rows]
    assert rows[0].startswith("Short silence: ")
    assert counts == sorted(counts, reverse=True)
    drawn(qtbot, board)


def test_a_plot_is_told_in_words_and_from_day_to_day(make_board, store, qtbot):
    stored.fill(store, 60, days=3)
    plot = make_board().overview.plots["pause"]
    whole, newest = plot.accessibleName(), plot.findChild(QLabel).text()
    assert whole.startswith("Pause between Ok and Good-bye by day. Wanted 0.5 – 2 s.")
    assert newest in whole
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    before = plot.findChild(QLabel).text()
    assert before != newest
    assert before in plot.accessibleName()
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert plot.findChild(QLabel).text() == newest


def test_the_mouse_tells_the_day_it_is_at(make_board, store, qtbot):
    stored.fill(store, 60, days=3)
    board = make_board()
    drawn(qtbot, board)
    plot = board.overview.plots["silence"]
    newest = plot.findChild(QLabel).text()
    qtbot.mouseMove(plot._place, QPoint(90, 40))
    qtbot.waitUntil(lambda: plot.findChild(QLabel).text() != newest)


def test_thirty_days_or_all(make_board, store, qtbot):
    stored.fill(store, 300, days=100)
    board = make_board()
    recent = words(board)
    qtbot.mouseClick(board._all, Qt.MouseButton.LeftButton)
    assert "Dana Reyes · 300 takes in 100 days" in words(board)
    assert words(board) != recent
    assert "by week" in board.overview.plots["pause"].accessibleName()


def test_the_drill_to_do_next_is_asked_for(make_board, store, qtbot):
    stored.fill(store, 400, days=2)
    board = make_board()
    with qtbot.waitSignal(board.overview.rehearse) as asked:
        board.overview.press_primary()
    assert asked.args == [board.overview._drill]


def test_that_drill_is_chosen_where_it_is_rehearsed(make_board):
    session = staged_drill.session()
    window = make_board(session=session).window()
    drill = session.drills[-1].id
    window.progress.rehearse.emit(drill)
    assert window.rehearse.isVisible()
    assert session.chosen.id == drill


def test_other_takes_are_read_when_somebody_looks(make_board, store, archive):
    board = make_board()
    window = board.window()
    stored.fill(store, 3)
    window.progress.refresh()
    assert "Dana Reyes · 3 takes in" in " ".join(words(board))
    window.show_page("rehearse")
    stored.fill(store, 1, first=3)
    window.progress.refresh()
    window.show_page("progress")
    assert any(said.startswith("Dana Reyes · 4 takes") for said in words(board))


def test_the_takes_of_others_are_theirs(make_board, store):
    stored.fill(store, 3, rep="Bo")
    assert "Dana Reyes · no takes yet" in words(make_board())


def test_dark_and_larger_text_are_drawn_anew(make_board, store, qtbot):
    stored.fill(store, 30)
    board = make_board()
    drawn(qtbot, board)
    before = board.overview.plots["pause"].grab().toImage()
    board._theme.follow("dark")
    assert board.overview.plots["pause"].grab().toImage() != before


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("size", [(1180, 760), (880, 600), (420, 330)], ids=str)
@pytest.mark.parametrize("view", ["overview", "takes", "take", "erase"])
def test_nothing_is_cut_off(make_board, store, size, percent, view, qapp):
    stored.fill(store, 40)
    board = make_board(*size, percent)
    if view != "overview":
        board.show_takes()
    if view == "take":
        board.takes._open.click()
    if view == "erase":
        board.takes.keeping.ask()
    qapp.processEvents()
    assert list(cut(board)) == []
