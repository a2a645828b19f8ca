"""Who the reps are: another name, one of two spellings, a colour, and letting go of one wholly."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from coach.takes import Wanted


@pytest.fixture
def reps(work, board, qtbot):
    with qtbot.waitSignal(board.reps.rows.modelReset):
        qtbot.keyClick(board, Qt.Key.Key_N)
    return board.reps


def names(reps):
    return [rep.name for rep in reps.rows.reps]


def choose(reps, name):
    reps.table.selectRow(names(reps).index(name))


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def changed(qtbot, reps):
    return qtbot.waitSignal(reps.rows.modelReset)


def takes(team, rep):
    return team.takes.count(Wanted(rep=rep))


def test_everybody_is_listed_with_their_takes(reps, team):
    assert names(reps) == ["Dana Reyes", "Kim Doyle", "Lee Amari", "Ola Berg", "Sam Ito"]
    assert [int(reps.rows.index(row, 1).data()) for row in range(5)] == [takes(team, name) for name in names(reps)]


def test_a_rep_is_renamed_and_the_name_taken_back(reps, board, qtbot, team):
    had = takes(team, "Ola Berg")
    choose(reps, "Ola Berg")
    click(qtbot, reps.rename)
    reps.name.setText("Ola Bergström")
    with changed(qtbot, reps):
        qtbot.keyClick(reps.name, Qt.Key.Key_Return)
    assert reps.chosen.name == "Ola Bergström"
    assert takes(team, "Ola Bergström") == had
    said = board.findChild(QLabel, "undo_bar_text").text()
    assert said == f"{had} takes of “Ola Berg” are Ola Bergström’s now."
    with changed(qtbot, reps):
        board.undo.press()
    assert takes(team, "Ola Berg") == had


def test_a_name_that_is_there_already_makes_one_of_two(reps, board, qtbot, team):
    both = takes(team, "Ola Berg") + takes(team, "Sam Ito")
    choose(reps, "Ola Berg")
    click(qtbot, reps.rename)
    reps.name.setText("Sam Ito")
    assert reps._save.text() == "Merge"
    assert "There is Sam Ito already" in board.findChild(QLabel, "known_name").text()
    with changed(qtbot, reps):
        click(qtbot, reps._save)
    assert names(reps) == ["Dana Reyes", "Kim Doyle", "Lee Amari", "Sam Ito"]
    assert takes(team, "Sam Ito") == both
    with changed(qtbot, reps):
        board.undo.press()
    assert "Ola Berg" in names(reps)


def test_two_spellings_are_merged_from_the_menu(reps, qtbot, team):
    choose(reps, "Ola Berg")
    menu = reps.merge_menu(reps.chosen)
    assert [action.text().split("\t")[0] for action in menu.actions()] == [
        "Dana Reyes",
        "Kim Doyle",
        "Lee Amari",
        "Sam Ito",
    ]
    with changed(qtbot, reps):
        menu.actions()[1].trigger()
    menu.deleteLater()
    assert takes(team, "Ola Berg") == 0


def test_who_renames_themselves_is_called_so_from_now_on(reps, board, desk, qtbot):
    choose(reps, "Dana Reyes")
    click(qtbot, reps.rename)
    reps.name.setText("Dana R.")
    with changed(qtbot, reps):
        click(qtbot, reps._save)
    assert desk.me() == "Dana R."
    with changed(qtbot, reps):
        board.undo.press()
    assert desk.me() == "Dana Reyes"


def test_an_empty_name_is_none(reps, qtbot):
    choose(reps, "Sam Ito")
    click(qtbot, reps.rename)
    for name in ("", "  ", "Sam Ito"):
        reps.name.setText(name)
        assert not reps._save.isEnabled()


def test_a_colour_is_kept(reps, qtbot, team):
    choose(reps, "Sam Ito")
    menu = reps.colour_menu(reps.chosen)
    blue = next(action for action in menu.actions() if action.text() == "Blue")
    with changed(qtbot, reps):
        blue.trigger()
    menu.deleteLater()
    assert next(rep.colour for rep in team.reps.all() if rep.name == "Sam Ito") == "blue"
    assert reps.chosen.name == "Sam Ito"


def test_a_rep_is_erased_once_the_word_is_written(reps, board, qtbot, team):
    had = takes(team, "Lee Amari")
    choose(reps, "Lee Amari")
    click(qtbot, reps.erase)
    word = reps.findChild(QLineEdit, "erase_word")
    said = reps.findChild(QLabel, "erase_words").text()
    assert f"{had} takes of Lee Amari" in said
    assert "An export keeps a copy." in said
    word.setText("erase")
    with changed(qtbot, reps):
        click(qtbot, reps._sure._yes)
    assert "Lee Amari" not in names(reps)
    assert takes(team, "Lee Amari") == 0
    assert team.takes.aside() == []
    assert f"{had} takes of Lee Amari: erased" in board.findChild(QLabel, "notice_text").text()


def test_nobody_is_erased_by_another_word_or_after_another_choice(reps, qtbot, team):
    choose(reps, "Lee Amari")
    click(qtbot, reps.erase)
    reps.findChild(QLineEdit, "erase_word").setText("yes")
    assert not reps._sure._yes.isEnabled()
    choose(reps, "Sam Ito")
    assert not reps.asking
    assert takes(team, "Lee Amari") > 0


def test_an_export_is_offered_first(reps, board, qtbot, team, tmp_path):
    board.export.ask_where = lambda proposal: str(tmp_path / proposal)
    choose(reps, "Lee Amari")
    click(qtbot, reps.erase)
    with qtbot.waitSignal(board.export.ended) as ended:
        click(qtbot, reps._first_export)
    assert ended.args[0].startswith(f"{takes(team, 'Lee Amari')} takes exported to ")
    assert reps.asking


def test_esc_leaves_the_question_first_and_then_the_list(reps, board, qtbot):
    choose(reps, "Sam Ito")
    click(qtbot, reps.erase)
    qtbot.keyClick(board, Qt.Key.Key_Escape)
    assert not reps.asking
    assert not board.at_team
    qtbot.keyClick(board, Qt.Key.Key_Escape)
    assert board.at_team
