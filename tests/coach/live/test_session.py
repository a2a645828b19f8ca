"""Every press of a live call, alone and in any order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from list_in_memory import planned
from pressing_desk import NUMBERS, Desk

from coach.calls.call import Ending, Outcome, SaidNo
from coach.live import happening
from coach.live.keys import main_press
from coach.live.session import CloseBegan, CloseDropped, CloseOver, Log, usable
from coach.live.state import Phase, Press


def test_a_no_is_two_touches_of_one_key_and_the_next_one_is_there():
    desk = Desk()
    desk.press(main_press(desk.state))
    assert desk.at() == (Phase.CLOSING, "p1")
    assert desk.outcomes == {"p1": Outcome.UNFINISHED}  # what a crash would leave
    desk.press(main_press(desk.state))
    assert desk.at() == (Phase.SCRIPT, "p2")
    (call,) = desk.log.values()
    assert (call.outcome, call.ending, call.offer, call.number) == (Outcome.NO, Ending.HUNG_UP, "b", "+12125550101")
    kinds = [type(act) for act in desk.acts]
    assert kinds == [Log, CloseBegan, Log, CloseOver]


@pytest.mark.parametrize(
    ("press", "ending"),
    [
        (Press.HUNG_UP, Ending.HUNG_UP),
        (Press.THEY_WENT_FIRST, Ending.THEY_WENT_FIRST),
        (Press.NEXT, Ending.MOVED_ON),
    ],
)
def test_however_the_close_ends_the_call_is_logged_once(press, ending):
    desk = Desk().press(Press.NO, press)
    (call,) = desk.log.values()
    assert (call.outcome, call.ending) == (Outcome.NO, ending)


def test_who_asks_to_stay_is_in_the_call_again_and_the_no_is_not_logged_twice():
    desk = Desk().press(Press.NO, Press.ASKED_TO_STAY)
    assert (desk.at(), desk.log) == ((Phase.SCRIPT, "p1"), {})
    assert isinstance(desk.acts[-1], CloseDropped)
    desk.press(Press.NO, Press.HUNG_UP)
    assert desk.outcomes == {"p1": Outcome.NO}


@pytest.mark.parametrize(
    ("presses", "outcome", "offer", "message"),
    [
        ([Press.MESSAGE], Outcome.MESSAGE, "b", False),
        ([Press.NO_ANSWER], Outcome.NO_ANSWER, None, False),
        ([Press.WRONG_NUMBER], Outcome.WRONG_NUMBER, None, False),
        ([Press.NEVER], Outcome.NEVER, "b", False),
        ([Press.NO, Press.NEVER], Outcome.NEVER, "b", False),
        ([Press.GATEKEEPER, Press.MESSAGE_LEFT], Outcome.GATEKEEPER, "b", True),
        ([Press.GATEKEEPER, Press.NO_MESSAGE], Outcome.GATEKEEPER, None, False),
        ([Press.VOICEMAIL, Press.MESSAGE_LEFT], Outcome.VOICEMAIL, "b", True),
        ([Press.VOICEMAIL, Press.NO_MESSAGE], Outcome.VOICEMAIL, None, False),
        ([Press.UNCLEAR, Press.NO, Press.HUNG_UP], Outcome.NO, "b", False),
        ([Press.UNCLEAR, Press.YES, Press.NEXT], Outcome.YES, "b", False),
        ([Press.YES, Press.NO, Press.HUNG_UP], Outcome.NO, "b", False),
    ],
)
def test_every_outcome_is_logged_and_the_next_one_is_there(presses, outcome, offer, message):
    desk = Desk().press(*presses)
    (call,) = desk.log.values()
    assert (call.prospect, call.outcome, call.offer, call.left_message) == ("p1", outcome, offer, message)
    assert desk.at() == (Phase.SCRIPT, "p2")
    desk.press(Press.UNDO)
    assert (desk.at(), desk.log) == ((Phase.SCRIPT, "p1"), {})
    desk.press(Press.NO_ANSWER)
    assert desk.at() == (Phase.SCRIPT, "p2")


def test_a_yes_asks_why_and_is_logged_at_once():
    desk = Desk().press(Press.YES)
    assert desk.at() == (Phase.YES, "p1")
    assert desk.outcomes == {"p1": Outcome.YES}


def test_a_skip_logs_nothing_and_they_do_not_come_again():
    desk = Desk().press(Press.SKIP)
    assert (desk.at(), desk.log) == ((Phase.SCRIPT, "p2"), {})
    assert "p1" in desk.session.known


@pytest.mark.parametrize("press", [Press.UNCLEAR, Press.GATEKEEPER, Press.VOICEMAIL])
def test_back_leaves_a_question_that_was_opened_by_mistake(press):
    desk = Desk().press(press, Press.BACK)
    assert (desk.at(), desk.log, desk.session.asking) == ((Phase.SCRIPT, "p1"), {}, None)


def test_undo_goes_back_one_after_the_other_and_the_order_stays():
    desk = Desk().press(Press.NO_ANSWER, Press.NO, Press.HUNG_UP, Press.UNDO)
    assert (desk.at(), desk.outcomes) == ((Phase.SCRIPT, "p2"), {"p1": Outcome.NO_ANSWER})
    desk.press(Press.UNDO)
    assert (desk.at(), desk.log) == ((Phase.SCRIPT, "p1"), {})
    assert [one.prospect.id for one in desk.session.ahead] == ["p2", "p3"]


def test_when_the_list_is_done_nobody_is_called_until_somebody_is_found():
    desk = Desk(1).press(Press.NO_ANSWER)
    assert desk.at() == (Phase.NOBODY, None)
    assert desk.session.phase is Phase.NOBODY
    assert usable(desk.session) == {Press.UNDO}
    desk.do(happening.found(desk.session, planned(7), "fresh"))
    assert desk.at() == (Phase.SCRIPT, "p7")


def test_who_is_chosen_comes_first_and_a_close_is_logged():
    desk = Desk().press(Press.NO)
    desk.do(happening.chosen(desk.session, planned(3), "fresh"))
    assert desk.at() == (Phase.SCRIPT, "p3")
    assert desk.log["call-1"].ending is Ending.MOVED_ON
    assert [one.prospect.id for one in desk.session.ahead] == ["p2"]


def test_numbers_and_sound_come_later_and_leave_the_rest_as_it_is():
    desk = Desk().press(Press.NO, Press.HUNG_UP)
    desk.do(happening.measured(desk.session, "call-1", NUMBERS))
    desk.do(happening.sound_kept(desk.session, "call-1", "2026/11/x.flac"))
    call = desk.log["call-1"]
    assert (call.measured, call.sound, call.outcome) == (NUMBERS, "2026/11/x.flac", Outcome.NO)


def test_numbers_of_what_was_taken_back_are_dropped():
    desk = Desk().press(Press.NO, Press.HUNG_UP, Press.UNDO)
    desk.do(happening.measured(desk.session, "call-1", NUMBERS))
    assert desk.log == {}


def test_how_they_said_no_is_one_tap_for_the_last_call_and_can_be_taken_back():
    desk = Desk().press(Press.NO)
    assert desk.state.said_no == ()
    desk.press(Press.HUNG_UP)
    assert SaidNo.BUSY in desk.state.said_no
    assert SaidNo.NO_REPLY not in desk.state.said_no
    desk.do(happening.how_they_said_no(desk.session, SaidNo.BUSY))
    assert (desk.log["call-1"].said_no, desk.state.said) == (SaidNo.BUSY, SaidNo.BUSY)
    desk.do(happening.how_they_said_no(desk.session, SaidNo.BUSY))
    assert desk.log["call-1"].said_no is None
    desk.press(Press.NO_ANSWER)
    assert desk.state.said_no == ()


def test_a_close_without_a_press_is_offered_as_a_no():
    desk = Desk()
    desk.do(happening.noticed(desk.session, desk.now(), by_itself=False))
    assert (desk.state.noticed, desk.log) == (True, {})
    assert main_press(desk.state) is Press.NO
    desk.press(Press.NO)
    assert desk.acts[-1] == CloseBegan("call-1", noticed=True)
    assert not desk.state.noticed


def test_whoever_goes_on_after_a_close_that_was_noticed_has_it_logged():
    desk = Desk()
    desk.do(happening.noticed(desk.session, desk.now(), by_itself=False))
    desk.press(Press.NEXT)
    assert desk.outcomes == {"p1": Outcome.NO}
    assert desk.at() == (Phase.SCRIPT, "p2")


def test_a_notice_can_be_waved_away():
    desk = Desk()
    desk.do(happening.noticed(desk.session, desk.now(), by_itself=False))
    desk.press(Press.BACK)
    assert (desk.state.noticed, desk.log) == (False, {})


def test_hands_free_it_is_logged_by_itself_and_undo_takes_it_back():
    desk = Desk()
    desk.do(happening.noticed(desk.session, desk.now(), by_itself=True))
    assert (desk.at(), desk.outcomes) == ((Phase.CLOSING, "p1"), {"p1": Outcome.NO})
    desk.press(Press.UNDO)
    assert (desk.at(), desk.log) == ((Phase.SCRIPT, "p1"), {})


def test_a_close_on_a_yes_is_not_noticed():
    desk = Desk().press(Press.YES)
    desk.do(happening.noticed(desk.session, desk.now(), by_itself=True))
    assert desk.outcomes == {"p1": Outcome.YES}


def test_ending_logs_a_close_that_goes_on():
    desk = Desk().press(Press.NO)
    desk.do(happening.ended(desk.session, "fresh"))
    assert desk.outcomes == {"p1": Outcome.NO}
    assert desk.at() == (Phase.NOBODY, None)


def test_what_stands_in_the_log_longest_ago_can_no_longer_be_taken_back():
    desk = Desk(0)
    for number in range(60):
        desk.do(happening.found(desk.session, planned(number), desk.fresh()))
        desk.press(Press.NO_ANSWER)
    assert len(desk.log) == 60
    for _ in range(60):
        desk.press(Press.UNDO)
    assert len(desk.log) == 10


def test_the_moment_of_a_call_stays_where_it_is_logged_anew():
    desk = Desk().press(Press.YES)
    at = desk.log["call-1"].started_at
    desk.press(Press.NO, Press.HUNG_UP)
    assert desk.log["call-1"].started_at == at


def test_a_prospect_without_a_number_can_be_called_all_the_same():
    desk = Desk(0)
    nameless = planned(1)
    nameless = replace(nameless, prospect=replace(nameless.prospect, numbers=()))
    desk.do(happening.found(desk.session, nameless, "x")).press(Press.NO_ANSWER)
    assert desk.log["x"].number is None
