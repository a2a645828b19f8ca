"""People and calls for the tests of the stored list."""

from datetime import UTC, datetime, timedelta

from coach.calls.call import Call
from coach.calls.prospect import Prospect

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)  # a Tuesday
LONG_AGO = NOW - timedelta(days=100)
NEW_YORK, LONDON, TOKYO = "America/New_York", "Europe/London", "Asia/Tokyo"


def number(digit):
    return f"+1212555010{digit}"


def person(digit, **more):
    given = {"name": f"Mr Okafor {digit}", "company": "Okafor Bikes", "numbers": (number(digit),)} | more
    return Prospect(f"p{digit}", **given)


def call(name, outcome, prospect="p1", at=LONG_AGO, offer="a", **more):
    return Call(name, prospect, at, outcome, offer, **more)


def ids(found):
    return [one.prospect.id for one in found]
