"""What follows a take, how a round is counted and ended, and its summary."""

import pytest
import staged
import staged_drill
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from seen import primary, shown, text

from app.widgets.chip import Chip
from app.widgets.key_button import KeyButton
from coach.drills.rounds import Wish


@pytest.mark.parametrize(
    ("judged", "first", "other", "key"),
    [
        (staged_drill.PASSED, "next", "try_again", Qt.Key.Key_T),
        (staged_drill.FAILED, "try_again", "next", Qt.Key.Key_N),
    ],
)
def test_after_a_take_space_does_what_it_asks_for(drilling, listener, calls, judged, first, other, key):
    window = drilling(chosen="mixed")
    staged_drill.take(window, listener, judged)
    assert primary(window) == first
    assert window.findChild(KeyButton, first).key == "Space"
    again, following = (calls[0].drill,), None
    QTest.keyClick(window, key)
    following = calls[1].drill
    assert (following == again[0]) is (other == "try_again")


def test_the_head_counts_the_round(drilling, listener):
    window = drilling(wish=Wish(takes=10))
    staged_drill.take(window, listener)
    assert text(window, "take_count") == "Take 1 of 10 · Objection"
    staged_drill.take(window, listener)
    assert text(window, "take_count") == "Take 2 of 10 · Objection · 2 clean in a row"


def test_a_round_ends_with_its_summary(drilling, listener):
    window = drilling(wish=Wish(takes=2))
    staged_drill.take(window, listener, staged_drill.FAILED)
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
        staged_drill.take(window, listener, judged)
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
        staged_drill.take(window, listener)
    window.rehearse.buttons.next.click()
    QTest.keyClick(window, Qt.Key.Key_Space)
    listener.take_started.emit()
    assert len(calls) == 3
    assert text(window, "take") == "Take 1 of 2 · you say"


def test_escape_finishes_a_round_and_one_take_needs_no_summary(drilling, listener):
    window = drilling()
    staged_drill.take(window, listener)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert primary(window) == "start"
    assert shown(window, "drill_objection")
    for _ in range(2):
        staged_drill.take(window, listener)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert shown(window, "summary_card")


def test_escape_silences_before_it_finishes(drilling, listener):
    window = drilling(play=lambda _sound: staged.FakePlaying())
    staged_drill.take(window, listener)
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
