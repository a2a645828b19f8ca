"""The call on the page: what the prospect does and says, and what the keys do meanwhile."""

import staged_drill
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from seen import primary, text

from app.said import CallState, Phase
from audio.errors import MissingFile
from coach.stage import Part, Stage


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


def test_the_offer_is_told_with_its_pace_and_the_wait(drilling, listener):
    window = drilling()
    staged_drill.take(window, listener)
    assert text(window, "offer_reading") == (
        "Your offer took 10.6 s, 142 words a minute. You waited 1.1 s, then they answered."
    )
    staged_drill.take(window, listener, staged_drill.ON_A_YES)
    assert text(window, "offer_reading").endswith("You waited 0.6 s, then you spoke again.")


def test_the_timeline_tells_what_they_said(drilling, listener):
    window = drilling()
    staged_drill.take(window, listener)
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


def test_a_low_window_shows_the_stage_once_they_have_answered(drilling, listener, qapp):
    window = drilling(420, 330)
    window.rehearse.buttons.start.click()
    staged_drill.play(listener, *staged_drill.MOMENTS["drill_waiting"])
    qapp.processEvents()
    ok = window.findChild(QWidget, "stage_ok")
    assert ok.visibleRegion().boundingRect().height() == ok.height()
