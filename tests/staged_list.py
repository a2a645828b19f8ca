"""A call list of invented people for tests and pictures of the Call-backs page."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from app.window.callbacks.desk import CallDesk
from coach.calls.call import Call, Measured, Outcome, SaidNo
from coach.calls.prospect import Prospect
from coach.offers.offer import Offer
from coach.verdict import Result

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
OFFERS = [
    Offer(id="a", title="Flat-fee payroll", text="Is that something you want?"),
    Offer(id="b", title="Year-end filing", text="Is that something you want?"),
    Offer(id="c", title="Tips & wages", text="Is that something you want?"),
]
NEW_YORK = "America/New_York"


def person(place, name, company):
    return Prospect(f"p{place}", name, company=company, numbers=(f"+1212555{100 + place:04}",), time_zone=NEW_YORK)


PEOPLE = [
    person(0, "Mr Okafor", "Okafor Bikes"),
    person(1, "Ms Lindqvist", "Lindqvist Bakery"),
    person(2, "front desk", "Marlow Dental"),
    person(3, "Mr Tran", "Tran Auto"),
    person(4, "Mr Hale", "Hale & Sons"),
    person(5, "Ms Brandt", "Brandt Optics"),
    person(6, "Mr Novak", "Novak Roofing"),
    person(7, "Ms Ito", ""),
]


def call(place, outcome, days, offer="a", said_no=None, **more):
    measured = Measured(Result.PASS, 0.84, 0.012, 3.9) if outcome is Outcome.NO else None
    at = NOW - timedelta(days=days)
    return Call(f"c{place}-{days}", f"p{place}", at, outcome, offer, said_no=said_no, measured=measured, **more)


LOG = [
    call(0, Outcome.NO, 60, "c", SaidNo.BUSY),
    call(0, Outcome.NO, 24, "a", SaidNo.HAVE_SOMEONE),
    call(1, Outcome.NO, 22, "b", SaidNo.BUSY),
    call(2, Outcome.GATEKEEPER, 3, "a", left_message=True),
    call(3, Outcome.VOICEMAIL, 50, "c", SaidNo.NO_REPLY, left_message=True),
    call(4, Outcome.NEVER, 12, "a"),
    call(5, Outcome.NO, 10, "a", SaidNo.PLAIN),
    call(6, Outcome.NO, 15, "b", SaidNo.SEND_SOMETHING),
]


def fill(calls):
    calls.put(PEOPLE)
    calls.log_these(LOG)


def desk(calls, **more):
    kept = {}
    made = CallDesk(
        calls,
        lambda: OFFERS,
        region=lambda: "US",
        columns=lambda: kept,
        keep_columns=kept.update,
        now=NOW.astimezone,
    )
    return replace(made, **more)


def ids():
    return [offer.id for offer in OFFERS]
