"""A team of invented reps, and the desk of their pages: for tests and for pictures."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import staged
import stored

from app.archive import Archive
from app.window.team.desk import TeamDesk
from audio.sound_folder import SoundFolder
from coach.bands import Bands
from coach.review.review import WHOLE, Opinion, Review
from coach.store import stored_takes
from coach.take import Take
from coach.takes import Wanted
from coach.verdict import Result

# By name: the middle of their pause, of their silence, how often they say more, and takes a week.
REPS = {
    "Dana Reyes": (0.87, 3.7, 0.02, 41),
    "Sam Ito": (0.55, 4.2, 0.05, 26),
    "Lee Amari": (0.95, 4.6, 0.25, 33),
    "Kim Doyle": (0.82, 4.8, 0.01, 52),
    "Ola Berg": (0.31, 4.0, 0.02, 12),
}
WEEKS = 12


def fill(store, share=1.0, reps=REPS, weeks=WEEKS):
    """`share` of the takes that such a team makes in 12 weeks; the newest 200 of them are judged by a trainer."""
    chance = random.Random(7)  # noqa: S311 - the same takes each time
    now = datetime.now().astimezone()
    number = 0
    with store.transact(writes=True) as connection:
        for rep, (pause, silence, extra, a_week) in reps.items():
            count = round(a_week * weeks * share)
            for n in range(count):
                along = n / max(1, count - 1)
                ago = timedelta(weeks=(weeks - 1) * (1 - along), minutes=n % 50)
                values = (chance.gauss(pause - 0.1 * (1 - along), 0.12), chance.gauss(silence, 0.5))
                stored_takes._insert(
                    connection, take(number, now - ago, rep, values, extra=chance.random() < extra, drill="plain")
                )
                number += 1
    return number


def take(number, started_at, rep, values, *, extra=False, drill=None):
    pause, silence = max(0.05, values[0]), max(0.3, values[1])
    checks = (
        stored.check("pause", pause, 0.5, 2.0),
        stored.check("silence", silence, 3.0, None),
        stored.extra(extra),  # noqa: S610 - no query of Django's
    )
    failed = any(one.result is Result.FAIL for one in checks)
    like = staged.FAILED if failed else staged.PASSED
    close = replace(like.close, pause=pause, silence=silence)
    verdict = replace(like, checks=checks, close=close, closes=(close,))
    return Take(f"{number:032x}", started_at, verdict, rep, drill=drill)


def judge(store, count=200, otherwise=40):
    """A trainer's word on the newest of them; every so many is judged otherwise."""
    for number, one in enumerate(store.takes.newest(Wanted(last=count))):
        opinions = [Opinion(WHOLE, one.verdict.result)]
        if number % otherwise == 0:
            other = Result.PASS if one.verdict.result is Result.FAIL else Result.FAIL
            opinions = [Opinion("pause", Result.FAIL), Opinion(WHOLE, other)]
        store.reviews.put(Review(one.id, "Tess", datetime.now(UTC), None, tuple(opinions)))


class Choice:
    """What was chosen, as the settings keep it."""

    def __init__(self, value=None):
        self.value = value

    def get(self):
        return self.value

    def choose(self, value):
        self.value = value


def archive(store, folder, rep="Dana Reyes"):
    return Archive(
        store.takes, store.tallies, store.reviews, store.comments, SoundFolder(folder / "sound"), rep, Bands()
    )


def desk(store, folder, me="Dana Reyes", **others):
    file, name = Choice(), Choice(me)
    made = TeamDesk(
        archive(store, folder, me),
        store.team,
        store.reviews,
        store.past,
        store.reps,
        file.get,
        file.choose,
        folder / "timing",
        name.get,
        name.choose,
    )
    return replace(made, **others)
