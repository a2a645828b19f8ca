"""The team at a glance: by name, machine beside trainer, and what another band would change."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel

from app.window.team.rep_rows import A_WEEK, CLEAN, FAULT, MIDDLE, REP, SPREAD, WEEKS
from coach import profile
from coach.bands import Band, Bands
from coach.takes import Wanted
from coach.verdict import Result

BY_NAME = ["Dana Reyes", "Kim Doyle", "Lee Amari", "Ola Berg", "Sam Ito"]


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def cells(board, column):
    rows = board.team.table.rows
    return [rows.index(row, column).data() for row in range(rows.rowCount())]


def says(board, name):
    return board.findChild(QLabel, name).text()


def tried(qtbot, work, band):
    """What the card says of another pause."""
    with qtbot.waitSignal(work.trying.found, check_params_cb=lambda found: found.takes > 0):
        work._board.team.what_if.slider.moved.emit(band)
    return says(work._board, "would_change")


def test_the_reps_stand_by_name_whoever_does_best(board):
    assert cells(board, REP) == BY_NAME
    clean = [int(cell.split()[0]) for cell in cells(board, CLEAN)]
    assert clean != sorted(clean, reverse=True)
    assert not board.team.table.isSortingEnabled()


def test_a_row_has_the_numbers_of_its_rep(board):
    ola = BY_NAME.index("Ola Berg")
    rows = board.team.table.rows
    told = rows.index(ola, REP).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("Ola Berg: ")
    assert cells(board, MIDDLE)[ola] in told
    assert cells(board, FAULT)[ola] == "Short pause"
    assert "half of them from" in rows.index(ola, SPREAD).data(Qt.ItemDataRole.ToolTipRole)
    assert rows.index(ola, WEEKS).data(Qt.ItemDataRole.ToolTipRole).count("%") >= 2
    assert float(cells(board, A_WEEK)[ola]) > 0


def test_the_silence_takes_the_place_of_the_pause(board, qtbot):
    before = cells(board, MIDDLE)
    click(qtbot, board.team._chips["silence"])
    assert cells(board, MIDDLE) != before
    assert board.team.table.rows.headerData(MIDDLE, Qt.Orientation.Horizontal) == "Silence, middle"


def test_enter_on_a_rep_shows_their_takes(work, board, qtbot):
    board.team.table.selectRow(1)
    with qtbot.waitSignal(work.open_rep) as opened:
        board.team.table.activated.emit(board.team.table.currentIndex())
    assert opened.args == ["Kim Doyle"]


def test_a_click_on_a_check_shows_where_they_disagree(work, board, qtbot, team):
    table = board.team.agreement.table
    rows = board.team.agreement.rows
    names = [rows.index(row, 0).data() for row in range(rows.rowCount())]
    assert names == ["Pause", "Silence", "Nothing else said", "Whole take"]
    whole = rows.index(names.index("Whole take"), 0)
    with qtbot.waitSignal(work.open_takes) as opened:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(whole).center())
    ids, title = opened.args
    assert len(ids) == 4 == int(rows.index(whole.row(), 2).data())
    assert title == "Whole take: machine and trainer disagree"
    judged = {one.take for one in team.reviews.judged_by_both() if one.machine is not one.trainer}
    assert ids <= judged
    assert says(board, "agreement_title") == "Machine and trainer, 40 takes judged by both"


def test_what_another_band_would_change_can_be_looked_at(work, board, qtbot, team):
    sentence = tried(qtbot, work, Band(low=0.7, high=1.6))
    found = board.team.what_if._found
    assert sentence.startswith(f"{len(found.changes)} of {team.takes.count()} past verdicts would change: ")
    assert f"{found.to(Result.FAIL)} to fail" in sentence
    with qtbot.waitSignal(work.open_takes) as opened:
        click(qtbot, board.team.what_if.show_them)
    assert opened.args[0] == {change.take for change in found.changes}


def test_back_to_now_changes_nothing(work, board, qtbot):
    tried(qtbot, work, Band(low=1.9))
    with qtbot.waitSignal(work.trying.found):
        click(qtbot, board.team.what_if.reset)
    assert board.team.what_if.slider.band == Bands().pause
    assert not board.team.what_if.save.isEnabled()


def test_each_limit_keeps_what_was_tried_of_it(work, board, qtbot):
    card = board.team.what_if
    tried(qtbot, work, Band(low=0.7, high=1.6))
    click(qtbot, card._limits["silence"])
    assert card.slider.band == Band(low=3.0)
    click(qtbot, card._limits["pause"])
    assert card.slider.band == Band(low=0.7, high=1.6)


def test_a_band_is_saved_under_a_name_and_taken_back(work, board, desk, qtbot):
    card = board.team.what_if
    tried(qtbot, work, Band(low=0.7, high=1.6))
    click(qtbot, card.save)
    assert not card._keep.isEnabled()
    qtbot.keyClicks(card.name, "Spring team")
    with qtbot.waitSignal(work._reading.done):
        qtbot.keyClick(card.name, Qt.Key.Key_Return)
    file = desk.band_file()
    assert file.parent == desk.profiles
    assert profile.load(file) == Bands(name="Spring team", pause=Band(low=0.7, high=1.6))
    assert "“Spring team” is the team's band." in says(board, "undo_bar_text")
    assert card.slider.band == Band(low=0.7, high=1.6)
    with qtbot.waitSignal(work._reading.done):
        qtbot.keySequence(board, QKeySequence.StandardKey.Undo)
    assert desk.band_file() is None
    assert not file.exists()


def test_a_name_is_not_given_twice(work, board, desk, qtbot):
    profile.save(desk.profiles / "spring.toml", Bands(name="Spring"))
    with qtbot.waitSignal(work._errands.failed):
        work._save(Bands(pause=Band(low=1.0)), "Spring")
    assert "There is a band called “Spring” already" in says(board, "notice_text")
    assert desk.band_file() is None


def test_a_band_goes_to_a_colleague_as_a_file(work, board, desk, qtbot, tmp_path):
    sent = tmp_path / "sent.toml"
    work.ask_where = lambda proposal: sent
    tried(qtbot, work, Band(low=0.7, high=1.6))
    click(qtbot, board.team.what_if.send)
    qtbot.waitUntil(sent.exists)
    work.ask_what = lambda: sent
    with qtbot.waitSignal(work._reading.done):
        click(qtbot, board.team.what_if.use)
    sent.unlink()  # a copy is used
    assert desk.bands().pause == Band(low=0.7, high=1.6)


def test_a_file_that_is_no_band_is_refused(work, board, desk, qtbot, tmp_path):
    bad = tmp_path / "bad.toml"
    bad.write_text("[pause]\nlow = 3\nhigh = 1\n")
    work.ask_what = lambda: bad
    with qtbot.waitSignal(work._errands.failed):
        click(qtbot, board.team.what_if.use)
    assert "high" in says(board, "notice_text")
    assert desk.band_file() is None


def test_a_report_is_asked_for_whoever_is_chosen(work, board, qtbot):
    with qtbot.waitSignal(work.report) as asked:
        click(qtbot, board.report)
    assert (asked.args[0].rep, asked.args[1]) == (None, "the team")
    board.team.table.selectRow(0)
    with qtbot.waitSignal(work.report) as asked:
        qtbot.keyClick(board, Qt.Key.Key_R)
    assert (asked.args[0].rep, asked.args[1]) == ("Dana Reyes", "Dana Reyes")


def test_older_takes_come_with_all(work, board, qtbot, team):
    lately = work._wanted
    assert lately.since is not None
    with qtbot.waitSignal(work._reading.done):
        click(qtbot, board.every)
    assert work._wanted == Wanted()
    assert "all takes" in says(board, "team_about")


def test_without_takes_it_says_what_will_be_here(make_work, qtbot):
    work = make_work()
    board = work._board
    assert board.team._nobody.isVisible()
    assert not board.team.what_if.isVisible()
    with qtbot.waitSignal(work.imports):
        click(qtbot, board.team._first)


def test_in_a_narrow_window_names_have_room(team, make_work):
    table = make_work(width=420, height=330)._board.team.table
    assert table.isColumnHidden(WEEKS)
    assert not table.isColumnHidden(CLEAN)
    assert table.columnWidth(REP) >= 110
