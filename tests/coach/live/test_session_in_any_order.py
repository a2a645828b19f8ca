"""Any presses and events in any order: usable tells the truth, nothing is logged twice, Undo is exact."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from list_in_memory import planned
from pressing_desk import NUMBERS, Desk

from coach.calls.call import Outcome, SaidNo
from coach.live import happening
from coach.live.session import usable
from coach.live.state import Phase, Press

EVENTS = ("found", "noticed", "by itself", "measured", "said no", "chosen")
STEPS = st.lists(st.one_of(st.sampled_from(Press), st.sampled_from(EVENTS)), max_size=40)


def happen(desk, event):
    newest = desk.session.logged[-1].call.id if desk.session.logged else "nobody"
    match event:
        case "found":
            desk.do(happening.found(desk.session, planned(len(desk.acts) + 10), desk.fresh()))
        case "noticed" | "by itself":
            desk.do(happening.noticed(desk.session, desk.now(), by_itself=event == "by itself"))
        case "measured":
            desk.do(happening.measured(desk.session, newest, NUMBERS))
        case "said no":
            desk.do(happening.how_they_said_no(desk.session, SaidNo.BUSY))
        case "chosen":
            desk.do(happening.chosen(desk.session, planned(2), desk.fresh()))


@given(STEPS)
def test_in_any_order_usable_tells_the_truth_and_nothing_is_logged_twice(steps):
    desk = Desk()
    for step in steps:
        before, entries = desk.session, dict(desk.log)
        if step in EVENTS:
            happen(desk, step)
        else:
            can = usable(before)
            desk.press(step)
            assert (desk.session != before) == (step in can)
        assert len(desk.log) - len(entries) in {-1, 0, 1}
        assert [entry.call for entry in desk.session.logged] == list(desk.log.values())
        running = [call for call in desk.log.values() if call.outcome is Outcome.UNFINISHED]
        assert len(running) <= 1
        assert bool(running) <= (desk.session.phase is Phase.CLOSING)
        assert (desk.session.phase is Phase.NOBODY) == (desk.session.planned is None)
        coming = [one.prospect.id for one in desk.session.ahead]
        assert len({*coming, desk.session.planned and desk.session.planned.prospect.id}) == len(coming) + 1


@given(STEPS, st.sampled_from(Press))
def test_undo_takes_back_exactly_the_last_entry(steps, last):
    desk = Desk()
    for step in steps:
        happen(desk, step) if step in EVENTS else desk.press(step)
    before, showed, call = dict(desk.log), desk.session.planned, desk.session.call
    desk.press(last)
    new = set(desk.log) - set(before)
    if not new:
        return
    desk.press(Press.UNDO)
    assert desk.log == before
    assert (desk.session.planned, desk.session.call, desk.session.phase) == (showed, call, Phase.SCRIPT)
