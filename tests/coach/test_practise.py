"""What to practise next, and why."""

import pytest

from coach.practise import what_next
from coach.tallies import DrillTally, FaultTally

TITLES = {"plain": "Plain no", "objection": "Objection", "busy": "Busy"}


def advice(*drills, faults=(), titles=TITLES):
    return what_next([DrillTally(*drill) for drill in drills], [FaultTally(*fault) for fault in faults], titles)


@pytest.mark.parametrize(("judged", "says"), [(0, "5 more takes"), (3, "2 more takes"), (4, "1 more take.")])
def test_a_few_takes_say_too_little(judged, says):
    assert says in advice((None, 0, judged)).sentence


def test_a_drill_that_is_passed_less_often_comes_first():
    said = advice(("objection", 12, 20), ("plain", 27, 30), faults=[("silence", "short", 9)])
    assert said.drill == "objection"
    assert said.sentence == "Objection: you pass 12 of 20. Plain no: 27 of 30."


def test_a_drill_of_few_takes_does_not_stand_out():
    said = advice(("objection", 0, 4), ("plain", 29, 30), titles={})
    assert said.drill is None


def test_then_the_fault_that_comes_most_often():
    said = advice((None, 40, 60), faults=[("silence", "short", 12), ("pause", "short", 8)])
    assert said.drill is None
    assert said.sentence == (
        "Short silence: 12 of your last 60 takes. "
        "Stay silent a little longer after “Good-bye”, so they can still speak or go first."
    )


def test_a_slip_is_no_fault_to_practise():
    assert "Short" not in advice((None, 59, 60), faults=[("silence", "short", 1)], titles={}).sentence


def test_then_a_drill_that_was_never_tried():
    said = advice(("plain", 20, 20), ("objection", 19, 20))
    assert said.drill == "busy"
    assert said.sentence == "Busy: you have not tried that one lately."


def test_a_drill_that_is_no_longer_there_is_still_named():
    said = advice(("send_me_something", 1, 10), ("plain", 10, 10), titles={})
    assert said.sentence.startswith("Send me something: you pass 1 of 10.")
