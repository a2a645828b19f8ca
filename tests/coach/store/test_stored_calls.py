import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from called import LONDON, LONG_AGO, NEW_YORK, NOW, TOKYO, call, ids, number, person
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.calls.call import Call, Ending, Measured, Outcome, SaidNo
from coach.calls.next_call import Status
from coach.calls.prospect import Prospect
from coach.calls.rotation import next_call
from coach.store import list_reading
from coach.store.opening import open_store
from coach.verdict import Result

any_prospect = st.builds(
    Prospect,
    id=st.text(min_size=1, max_size=64),
    name=st.text(),
    company=st.text(),
    first_name=st.text(),
    numbers=st.lists(st.sampled_from([number(digit) for digit in range(9)]), unique=True).map(tuple),
    email=st.text(),
    time_zone=st.sampled_from([None, NEW_YORK, LONDON]),
    note=st.text(),
    more=st.dictionaries(st.text(), st.text(), max_size=3),
    never=st.booleans(),
    postponed=st.none() | st.dates(),
)
any_call = st.builds(
    Call,
    id=st.text(min_size=1, max_size=64),
    prospect=st.none() | st.just("p1"),
    started_at=st.datetimes(
        datetime(1970, 1, 2),  # noqa: DTZ001
        datetime(2200, 1, 1),  # noqa: DTZ001
        timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30))]),
    ),
    outcome=st.sampled_from(Outcome),
    offer=st.none() | st.text(min_size=1),
    number=st.just(number(1)),
    ending=st.none() | st.sampled_from(Ending),
    said_no=st.none() | st.sampled_from(SaidNo),
    left_message=st.booleans(),
    measured=st.none() | st.builds(Measured, st.sampled_from(Result), st.none() | st.floats(0, 9), headline=st.text()),
    sound=st.none() | st.text(),
    note=st.text(),
)
fresh_each_time = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@fresh_each_time
@given(any_prospect)
def test_a_prospect_comes_back_as_it_went(calls, prospect):
    calls.remove(prospect.id)
    known = set(calls.never_called())
    calls.put([prospect])
    expected = replace(prospect, never=prospect.never or not known.isdisjoint(prospect.numbers))
    assert calls.get(prospect.id) == expected


@fresh_each_time
@given(any_call)
def test_a_call_comes_back_as_it_went(calls, call):
    calls.log(call)
    assert call in calls.calls(limit=1000)
    calls.take_back(call.id)
    assert calls.calls() == []


@fresh_each_time
@given(st.lists(any_call.map(lambda call: replace(call, prospect="p1")), max_size=6, unique_by=lambda call: call.id))
def test_each_list_holds_who_the_rotation_puts_there(calls, offers, log):
    calls.put([person(1)])
    calls.log_these(log)
    expected = next_call(calls.get("p1"), log, offers, NOW)
    lists = {Status.NEVER: calls.never(NOW), Status.WAITING: calls.waiting(NOW)}
    lists[Status.DUE] = lists[Status.OVERDUE] = calls.due(NOW)
    assert [planned.next for planned in lists[expected.status]] == [expected]
    assert len(calls.due(NOW)) + len(calls.waiting(NOW)) + len(calls.never(NOW)) == 1
    assert calls.due_count(NOW) == (expected.status in {"due", "overdue"}, expected.status == "overdue")
    assert calls.planned("p1", NOW).next == expected
    for one in log:
        calls.take_back(one.id)
    assert ids(calls.due(NOW)) == ["p1"]


def test_the_longest_overdue_comes_first_and_who_is_new_last(calls):
    calls.put([person(digit) for digit in range(5)])
    for digit, ago in ((1, 30), (2, 90), (3, 60), (4, 10)):
        calls.log(call(f"c{digit}", Outcome.NO, f"p{digit}", NOW - timedelta(days=ago)))
    assert ids(calls.due(NOW)) == ["p2", "p3", "p1", "p0"]
    assert ids(calls.waiting(NOW)) == ["p4"]
    assert calls.due_count(NOW) == (4, 2)


def test_pages_leave_nobody_out(calls, monkeypatch):
    calls.put([person(digit) for digit in range(9)])
    for digit in range(4):
        calls.log(call(f"c{digit}", Outcome.NO, f"p{digit}"))
    seen = []
    while page := calls.due(NOW, limit=2, after=seen[-1] if seen else None):
        seen += ids(page)
    assert seen == ids(calls.due(NOW))
    assert len(seen) == 9


def test_everybody_is_read_in_the_order_of_the_list(calls, monkeypatch):
    monkeypatch.setattr(list_reading, "AT_A_TIME", 2)
    calls.put([person(digit) for digit in (3, 1, 4, 5, 9)])
    calls.put([person(3, name="Ms Okafor")])  # who is put again keeps the place
    assert [prospect.name for prospect in calls.everybody()] == [
        "Ms Okafor", "Mr Okafor 1", "Mr Okafor 4", "Mr Okafor 5", "Mr Okafor 9"
    ]  # fmt: skip
    assert calls.count() == 5


def test_all_calls_are_read_in_order_of_time(calls, monkeypatch):
    for name, days in (("b", 3), ("a", 5), ("c", 1)):
        calls.log(call(name, Outcome.NO, at=NOW - timedelta(days=days)))
    assert [one.id for one in calls.all_calls()] == ["a", "b", "c"]
    assert [one.id for one in calls.calls()] == ["c", "b", "a"]
    assert [one.id for one in calls.calls(since=NOW - timedelta(days=3))] == ["c", "b"]
    assert calls.calls(prospect="p2") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("oka", ["p1", "p2"]),
        ("OKA bik", ["p1"]),
        ("bik oka", ["p1"]),
        ("renée", ["p3"]),
        ("RENEE", ["p3"]),
        ("ikes", []),
        ("okafor lindqvist", []),
        ("0101", ["p1"]),
        ("(212) 555-0102", ["p2"]),
        ("+1 212 555 0102", ["p2"]),
        ("020 7946 0003", ["p3"]),
        ("555", ["p1", "p2"]),
        ("okafor 0102", ["p2"]),
        ("%", []),
        ("", []),
        ("…", []),
    ],
)
def test_who_is_found(calls, text, found):
    renee = person(3, name="Renée Løvborg", company="", numbers=("+442079460003",))
    calls.put([person(1), person(2, company="Okafor & Sons"), renee])
    assert [prospect.id for prospect in calls.find(text)] == found


def test_who_was_changed_is_found_by_what_they_are_called_now(calls):
    calls.put([person(1)])
    calls.put([person(1, name="Ms Lindqvist", company="", numbers=(number(7),))])
    assert calls.find("okafor") == calls.find("0101") == []
    assert [prospect.id for prospect in calls.find("lindq")] == ["p1"]
    assert list(calls.by_number([number(7), number(1)])) == [number(7)]


def test_a_search_of_one_letter_in_a_long_list_has_as_many_as_asked_for(calls):
    calls.put([person(digit) for digit in range(9)])
    assert len(calls.find("o", limit=4)) == 4


def test_who_shares_a_number_is_known_by_it_in_the_order_of_the_list(calls):
    calls.put([person(2, numbers=(number(1), number(2))), person(1)])
    assert {key: found.id for key, found in calls.by_number([number(1), number(2), number(3)]).items()} == {
        number(1): "p2",
        number(2): "p2",
    }


def test_next_is_who_is_due_and_awake(calls):
    calls.put([person(1, time_zone=TOKYO), person(2, time_zone=LONDON), person(3, time_zone=NEW_YORK)])
    calls.log(call("c1", Outcome.NO, "p1"))  # overdue, but it is midnight in Tokyo
    assert calls.next_due(NOW).prospect.id == "p2"
    assert calls.next_due(NOW, skip=["p2"]).prospect.id == "p3"
    assert calls.next_due(NOW, skip=["p2", "p3"]) is None
    assert calls.next_due(NOW.replace(hour=23)).prospect.id == "p1"


def test_who_has_no_known_zone_is_called_in_the_user_s_own_hours(calls, monkeypatch):
    calls.put([person(1, time_zone=None), person(2, time_zone="Atlantis/Deep")])
    assert calls.next_due(datetime(2026, 11, 24, 15).astimezone()).prospect.id == "p1"
    assert calls.next_due(datetime(2026, 11, 24, 3).astimezone()) is None


@pytest.mark.parametrize("left", [["a"], ["a", "b"], []])
def test_who_has_heard_all_there_is_waits_until_there_is_another_offer(calls, offers, left):
    calls.put([person(1), person(2)])
    calls.log(call("c1", Outcome.NO, offer="b"))
    calls.log(call("c2", Outcome.NO, at=LONG_AGO + timedelta(days=30), offer="a"))
    offers[:] = left
    assert "p1" in ids(calls.waiting(NOW))
    assert ids(calls.due(NOW)) == (["p2"] if left else [])
    assert calls.next_due(NOW) == (calls.planned("p2", NOW) if left else None)
    offers[:] = ["a", "b", "d"]
    assert calls.next_due(NOW).next.offer == "d"


def test_a_gatekeeper_is_asked_after_the_message_though_no_offer_is_left(calls, offers):
    calls.put([person(1)])
    calls.log(call("c1", Outcome.GATEKEEPER, left_message=True))
    offers.clear()
    assert ids(calls.due(NOW)) == ["p1"]


def test_a_wrong_number_is_the_one_that_was_to_be_called(calls):
    calls.put([person(1, numbers=(number(1), number(2)))])
    calls.log(call("c1", Outcome.WRONG_NUMBER, at=NOW))
    assert calls.planned("p1", NOW).next.number == number(2)
    calls.log(call("c2", Outcome.WRONG_NUMBER, at=NOW + timedelta(minutes=1)))
    assert calls.planned("p1", NOW).next.earliest is None
    calls.put([replace(calls.get("p1"), numbers=(number(3),))])
    assert calls.planned("p1", NOW).next.number == number(3)


def test_a_call_that_is_logged_anew_counts_once_and_for_whom_it_was(calls):
    calls.put([person(1), person(2)])
    calls.log(call("c1", Outcome.NEVER))
    calls.log(call("c1", Outcome.NO, "p2", NOW))
    assert ids(calls.due(NOW)) == ["p1"]
    assert ids(calls.waiting(NOW)) == ["p2"]
    assert calls.counts(LONG_AGO).dials == 1


def test_a_call_outlives_its_prospect(calls):
    calls.put([person(1)])
    calls.log(call("c1", Outcome.NO))
    calls.remove("p1")
    assert [one.prospect for one in calls.calls()] == ["p1"]
    assert calls.planned("p1", NOW) is None
    assert calls.find("okafor") == []


def test_counts_of_a_stretch_of_time(calls):
    pauses = [0.6, 0.9, 1.4]
    for turn, pause in enumerate(pauses):
        measured = Measured(Result.PASS, pause)
        calls.log(call(f"no{turn}", Outcome.NO, at=NOW - timedelta(minutes=turn), measured=measured))
    calls.log(call("yes", Outcome.YES, at=NOW))
    calls.log(call("nobody", Outcome.NO_ANSWER, at=NOW, offer=None))
    calls.log(call("earlier", Outcome.NO, at=NOW - timedelta(days=2), offer="b"))
    day = calls.counts(NOW - timedelta(hours=1))
    assert (day.dials, day.offers, day.answers, day.noes, day.yeses, day.usual_pause) == (5, 4, 4, 3, 1, 0.9)
    assert calls.counts(NOW - timedelta(minutes=1), NOW).usual_pause == 0.9
    assert calls.counts(NOW - timedelta(minutes=2), NOW).usual_pause == 1.15
    assert calls.counts(NOW + timedelta(hours=1)).dials == 0
    assert calls.given() == {"a": 4, "b": 1}


def test_weeks_count_who_becomes_due_in_them(calls):
    calls.put([person(digit) for digit in range(4)])
    for digit, ago in ((1, 20), (2, 14), (3, 300)):
        calls.log(call(f"c{digit}", Outcome.NO, f"p{digit}", NOW - timedelta(days=ago)))
    weeks = calls.weeks(NOW, 3)
    assert [(week.start, week.due) for week in weeks] == [
        (date(2026, 11, 23), 1),
        (date(2026, 11, 30), 1),
        (date(2026, 12, 7), 0),
    ]


def test_postponed_and_taken_back(calls):
    calls.put([person(1)])
    calls.postpone("p1", date(2026, 12, 1))
    assert ids(calls.waiting(NOW)) == ["p1"]
    assert calls.planned("p1", NOW).next.because == "Not called yet; the first offer is A, postponed to 1 December."
    calls.postpone("p1", None)
    calls.postpone("nobody", None)
    assert ids(calls.due(NOW)) == ["p1"]


def test_putting_many_is_all_or_nothing(calls):
    with pytest.raises(AttributeError):
        calls.put([*(person(digit) for digit in range(9)), *[None]])
    assert calls.count() == 0


def test_two_programs_share_one_list(fresh_database, offers, calls):
    calls.put([person(digit) for digit in range(9)])
    with open_store(fresh_database, offers=lambda: offers) as other:
        both = [
            threading.Thread(target=lambda log=log, start=start: [
                log(call(f"c{turn}", Outcome.NO, f"p{turn % 9}", LONG_AGO + timedelta(minutes=turn)))
                for turn in range(start, 60, 2)
            ])
            for start, log in enumerate((calls.log, other.calls.log))
        ]  # fmt: skip
        for one in both:
            one.start()
        for one in both:
            one.join()
    assert calls.counts(LONG_AGO).dials == 60
