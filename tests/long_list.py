"""A call list as years of calling leave it: invented people, for tests, pictures and the bench."""

from __future__ import annotations

import random
from datetime import timedelta

import sqlalchemy as sa

from coach.calls.call import Call, Ending, Measured, Outcome, SaidNo
from coach.calls.prospect import Prospect
from coach.store.call_rows import call_row
from coach.store.call_tables import calls as call_table
from coach.verdict import Result

OFFERS = ("a", "b", "c")
FAMILIES = (
    "Okafor",
    "Lindqvist",
    "Marlow",
    "Tran",
    "Hale",
    "Brandt",
    "Novak",
    "Ito",
    "Reyes",
    "Dubois",
    "Katz",
    "Osei",
)
TRADES = ("Bikes", "Bakery", "Dental", "Auto", "Plumbing", "Books", "Garden", "Paper", "Roofing", "Optics")
ZONES = ("America/New_York", "America/Chicago", "America/Los_Angeles", "Europe/London", "Asia/Tokyo", None)
OUTCOMES = {
    Outcome.NO: 60,
    Outcome.NO_ANSWER: 25,
    Outcome.VOICEMAIL: 5,
    Outcome.GATEKEEPER: 5,
    Outcome.MESSAGE: 2,
    Outcome.YES: 2.5,
    Outcome.NEVER: 0.5,
}
AT_A_TIME = 5000


def number(place):
    """None of them is anybody's: 555 is no area code."""
    return f"+1555{place:07d}"


def prospect(place):
    chance = random.Random(place)  # noqa: S311 - the same people each time
    family = chance.choice(FAMILIES)
    return Prospect(
        f"{place:08x}",
        f"{chance.choice(('Mr', 'Ms'))} {family}",
        company=f"{chance.choice(FAMILIES)} {chance.choice(TRADES)} {place}",
        last_name=family,
        numbers=(number(place),),
        time_zone=chance.choice(ZONES),
    )


def history(place, count, now):
    """`count` calls to them over two years, the offers in turn."""
    chance = random.Random(place)  # noqa: S311
    days = sorted(chance.sample(range(730), count), reverse=True)
    for turn, ago in enumerate(days):
        outcome = chance.choices([*OUTCOMES], [*OUTCOMES.values()])[0]
        no = outcome is Outcome.NO
        yield Call(
            f"{place:08x}-{turn}",
            f"{place:08x}",
            now - timedelta(days=ago, minutes=chance.randrange(400)),
            outcome,
            offer=None if outcome is Outcome.NO_ANSWER else OFFERS[turn % len(OFFERS)],
            number=number(place),
            ending=Ending.HUNG_UP if no else None,
            said_no=chance.choice([*SaidNo, None]) if no else None,
            left_message=outcome is Outcome.GATEKEEPER,
            measured=Measured(Result.PASS, round(chance.uniform(0.4, 1.6), 2), 0.012, 3.5) if no else None,
        )


def fill(store, people, calls_each, now):
    """The calls first: whose turn it is is then worked out once for each."""
    with store.transact(writes=True) as connection:
        rows = []
        for place in range(people):
            rows += [call_row(call) for call in history(place, calls_each, now)]
            if len(rows) > AT_A_TIME or place == people - 1:
                connection.execute(sa.insert(call_table), rows)
                rows = []
    for start in range(0, people, AT_A_TIME):
        store.calls.put([prospect(place) for place in range(start, min(people, start + AT_A_TIME))])
