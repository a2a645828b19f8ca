"""Choosing a drill and a round, by mouse and by key; what is broken, and the close without a prospect."""

from dataclasses import replace

import staged_drill
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from seen import shown, text

from app.rehearsal.session import JUST_THE_CLOSE
from app.widgets.chip import Chip
from app.widgets.key_button import KeyButton
from coach.drills.drill import Drill
from coach.drills.repertoire import load
from coach.drills.rounds import Wish


def test_the_chosen_drill_says_what_it_trains(drilling):
    window = drilling()
    assert window.findChild(Chip, "drill_objection").isChecked()
    assert text(window, "prospect_answer") == "An objection is a no. You do not argue, and you do not ask why."
    assert "then silence until they go" in window.findChild(QWidget, "waveform").accessibleName()


def test_another_drill_is_chosen_and_kept(drilling, calls):
    kept = []
    window = drilling(keep_choice=lambda drill, wish: kept.append((drill, wish)))
    window.findChild(Chip, "drill_busy").click()
    window.rehearse.buttons.start.click()
    assert kept == [("busy", Wish())]
    assert calls[0].drill == "busy"
    assert text(window, "prospect_answer").startswith("Being busy is a no.")


def test_the_menu_has_every_drill_by_category_and_the_close_alone(drilling):
    menu = drilling().rehearse.head.drills.menu()
    titles = [action.text() for action in menu.actions() if action.isCheckable()]
    assert set(titles) == {drill.title for drill in load().drills} | {"Just the close"}
    headings = [action.text() for action in menu.actions() if not action.isEnabled()]
    assert headings[0] == "All"
    assert headings[-1] == "Without a prospect"


def test_d_and_r_open_the_menus(drilling, monkeypatch):
    opened = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _place: opened.append(menu.objectName()))
    window = drilling()
    QTest.keyClick(window, Qt.Key.Key_D)
    QTest.keyClick(window, Qt.Key.Key_R)
    assert opened == ["all_drills", "rounds"]


def test_a_chosen_drill_stays_in_view_where_others_have_no_room(drilling):
    window = drilling(880, 600, chosen="slow")
    assert shown(window, "drill_slow")
    assert not shown(window, "drill_thanks")


def test_just_the_close_starts_a_take_without_a_prospect(drilling, calls):
    window = drilling(chosen=JUST_THE_CLOSE.id)
    assert "We already have someone for that." in text(window, "prospect_answer")
    window.rehearse.buttons.start.click()
    assert calls == [None]


def test_while_a_take_runs_nothing_can_be_chosen(drilling, listener):
    window = drilling()
    window.rehearse.buttons.start.click()
    listener.take_started.emit()
    assert not window.findChild(Chip, "drill_busy").isEnabled()
    assert not shown(window, "round")


def test_broken_files_are_told_in_a_quiet_place(make_window):
    window = make_window(session=staged_drill.session(broken=1))
    assert not shown(window, "notice")
    window.findChild(KeyButton, "broken").click()
    assert "refusals.toml" in text(window.rehearse, "notice_text")


def test_without_broken_files_nothing_is_said_of_them(drilling):
    assert not shown(drilling(), "broken")


def test_the_round_is_chosen_and_kept(drilling):
    kept = []
    window = drilling(keep_choice=lambda drill, wish: kept.append((drill, wish)))
    actions = window.rehearse.buttons.round.menu().actions()
    assert [action.text() for action in actions] == ["No end", "5 takes", "10 takes", "20 takes", "10 minutes"]
    actions[2].trigger()
    assert kept == [("objection", Wish(takes=10))]
    assert window.rehearse.buttons.round.text() == "Round: 10 takes"


def test_a_trainers_drill_is_there_too(make_window):
    own = Drill(id="own", title="Own", category="Ours", trains="It.", right="It.", mix=("plain",))
    session = staged_drill.session()
    session.renew(replace(session.repertoire, drills=(own, *session.repertoire.drills)))
    window = make_window(session=session)
    assert shown(window, "drill_own")


def test_progress_says_what_to_drill_and_the_page_has_it(drilling, listener, calls):
    window = drilling()
    window.progress.rehearse.emit("busy")
    assert window.findChild(Chip, "drill_busy").isChecked()
    window.rehearse.buttons.start.click()
    listener.take_started.emit()
    window.progress.rehearse.emit("yes")
    assert window.findChild(Chip, "drill_busy").isChecked()
    window.progress.rehearse.emit(None)
    assert window.findChild(Chip, "drill_busy").isChecked()
