"""The trainer's table: any part of it in any order, and what is looked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reviewed_takes import comment, judged, word
from sample_takes import NOON, take, verdict

from coach.review.review import WHOLE
from coach.review.rows import By, Fault, Order, TakeRow
from coach.takes import Wanted
from coach.verdict import Check, Result

PASS, FAIL, UNSURE, NOT_MEASURED = Result.PASS, Result.FAIL, Result.UNSURE, Result.NOT_MEASURED


def ids(store, *, order=None, **wanted):
    found = [row.id for row in store.rows.page(Wanted(**wanted), order or Order("time"))]
    assert store.takes.count(Wanted(**wanted)) == len(found)
    return [take_id.removeprefix("take") for take_id in found]


def test_a_row(store):
    store.takes.add(judged(1, FAIL, 0.3, drill="busy", sound="2026/11/take1.flac"))
    store.comments.add(comment(1))
    store.reviews.put(word(1, (WHOLE, PASS)))
    assert store.rows.page() == [
        TakeRow("take1", "Ana", NOON + timedelta(minutes=1), "busy", 0.3, 4.5, FAIL, Fault("pause", "short"),
                pytest.approx(1 / (1 + 0.2 / 0.012)), PASS, True, 1, "2026/11/take1.flac")
    ]  # fmt: skip


def test_the_fault_that_matters_most(store):
    silence = Check("silence", FAIL, 1.0, 0.1, "s", 3.0, None, "short", "")
    run_together = Check("pause", FAIL, 0.0, 0.1, "s", 0.5, 2.0, "none", "")
    unsure = Check("ok", UNSURE, 0.1, 0.1, "s", 0.1, 2.0, "close call", "")
    own = Check("patience", FAIL, 0.1, 0.1, "s", 0.1, 2.0, "none left", "")
    store.takes.add(take(1, verdict=replace(verdict(FAIL), checks=(unsure, own, silence, run_together))))
    store.takes.add(judged(2, UNSURE, 0.51))
    store.takes.add(judged(3))
    store.takes.add(take(4, verdict=replace(verdict(FAIL), checks=(own,))))
    faults = {row.id: row.fault for row in store.rows.page()}
    assert faults == {
        "take1": Fault("pause", "none"),
        "take2": Fault("pause", "close call"),
        "take3": None,
        "take4": Fault("patience", "none left"),
    }


@pytest.fixture
def team(store):
    """Six takes, each unlike the others."""
    for one in (
        judged(1, PASS, 0.515, rep="Bo", drill="busy"),
        judged(2, UNSURE, 0.505, note="Café, in the hall."),
        judged(3, FAIL, 0.2, rep="Ána Lee", source="holidays.wav"),
        judged(4, PASS, 1.2, rep="Bo"),
        judged(5, UNSURE, 0.497, drill="asks_to_wait"),
        take(6, verdict=replace(verdict(NOT_MEASURED), checks=(), close=None, closes=(), utterances=())),
    ):
        store.takes.add(one)
    return store


def test_the_usual_order_is_that_of_doubt(team):
    assert ids(team, order=Order()) == ["5", "2", "1", "3", "4", "6"]


@pytest.mark.parametrize(
    ("by", "falling", "expected"),
    [
        ("time", True, "654321"),
        ("time", False, "123456"),
        ("pause", False, "352146"),
        ("pause", True, "412536"),
        ("rep", False, "652413"),
        ("rep", True, "341652"),
        ("drill", False, "516432"),
        ("drill", True, "156432"),
        ("verdict", False, "364152"),
        ("silence", True, "543216"),
        ("doubt", False, "643125"),
    ],
)
def test_in_any_order(team, by, falling, expected):
    assert ids(team, order=Order(by, falling)) == list(expected)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"reps": frozenset({"Ana", "Bo"})}, "65421"),
        ({"reps": frozenset()}, ""),
        ({"rep": "Bo"}, "41"),
        ({"drill": "busy"}, "1"),
        ({"drill": ""}, "6432"),
        ({"since": NOON + timedelta(minutes=2), "until": NOON + timedelta(minutes=4)}, "32"),
        ({"needs_a_look": True}, "521"),
        ({"needs_a_look": False}, "643"),
        ({"verdict": UNSURE, "rep": "Ana"}, "52"),
        ({"text": "bo"}, "41"),
        ({"text": "CAFE hall"}, "2"),
        ({"text": "ana"}, "6532"),
        ({"text": "wait"}, "5"),
        ({"text": "holidays.WAV"}, "3"),
        ({"text": "100%"}, ""),
        ({"text": "bo cafe"}, ""),
        ({"text": "  "}, "654321"),
        ({"text": "plain", "or_drills": frozenset({"busy", "none"})}, "1"),
        ({"text": "ana", "last": 2}, "65"),
    ],
)
def test_what_is_wanted(team, wanted, expected):
    assert ids(team, **wanted) == list(expected)


def test_what_a_trainer_has_a_word_on_needs_no_look(team):
    team.reviews.put(word(5, (WHOLE, FAIL)))
    assert ids(team, needs_a_look=True) == ["2", "1"]
    assert ids(team, reviewed=True) == ["5"]
    assert ids(team, reviewed=False) == list("64321")


def test_what_was_said_of_it_is_searched_too(team):
    team.comments.add(comment(4, text="Count three BREATHS."))
    team.comments.add(comment(4, at=2.0, text="100 % neutral"))
    assert ids(team, text="breaths bo") == ["4"]
    assert ids(team, text="100 %") == ["4"]
    team.comments.set_aside(["comment4-1.0"], NOON)
    assert ids(team, text="breaths") == []


def test_what_was_set_aside_is_in_no_row(team):
    team.takes.set_aside(Wanted(rep="Bo"), NOON)
    assert ids(team) == list("6532")
    assert team.rows.place("take4") is None


@pytest.mark.parametrize("by", get_args(By))
@pytest.mark.parametrize("falling", [True, False])
def test_each_page_goes_on_where_the_last_ended(team, by, falling):
    order = Order(by, falling)
    every = team.rows.page(order=order)
    assert [row for start in range(0, 8, 2) for row in team.rows.page(order=order, offset=start, limit=2)] == every
    assert [team.rows.place(row.id, order=order) for row in every] == list(range(6))


values = st.none() | st.floats(0, 2)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=15)
@given(
    st.lists(st.tuples(values, st.sampled_from(["Ana", "Bo"]), st.sampled_from([None, "", "busy"])), max_size=12),
    st.sampled_from(["doubt", "time", "rep", "drill", "pause", "silence", "verdict"]),
    st.booleans(),
)
def test_the_place_of_a_take_is_where_it_stands(store, given_takes, by, falling):
    store.takes.delete_these([one.id for one in store.takes.newest()])
    for number, (pause, rep, drill) in enumerate(given_takes):
        like = verdict(PASS, pause or 0.8)
        close = None if pause is None else like.close
        store.takes.add(take(number % 3, id=f"t{number}", verdict=replace(like, close=close), rep=rep, drill=drill))
    order = Order(by, falling)
    rows = store.rows.page(order=order)
    assert sorted(row.id for row in rows) == sorted(f"t{number}" for number in range(len(given_takes)))
    assert [store.rows.place(row.id, order=order) for row in rows] == list(range(len(rows)))


def test_the_drills_there_are_and_the_recordings_that_are_known(team):
    assert team.takes.drills() == ["asks_to_wait", "busy"]
    team.takes.add(judged(7, content="abc"))
    team.takes.set_aside(Wanted(ids=frozenset({"take7"})), NOON)
    assert team.takes.known(["abc", "def"]) == {"abc": "take7"}
    assert team.takes.known([]) == {}
