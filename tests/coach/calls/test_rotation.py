import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.calls.call import Call, Outcome
from coach.calls.next_call import Status
from coach.calls.prospect import Prospect
from coach.calls.rotation import next_call
from coach.calls.rules import Rules, awake
from coach.takes import day_of

OFFERS = ["a", "b", "c"]
NUMBER, OTHER = "+12125550123", "+442079460123"
OKAFOR = Prospect("okafor", "Mr Okafor", company="Okafor Bikes", numbers=(NUMBER,))
NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)

moments = st.datetimes(datetime(2024, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
histories = st.lists(
    st.builds(
        Call,
        id=st.uuids().map(str),
        prospect=st.just("okafor"),
        started_at=moments,
        outcome=st.sampled_from(Outcome),
        offer=st.sampled_from([None, *OFFERS, "d"]),
        number=st.sampled_from([NUMBER, OTHER]),
        left_message=st.booleans(),
    ),
    max_size=8,
)
people = st.builds(
    replace,
    st.just(OKAFOR),
    numbers=st.sampled_from([(), (NUMBER,), (NUMBER, OTHER)]),
    never=st.booleans(),
    postponed=st.none() | st.dates(date(2025, 1, 1), date(2028, 1, 1)),
)
offered = st.lists(st.sampled_from([*OFFERS, "d", "e"]), unique=True)
LATER = [Status.WAITING, Status.DUE, Status.OVERDUE]


@pytest.fixture
def place(monkeypatch):
    """Whoever asks lives in that zone."""

    def live(zone):
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield live
    monkeypatch.undo()
    time.tzset()


def call(outcome, day, offer="a", hour=10, **more):
    started_at = datetime(2026, *day, hour, tzinfo=UTC) if isinstance(day, tuple) else day
    return Call(f"{outcome}-{started_at:%m%d%H}", "okafor", started_at, outcome, offer, **more)


@given(people, histories, offered, moments)
def test_never_before_three_weeks_after_a_no(prospect, calls, offers, now):
    found = next_call(prospect, calls, offers, now)
    for one in calls:
        if one.outcome is Outcome.NO and found.earliest is not None:
            assert found.earliest >= day_of(one.started_at) + timedelta(days=21)


@given(people, histories, offered, moments)
def test_never_one_of_the_last_two_offers(prospect, calls, offers, now):
    found = next_call(prospect, calls, offers, now)
    newest_first = sorted(calls, key=lambda one: (one.started_at, one.id), reverse=True)
    heard = list(dict.fromkeys(one.offer for one in newest_first if one.offer))
    assert found.offer not in heard[:2]
    assert found.offer in [None, *offers]


@given(people, histories, offered, moments)
def test_never_call_again_always_wins(prospect, calls, offers, now):
    said = prospect.never or any(one.outcome is Outcome.NEVER for one in calls)
    found = next_call(prospect, calls, offers, now)
    assert (found.status is Status.NEVER) == said
    if said:
        assert (found.earliest, found.until, found.offer, found.number) == (None, None, None, None)


@given(people, histories, offered, moments, st.timedeltas(timedelta(0), timedelta(days=900)))
def test_what_is_due_stays_due_as_time_goes_on(prospect, calls, offers, now, gone):
    before, after = (next_call(prospect, calls, offers, at) for at in (now, now + gone))
    if before.status is Status.NEVER:
        assert after.status is Status.NEVER
    else:
        assert LATER.index(after.status) >= LATER.index(before.status)
    assert (after.until, after.offer, after.number) == (before.until, before.offer, before.number)


@given(people, histories.flatmap(lambda calls: st.tuples(st.just(calls), st.permutations(calls))), offered, moments)
def test_the_order_in_which_calls_are_told_does_not_matter(prospect, calls, offers, now):
    told, shuffled = calls
    assert next_call(prospect, told, offers, now) == next_call(prospect, shuffled, offers, now)


@given(people, histories, offered, moments)
def test_every_result_has_one_sentence_and_a_window_that_fits_its_status(prospect, calls, offers, now):
    found = next_call(prospect, calls, offers, now)
    assert found.because.endswith(".")
    assert ". " not in found.because
    assert "None" not in found.because
    if found.earliest is not None:
        assert found.until is None or found.earliest <= found.until
        assert (found.status is Status.WAITING) == (day_of(now) < found.earliest)
    assert found.offer is not None or found.ask_for_answer or found.earliest is None


@given(people, histories, offered, moments)
def test_not_before_the_day_it_was_postponed_to(prospect, calls, offers, now):
    found = next_call(prospect, calls, offers, now)
    if prospect.postponed is not None and found.earliest is not None:
        assert found.earliest >= prospect.postponed


@given(histories, offered, moments)
def test_a_gatekeeper_who_took_a_message_is_asked_two_to_five_days_later(calls, offers, now):
    last = max((one.started_at for one in calls), default=NOW) + timedelta(hours=1)
    harmless = [one for one in calls if one.outcome in {Outcome.GATEKEEPER, Outcome.NO_ANSWER, Outcome.YES}]
    found = next_call(OKAFOR, [*harmless, call(Outcome.GATEKEEPER, last, left_message=True)], offers, now)
    assert found.ask_for_answer
    assert found.offer is None
    assert found.earliest == day_of(last) + timedelta(days=2)
    assert found.until == day_of(last) + timedelta(days=5)


def test_three_to_six_weeks_after_a_no_with_an_offer_that_was_not_given_before():
    found = next_call(OKAFOR, [call(Outcome.NO, (11, 21))], OFFERS, NOW)
    assert found.status is Status.WAITING
    assert (found.earliest, found.until) == (date(2026, 12, 12), date(2027, 1, 2))
    assert found.offer == "b"
    assert found.because == "No to A on 21 November; 3 to 6 weeks later with another offer: B, not given before."


def test_due_within_the_window_and_overdue_after_it():
    calls = [call(Outcome.NO, (9, 1))]
    at = {day: next_call(OKAFOR, calls, OFFERS, datetime(2026, *day, 12, tzinfo=UTC)).status for day in (
        (9, 21), (9, 22), (10, 13), (10, 14)
    )}  # fmt: skip
    assert list(at.values()) == [Status.WAITING, Status.DUE, Status.DUE, Status.OVERDUE]


def test_once_all_were_given_the_one_given_longest_ago_comes_next():
    calls = [call(Outcome.NO, (2, 1), "b"), call(Outcome.NO, (4, 1), "a"), call(Outcome.NO, (6, 1), "c")]
    found = next_call(OKAFOR, calls, OFFERS, NOW)
    assert found.offer == "b"
    assert "B, given before, but not lately" in found.because


@pytest.mark.parametrize(
    ("given_before", "offers"), [(["a"], ["a"]), (["b", "a"], ["a", "b"]), (["b", "a"], []), (["a"], [])]
)
def test_without_a_different_offer_there_is_no_call_back(given_before, offers):
    calls = [call(Outcome.NO, (2 + turn, 1), offer) for turn, offer in enumerate(given_before)]
    found = next_call(OKAFOR, calls, offers, NOW)
    assert (found.status, found.earliest, found.offer) == (Status.WAITING, None, None)
    assert "needs an offer that is not one of the last two, and there is none" in found.because


def test_the_second_of_two_offers_is_given():
    assert next_call(OKAFOR, [call(Outcome.NO, (9, 1), "a")], ["a", "b"], NOW).offer == "b"


def test_a_message_without_a_reply_is_a_no_after_three_days():
    calls = [call(Outcome.MESSAGE, (11, 21))]
    found = next_call(OKAFOR, calls, OFFERS, NOW - timedelta(days=2))
    assert found.earliest == date(2026, 12, 15)
    assert "a no if there is no reply by 24 November" in found.because
    assert "a no since 24 November" in next_call(OKAFOR, calls, OFFERS, NOW).because


def test_a_message_that_was_answered_is_none():
    calls = [call(Outcome.VOICEMAIL, (11, 1), left_message=True), call(Outcome.YES, (11, 3))]
    found = next_call(OKAFOR, [*calls, call(Outcome.NO_ANSWER, (11, 20), None)], OFFERS, NOW)
    assert found.earliest == date(2026, 11, 21)


def test_nobody_answered_so_it_is_tried_again_from_the_next_day_on():
    found = next_call(OKAFOR, [call(Outcome.NO_ANSWER, (11, 23), None)], OFFERS, NOW)
    assert (found.status, found.earliest, found.offer) == (Status.DUE, date(2026, 11, 24), "a")
    assert found.because == "No answer on 23 November; try again from the next day on with A, not given before."


def test_nobody_answered_soon_after_a_no_does_not_bring_the_call_forward():
    calls = [call(Outcome.NO, (11, 10)), call(Outcome.NO_ANSWER, (11, 12), None)]
    found = next_call(OKAFOR, calls, OFFERS, NOW)
    assert found.earliest == date(2026, 12, 1)
    assert "the no of 10 November" in found.because


def test_the_message_is_still_asked_after_when_nobody_answered_meanwhile():
    calls = [call(Outcome.GATEKEEPER, (11, 20), left_message=True), call(Outcome.NO_ANSWER, (11, 23), None)]
    found = next_call(OKAFOR, calls, OFFERS, NOW)
    assert found.ask_for_answer
    assert found.status is Status.DUE


def test_a_wrong_number_gives_way_to_the_next_one():
    two = replace(OKAFOR, numbers=(NUMBER, OTHER))
    wrong = call(Outcome.WRONG_NUMBER, (11, 24), None, number=NUMBER)
    found = next_call(two, [wrong], OFFERS, NOW)
    assert (found.status, found.number) == (Status.DUE, OTHER)
    none_left = next_call(OKAFOR, [wrong], OFFERS, NOW)
    assert (none_left.status, none_left.earliest) == (Status.WAITING, None)
    assert none_left.because == "The number was wrong on 24 November, and no other is known."


def test_after_a_yes_there_is_no_call_back():
    found = next_call(OKAFOR, [call(Outcome.YES, (11, 20))], OFFERS, NOW)
    assert (found.status, found.earliest) == (Status.WAITING, None)
    assert found.because == "Yes to A on 20 November: no call-back."


def test_a_call_that_was_cut_off_after_the_no_counts_as_a_no():
    found = next_call(OKAFOR, [call(Outcome.UNFINISHED, (11, 24))], OFFERS, NOW)
    assert (found.status, found.earliest, found.offer) == (Status.WAITING, date(2026, 12, 15), "b")
    assert found.because.startswith("No to A on 24 November, and the call was cut off; 3 to 6 weeks later")


def test_who_was_never_called_may_be_called_on_any_day():
    found = next_call(OKAFOR, [], OFFERS, NOW)
    assert (found.status, found.earliest, found.until, found.offer) == (Status.DUE, date(2026, 11, 24), None, "a")
    assert next_call(OKAFOR, [], [], NOW).because == "Not called yet; there is no offer to call with."


def test_rules_may_be_others():
    found = next_call(OKAFOR, [call(Outcome.NO, (11, 21))], OFFERS, NOW, Rules(no_from=10, no_until=20))
    assert (found.earliest, found.until) == (date(2026, 12, 1), date(2026, 12, 11))
    assert "10 to 20 days later" in found.because


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Pacific/Apia"])
def test_days_are_the_user_s_own_across_a_change_of_the_clock(place, zone):
    place(zone)
    late = datetime(2026, 10, 20, 23, 30, tzinfo=ZoneInfo(zone))  # the clocks go back before it is due
    found = next_call(OKAFOR, [call(Outcome.NO, late)], OFFERS, late)
    assert found.earliest == date(2026, 11, 10)


def test_a_clock_that_was_moved_back_brings_no_call_forward():
    ahead = call(Outcome.NO, NOW + timedelta(days=40))
    found = next_call(OKAFOR, [ahead, call(Outcome.NO, (1, 10), "b")], OFFERS, NOW)
    assert found.status is Status.WAITING
    assert found.earliest == day_of(ahead.started_at) + timedelta(days=21)
    assert "that day is still to come: was the clock wrong?" in found.because


@pytest.mark.parametrize(
    ("zone", "hour_utc", "may"),
    [
        ("Asia/Tokyo", 23, True),  # 8 in the morning
        ("Asia/Tokyo", 22, False),
        ("America/Los_Angeles", 4, True),  # 20 in the evening, the day before
        ("America/Los_Angeles", 5, False),
        ("Europe/London", 8, True),
        ("Europe/London", 21, False),
    ],
)
def test_calling_hours_are_those_of_the_prospect(zone, hour_utc, may):
    assert awake(zone, datetime(2026, 12, 1, hour_utc, tzinfo=UTC)) is may


@pytest.mark.parametrize("zone", [None, "Atlantis/Deep", "../etc/passwd", ""])
def test_where_the_zone_is_not_known_the_user_s_own_counts(place, zone):
    place("Asia/Tokyo")
    assert awake(zone, datetime(2026, 12, 1, 0, tzinfo=UTC))
    assert not awake(zone, datetime(2026, 12, 1, 12, tzinfo=UTC))
