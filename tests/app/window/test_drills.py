"""The page with drills: choosing, the call, the buttons of each moment, rounds and their summary."""

import pytest
import staged
import staged_drill
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from app.rehearsal.session import JUST_THE_CLOSE
from app.said import CallState, Phase
from app.widgets.chip import Chip
from app.widgets.key_button import KeyButton
from audio.errors import MissingFile
from coach.drills.drill import Drill
from coach.drills.repertoire import load
from coach.drills.rounds import Wish
from coach.stage import Part, Stage


def text(window, name):
    return window.findChild(QLabel, name).text()


def shown(window, name):
    return window.findChild(QWidget, name).isVisible()


def primary(window):
    (button,) = [b for b in window.rehearse.findChildren(KeyButton) if b.primary and b.isVisible()]
    return button.objectName()


@pytest.fixture
def calls(listener):
    """The calls that takes were started with."""
    made = []
    listener.start_take = lambda call=None: made.append(call)
    return made


@pytest.fixture
def drilling(make_window):
    def make(*size, chosen="objection", wish=Wish(), **others):  # noqa: B008
        return make_window(*size, session=staged_drill.session(chosen, wish), **others)

    return make


def take(window, listener, judged=staged_drill.PASSED):
    window.rehearse.buttons.primary.click()
    staged_drill.end(listener, judged)


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


def test_space_ends_the_offer_and_then_hangs_up(drilling, listener, calls):
    window = drilling()
    QTest.keyClick(window, Qt.Key.Key_Space)
    listener.take_started.emit()
    assert primary(window) == "hang_up"
    listener.call_changed.emit(staged_drill.READING)
    assert primary(window) == "offer_done"
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert calls[0].asked == ["offer_done"]
    listener.call_changed.emit(staged_drill.ANSWERING)
    assert primary(window) == "hang_up"


def test_a_space_meant_for_the_offer_does_not_hang_up(drilling, listener, calls, qtbot):
    window = drilling()
    window.rehearse.buttons.start.click()
    staged_drill.play(listener, *staged_drill.MOMENTS["drill_answering"])
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert "hang_up" not in listener.asked
    qtbot.waitUntil(window.rehearse.buttons.hang_up.isEnabled)
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert "hang_up" in listener.asked


def test_their_words_stand_there_once_they_are_said(drilling, listener):
    window = drilling()
    window.rehearse.buttons.start.click()
    said = []
    for moment in ("drill_calling", "drill_offer", "drill_answering", "drill_waiting", "drill_gone"):
        staged_drill.play(listener, *staged_drill.MOMENTS[moment])
        said.append(text(window, "prospect_answer"))
    assert said == [
        "It rings.",
        "“Hello?”",
        "…",
        "“We already have someone for that.” · that is a no",
        "“We already have someone for that.” · they hung up",
    ]


def test_the_stage_waits_for_ok_only_after_a_no(drilling, listener):
    window = drilling(chosen="yes")
    ok = window.findChild(QWidget, "stage_ok")
    turns = []
    for call in (staged_drill.READING, staged_drill.SAID_YES, staged_drill.ANSWERED):
        listener.take_started.emit()
        listener.call_changed.emit(call)
        listener.stage_changed.emit(Stage(Part.OK, 9.0, speaking=call is staged_drill.READING))
        turns.append(ok.accessibleName())
    assert turns == ["Ok: not yet, after their no"] * 2 + ["Ok: next, say it after their no"]


def test_an_ok_that_was_said_is_shown_whatever_they_answered(drilling, listener):
    window = drilling(chosen="yes")
    staged_drill.play(listener, staged_drill.SAID_YES, staged_drill.PAUSE, 18.65)
    assert window.findChild(QWidget, "stage_ok").accessibleName() == "Ok: done, heard · 0.31 s"


def test_while_a_take_runs_nothing_can_be_chosen(drilling, listener):
    window = drilling()
    window.rehearse.buttons.start.click()
    listener.take_started.emit()
    assert not window.findChild(Chip, "drill_busy").isEnabled()
    assert not shown(window, "round")


@pytest.mark.parametrize(
    ("judged", "first", "other", "key"),
    [
        (staged_drill.PASSED, "next", "try_again", Qt.Key.Key_T),
        (staged_drill.FAILED, "try_again", "next", Qt.Key.Key_N),
    ],
)
def test_after_a_take_space_does_what_it_asks_for(drilling, listener, calls, judged, first, other, key):
    window = drilling(chosen="mixed")
    take(window, listener, judged)
    assert primary(window) == first
    assert window.findChild(KeyButton, first).key == "Space"
    again, following = (calls[0].drill,), None
    QTest.keyClick(window, key)
    following = calls[1].drill
    assert (following == again[0]) is (other == "try_again")


def test_the_head_counts_the_round(drilling, listener):
    window = drilling(wish=Wish(takes=10))
    take(window, listener)
    assert text(window, "take_count") == "Take 1 of 10 · Objection"
    take(window, listener)
    assert text(window, "take_count") == "Take 2 of 10 · Objection · 2 clean in a row"


def test_a_round_ends_with_its_summary(drilling, listener):
    window = drilling(wish=Wish(takes=2))
    take(window, listener, staged_drill.FAILED)
    QTest.keyClick(window, Qt.Key.Key_N)
    staged_drill.end(listener, staged_drill.PASSED)
    assert (primary(window), window.rehearse.buttons.next.text()) == ("next", "See the round")
    assert not shown(window, "try_again")
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert text(window, "summary_headline") == "1 of 2 takes as wanted."
    assert text(window, "summary_usual_fault") == "You hung up too soon, once"
    assert text(window, "round_take_1") == "You hung up too soon."
    assert primary(window) == "start"


def test_the_summary_leads_to_what_to_drill_next(drilling, listener):
    window = drilling(chosen="mixed", wish=Wish(takes=2))
    for judged in (staged_drill.PASSED, staged_drill.FAILED):
        take(window, listener, judged)
    drilled = text(window, "take_count").partition("· ")[2]
    window.rehearse.buttons.next.click()
    assert window.rehearse.buttons.next.text() == f"Drill “{drilled}”"
    QTest.keyClick(window, Qt.Key.Key_N)
    chosen = [chip.text() for chip in window.findChildren(Chip) if chip.isChecked()]
    assert chosen == [drilled]
    assert primary(window) == "start"


def test_another_round_of_the_same_begins_with_space(drilling, listener, calls):
    window = drilling(wish=Wish(takes=2))
    for _ in range(2):
        take(window, listener)
    window.rehearse.buttons.next.click()
    QTest.keyClick(window, Qt.Key.Key_Space)
    listener.take_started.emit()
    assert len(calls) == 3
    assert text(window, "take") == "Take 1 of 2 · you say"


def test_escape_finishes_a_round_and_one_take_needs_no_summary(drilling, listener):
    window = drilling()
    take(window, listener)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert primary(window) == "start"
    assert shown(window, "drill_objection")
    for _ in range(2):
        take(window, listener)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert shown(window, "summary_card")


def test_escape_silences_before_it_finishes(drilling, listener):
    window = drilling(play=lambda _sound: staged.FakePlaying())
    take(window, listener)
    QTest.keyClick(window, Qt.Key.Key_H)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert shown(window, "headline")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert primary(window) == "start"


def test_a_stopped_take_comes_once_more(drilling, listener, calls):
    window = drilling(chosen="mixed", wish=Wish(takes=5))
    window.rehearse.buttons.start.click()
    listener.take_started.emit()
    listener.take_stopped.emit()
    window.rehearse.buttons.start.click()
    assert calls[0].drill == calls[1].drill


def test_a_take_that_cannot_begin_says_why(drilling, listener):
    window = drilling()
    listener.take_refused.emit(staged_drill.NO_OUTPUT)
    assert staged_drill.NO_OUTPUT in text(window.rehearse, "notice_text")
    assert "just the close" in text(window.rehearse, "notice_text")
    assert primary(window) == "start"


def test_a_line_that_is_missing_is_told(make_window, listener):
    def missing(_drill, _seed):
        raise MissingFile("plain_1.ogg was not found.")

    session = staged_drill.session("plain")
    session._connect = missing
    window = make_window(session=session)
    window.rehearse.buttons.start.click()
    assert text(window.rehearse, "notice_text") == "plain_1.ogg was not found."
    assert listener.asked == []


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


def test_the_offer_is_told_with_its_pace_and_the_wait(drilling, listener):
    window = drilling()
    take(window, listener)
    assert text(window, "offer_reading") == (
        "Your offer took 10.6 s, 142 words a minute. You waited 1.1 s, then they answered."
    )
    take(window, listener, staged_drill.ON_A_YES)
    assert text(window, "offer_reading").endswith("You waited 0.6 s, then you spoke again.")


def test_the_timeline_tells_what_they_said(drilling, listener):
    window = drilling()
    take(window, listener)
    told = window.findChild(QWidget, "timeline").accessibleName()
    assert "At 15.3 s they said “We already have someone for that.”" in told
    assert "then they hung up" in told


def test_the_second_answer_has_a_cue_of_its_own(drilling, listener):
    window = drilling(chosen="vague")
    listener.take_started.emit()
    listener.call_changed.emit(CallState(Phase.YOURS, staged_drill.VAGUE, 1))
    first = text(window, "prospect_answer")
    listener.call_changed.emit(CallState(Phase.YOURS, staged_drill.NO, 2))
    assert first.endswith("· neither yes nor no: ask once")
    assert text(window, "prospect_answer").endswith("· that is a no")


def test_no_answer_is_named(drilling, listener):
    window = drilling(chosen="no_answer")
    listener.take_started.emit()
    rings = tuple(staged_drill.ProspectLine(at, at + 1.2, "ring", "") for at in (0.8, 4.0))
    listener.call_changed.emit(CallState(lines=rings))
    assert text(window, "prospect_answer") == "It rings, and nobody answers."


def test_a_trainers_drill_is_there_too(make_window):
    own = Drill(id="own", title="Own", category="Ours", trains="It.", right="It.", mix=("plain",))
    session = staged_drill.session()
    session.drills = (own, *session.drills)
    window = make_window(session=session)
    assert shown(window, "drill_own")


def test_a_low_window_shows_the_stage_once_they_have_answered(drilling, listener, qapp):
    window = drilling(420, 330)
    window.rehearse.buttons.start.click()
    staged_drill.play(listener, *staged_drill.MOMENTS["drill_waiting"])
    qapp.processEvents()
    ok = window.findChild(QWidget, "stage_ok")
    assert ok.visibleRegion().boundingRect().height() == ok.height()
