"""The desk on the call list as it is stored."""

import pytest
from list_in_memory import prospect

from coach.calls.call import Outcome, SaidNo
from coach.live.state import Phase, Press
from coach.store.opening import open_store

from .conftest import ROOM, close


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "okbye.db", offers=lambda: ["a", "b"]) as store:
        store.calls.put([prospect(number, time_zone=None) for number in range(1, 5)])
        yield store


@pytest.fixture
def calls(store):
    return store.calls


@pytest.fixture
def desk(desk, store):
    """Closed before the store is."""
    yield desk
    desk.close()


def logged(calls):
    return {call.prospect: call.outcome for call in calls.calls()}


def test_a_call_goes_in_with_its_numbers_and_out_again(desk, calls, listener, microphone, qtbot):
    desk.begin()
    desk.begin("p1")
    listener.open()
    microphone.play(ROOM)
    qtbot.waitUntil(lambda: desk.state.planned is not None and desk.state.planned.prospect.id == "p1")
    qtbot.waitUntil(lambda: desk._line.at() is not None)
    close(desk, microphone)
    desk.said_no(SaidNo.BUSY)
    qtbot.waitUntil(lambda: any(call.measured for call in calls.calls()))
    (call,) = calls.calls()
    assert (call.outcome, call.said_no, call.number) == (Outcome.NO, SaidNo.BUSY, "+12125550101")
    assert call.measured.pause == pytest.approx(0.8, abs=0.03)
    qtbot.waitUntil(lambda: desk.state.hour.noes == 1)
    desk.press(Press.UNDO)
    qtbot.waitUntil(lambda: logged(calls) == {})
    assert (desk.state.phase, desk.state.planned.prospect.id) == (Phase.SCRIPT, "p1")


def test_what_a_crash_leaves_is_unfinished(desk, calls, qtbot):
    desk.begin("p2")
    qtbot.waitUntil(lambda: desk.state.planned is not None and desk.state.planned.prospect.id == "p2")
    desk.press(Press.NO)
    qtbot.waitUntil(lambda: logged(calls) == {"p2": Outcome.UNFINISHED})
    desk.press(Press.THEY_WENT_FIRST)
    qtbot.waitUntil(lambda: logged(calls) == {"p2": Outcome.NO})
