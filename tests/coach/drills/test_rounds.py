from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lanes import judged, lane

from coach.drills.drill import Drill, Plan
from coach.drills.rounds import NOT_SOON, Round, Wish


def drill(name: str) -> Drill:
    return Drill(id=name, title=name.title(), category="C", trains="T.", right="R.", prospect=Plan(answer=("plain",)))


DRILLS = [drill(f"drill{number}") for number in range(7)]
GOOD = judged("hhhhh.nnnnn", lane("11 5 oooo 9 ffffff 40"))
SOON = judged("hhhhh.nnnnn", lane("11 5 oooo 9 ffffff 10"))
SHORT = judged("hhhhh.nnnnn", lane("11 5 oooo 2 ffffff 40"))
UNSURE = judged("hhhhh.nnnnn", lane("11 5 oooo 5 ffffff 40"))
LOST = judged("hhhhh.nnnnn", lane("11 5 oooo 9 ffffff 40"), lost=(2.0,))


def run(verdicts, members=DRILLS[:1]):
    going = Round(members, Wish(), 1)
    for verdict in verdicts:
        going.note(going.next_drill(), verdict)
    return going.summary()


def test_so_many_takes():
    going = Round(DRILLS[:1], Wish(takes=2), 1)
    assert going.number == 1
    going.note(going.next_drill(), GOOD)
    assert going.number == 2
    going.note(going.next_drill(), GOOD)
    assert going.next_drill() is None


def test_ten_minutes():
    going = Round(DRILLS, Wish(seconds=600), 1)
    assert going.next_drill(599.0) in DRILLS
    assert going.next_drill(600.0) is None


@given(st.integers(), st.integers(1, 7), st.integers(1, 60))
def test_no_drill_comes_again_too_soon(seed, members, takes):
    going = Round(DRILLS[:members], Wish(), seed)
    drawn = [going.next_drill().id for _ in range(takes)]
    apart = min(NOT_SOON, members - 1)
    for number, name in enumerate(drawn):
        assert name not in drawn[max(0, number - apart) : number]


@given(st.integers())
def test_every_drill_comes_before_one_comes_a_third_time(seed):
    going = Round(DRILLS, Wish(), seed)
    drawn = [going.next_drill().id for _ in range(2 * len(DRILLS))]
    assert set(drawn) == {drill.id for drill in DRILLS}


def test_the_same_seed_draws_the_same():
    one, other = Round(DRILLS, Wish(), 5), Round(DRILLS, Wish(), 5)
    assert [(one.next_drill(), one.draw_seed()) for _ in range(9)] == [
        (other.next_drill(), other.draw_seed()) for _ in range(9)
    ]
    assert len({one.draw_seed() for _ in range(20)}) == 20


@pytest.mark.parametrize(
    ("verdicts", "streak", "longest"),
    [
        ([], 0, 0),
        ([GOOD, GOOD, SOON], 0, 2),
        ([SOON, GOOD, UNSURE, GOOD, LOST], 2, 2),
        ([GOOD] * 3, 3, 3),
    ],
)
def test_streaks_of_clean_takes(verdicts, streak, longest):
    summary = run(verdicts)
    assert (summary.streak, summary.longest_streak) == (streak, longest)


def test_a_summary():
    summary = run([SOON, SHORT, SOON, LOST, GOOD, GOOD])
    assert (summary.takes, summary.passed, summary.not_measured) == (6, 2, 1)
    assert summary.usual_fault == "You hung up too soon."
    assert summary.says == (
        "2 of 6 as wanted. 1 could not be measured. Most often: You hung up too soon (2 times). The last 2 were clean."
    )
    assert summary.next_drill == "drill0"
    assert summary.because == "Drill0: 2 of 5 as wanted."


def test_what_is_weakest_comes_next():
    going = Round(DRILLS[:3], Wish(), 1)
    drawn = []
    for verdict in (GOOD, SOON, GOOD, GOOD, GOOD, GOOD):
        drawn.append(going.next_drill())
        going.note(drawn[-1], verdict)
    assert going.summary().next_drill == drawn[1].id


def test_where_nothing_went_wrong_nothing_is_urged():
    assert run([GOOD, UNSURE]).next_drill is None
    assert run([]).says == "No take was made."
