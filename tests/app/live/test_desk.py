"""A call from the script to the log, with the sound of a real close and a call list in memory."""

from __future__ import annotations

import time

import numpy as np
import pytest
from drawing import RATE, speak
from fake_microphone import FakeMicrophone
from list_in_memory import START, prospect

from coach.calls.call import Call, Ending, Outcome, SaidNo
from coach.live.state import Phase, Press
from coach.stage import Part
from coach.verdict import Result

from .conftest import CLOSE, MORE, ROOM, close, measured, newest, verdict_on


def test_the_script_is_filled_in_by_paragraphs(calling):
    state = calling.state
    assert ["".join(piece.text for piece in line) for line in state.script] == [
        "Hello Mr 1,",
        "this is Dana Reyes.",
        "Is that something you want?",
    ]
    assert (state.phase, state.offer_label, state.due) == (Phase.SCRIPT, "offer B · first call", 4)
    assert "Mr 1" in {piece.text for piece in state.script[0] if piece.highlighted}


def test_a_no_is_logged_with_the_numbers_of_its_recording(calling, calls, microphone, told, qtbot):
    close(calling, microphone)
    assert calling.state.planned.prospect.id == "p2"  # it waits for nothing
    assert calling.state.script
    qtbot.waitUntil(lambda: measured(calls))
    call = newest(calls)
    verdict = verdict_on(np.concatenate([ROOM, CLOSE]))
    assert (call.outcome, call.ending, call.prospect) == (Outcome.NO, Ending.HUNG_UP, "p1")
    assert (call.measured.pause, call.measured.pause_error) == (verdict.close.pause, verdict.close.pause_error)
    assert call.measured.silence == pytest.approx(verdict.close.silence, abs=1 / RATE)
    assert call.measured.result is Result.PASS
    assert list(calls.log_of) == [call.id]
    assert call.sound is None
    assert told.sentences == []


def test_the_stage_and_one_cue_at_a_time_follow_the_voice(calling, microphone, told, qtbot):
    calling.press(Press.NO)
    assert calling.state.cue == "Say “Ok”."
    microphone.play(CLOSE)
    qtbot.waitUntil(lambda: calling.state.cue == "You may hang up.")
    cues = list(dict.fromkeys(state.cue for state in told.states if state.phase is Phase.CLOSING))
    assert cues[0] == "Say “Ok”."
    assert cues[-2:] == ["Say nothing. Let them hang up first.", "You may hang up."]
    parts = list(dict.fromkeys(stage.part for stage in told.stages))
    assert parts == [Part.OK, Part.PAUSE, Part.FAREWELL, Part.SILENCE]


def test_an_ok_said_before_the_no_counts(calling, calls, microphone, qtbot):
    ok = speak("." * 5 + "#" + "." * 2)
    microphone.play(CLOSE[: len(ok) + RATE // 2])
    calling.press(Press.NO)
    microphone.play(CLOSE[len(ok) + RATE // 2 :])
    calling.press(Press.HUNG_UP)
    microphone.play(MORE)
    qtbot.waitUntil(lambda: measured(calls))
    assert newest(calls).measured.pause == verdict_on(np.concatenate([ROOM, CLOSE])).close.pause


def test_while_they_are_in_the_call_it_stands_in_the_log_as_unfinished(calling, calls, qtbot):
    calling.press(Press.NO)
    qtbot.waitUntil(lambda: bool(calls.log_of))
    assert newest(calls).outcome is Outcome.UNFINISHED


class TestAfterACrash:
    @pytest.fixture
    def calls(self, calls):
        calls.log(Call("x", "p1", START, Outcome.UNFINISHED))
        return calls

    def test_a_call_that_it_cut_off_is_told_at_the_next_start(self, desk, told, calls, qtbot):
        qtbot.waitUntil(lambda: bool(told.sentences))
        assert ["logged as unfinished" in sentence for sentence in told.sentences] == [True]


def test_undo_takes_it_back_wholly(calling, calls, microphone, qtbot):
    close(calling, microphone)
    qtbot.waitUntil(lambda: measured(calls))
    assert calling.state.undo == "No to Firm 1"
    calling.press(Press.UNDO)
    qtbot.waitUntil(lambda: not calls.log_of)
    assert (calling.state.planned.prospect.id, calling.state.undo) == ("p1", None)


def test_undone_before_its_numbers_came_it_stays_undone(calling, calls, microphone, qtbot):
    calling.press(Press.NO)
    microphone.play(CLOSE)
    calling.press(Press.HUNG_UP)
    calling.press(Press.UNDO)
    microphone.play(MORE)
    calling.press(Press.NO_ANSWER)
    qtbot.waitUntil(lambda: bool(calls.log_of) and newest(calls).outcome is Outcome.NO_ANSWER)
    microphone.play(MORE)
    with qtbot.waitSignal(calling.changed):
        calling.press(Press.NO_ANSWER)
    qtbot.waitUntil(lambda: len(calls.log_of) == 2)
    assert {call.measured for call in calls.log_of.values()} == {None}


def test_how_they_said_no_is_one_tap_afterwards(calling, calls, microphone, qtbot):
    close(calling, microphone)
    calling.said_no(SaidNo.BUSY)
    qtbot.waitUntil(lambda: bool(calls.log_of) and newest(calls).said_no is SaidNo.BUSY)
    qtbot.waitUntil(lambda: measured(calls))
    assert newest(calls).said_no is SaidNo.BUSY


def test_the_counters_follow(calling, calls, microphone, qtbot):
    close(calling, microphone)
    calling.press(Press.YES)
    qtbot.waitUntil(lambda: calling.state.hour.answers == 2)
    assert (calling.state.day.dials, calling.state.hour.noes, calling.state.hour.yeses) == (2, 1, 1)
    assert calling.state.due == 2


def test_through_the_list_to_its_end(calling, calls, qtbot):
    for number in range(1, 5):
        qtbot.waitUntil(lambda number=number: calling.state.planned is not None)
        assert calling.state.planned.prospect.id == f"p{number}"
        calling.press(Press.NO_ANSWER)
    qtbot.waitUntil(lambda: calling.state.phase is Phase.NOBODY and calling.state.due == 0)
    calls.put([prospect(9)])
    calling.refresh()
    qtbot.waitUntil(lambda: calling.state.planned is not None)
    assert calling.state.planned.prospect.id == "p9"


def shown(desk):
    """Who is called now: the next one may still be looked for."""
    return None if desk.state.planned is None else desk.state.planned.prospect.id


def test_one_prospect_can_be_called_first(calling, qtbot):
    calling.begin("p3")
    qtbot.waitUntil(lambda: calling.state.planned.prospect.id == "p3")
    calling.press(Press.NO_ANSWER)
    qtbot.waitUntil(lambda: shown(calling) == "p1")


def test_a_close_without_a_press_is_offered(calling, calls, microphone, qtbot):
    microphone.play(CLOSE)
    qtbot.waitUntil(lambda: calling.state.noticed)
    assert calling.state.cue == "A close was heard. Log it as a No?"
    calling.press_main()
    calling.press(Press.HUNG_UP)
    microphone.play(MORE)
    qtbot.waitUntil(lambda: measured(calls))
    assert newest(calls).measured.pause == verdict_on(np.concatenate([ROOM, CLOSE])).close.pause


def test_hands_free_it_is_logged_by_itself_and_the_next_one_comes(calling, calls, microphone, chosen, qtbot):
    chosen[0] = chosen[0].model_copy(update={"hands_free": "log"})
    microphone.play(CLOSE)
    qtbot.waitUntil(lambda: bool(calls.log_of))
    assert newest(calls).outcome is Outcome.NO
    microphone.play(speak("." * 60))
    qtbot.waitUntil(lambda: measured(calls))
    assert (newest(calls).ending, newest(calls).measured.result) == (Ending.MOVED_ON, Result.PASS)
    qtbot.waitUntil(lambda: shown(calling) == "p2")


def test_a_key_that_is_held_is_one_touch(calling, qtbot):
    began = time.monotonic()
    for after in (0.0, 0.3, 0.5):
        calling.press_main(began + after)
    assert calling.state.phase is Phase.CLOSING
    calling.press_main(began + 2.0)
    qtbot.waitUntil(lambda: shown(calling) == "p2")


def test_ending_logs_a_close_and_nobody_listens_any_more(calling, calls, microphone, qtbot):
    calling.press(Press.NO)
    microphone.play(CLOSE)
    calling.end()
    assert (calling.state.phase, calling.state.usable) == (Phase.NOBODY, frozenset())
    microphone.play(MORE)
    qtbot.waitUntil(lambda: measured(calls))
    assert newest(calls).ending is Ending.MOVED_ON
    calling.press(Press.NO)
    assert calling.state.phase is Phase.NOBODY


def test_nothing_is_shown_before_calling_begins(desk, qtbot):
    qtbot.waitUntil(lambda: desk.state.due == 4)
    desk.press(Press.NO)
    assert (desk.state.phase, desk.state.usable) == (Phase.NOBODY, frozenset())


def test_another_microphone_is_no_harm(calling, listener, microphones, calls, microphone, qtbot):
    other = microphones.there["Desk"] = type(microphone)("Desk")
    assert isinstance(other, FakeMicrophone)
    listener.choose("Desk")
    other.play(ROOM)
    qtbot.waitUntil(lambda: microphone.closed and calling._line.at() is not None)
    close(calling, other)
    qtbot.waitUntil(lambda: measured(calls))
    assert newest(calls).measured.result is Result.PASS
