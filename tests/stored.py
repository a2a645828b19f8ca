"""Many takes in a store, as weeks of practice leave them: for tests, pictures and the bench."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime, timedelta

import staged

from coach.store import stored_takes
from coach.take import Take
from coach.verdict import Check, Result

DRILLS = {"plain": "Plain no", "objection": "Objection", "busy": "Busy"}
SHORT = {"answer_time": "rushed"}


def fill(store, count, days=12, rep="Dana Reyes", first=0, sound=None):
    """`count` takes over `days` days, up to today; from the first to the last day they get better."""
    chance = random.Random(7)  # noqa: S311 - the same takes each time
    until = datetime.now().astimezone().replace(hour=16, minute=0, second=0, microsecond=0)
    with store.transact(writes=True) as connection:  # one transaction: thousands in a second
        for number in range(count):
            along = number / max(1, count - 1)
            ago = timedelta(days=round((days - 1) * (1 - along)), minutes=(count - number) % 240)
            stored_takes._insert(connection, take(first + number, along, until - ago, chance, rep, sound))


def take(number, along, started_at, chance, rep, sound):
    drill = chance.choice([None, *DRILLS])
    harder = 0.35 if drill == "objection" else 0.0
    pause = max(0.05, chance.gauss(0.2 + 0.7 * along, 0.12))
    silence = max(0.3, chance.gauss(1.0 + 3.4 * along - harder, 0.6))
    answer = max(0.1, chance.gauss(0.9, 0.2))
    checks = (
        check("pause", pause, 0.5, 2.0),
        check("silence", silence, 3.0, None),
        extra(chance.random() < 0.1 * (1 - along) + harder / 4),
        check("answer_time", answer, 0.2, 1.5),
    )
    failed = any(one.result is Result.FAIL for one in checks)
    like = staged.FAILED if failed else staged.PASSED
    close = replace(like.close, pause=pause, silence=silence)
    verdict = replace(like, checks=checks, close=close, closes=(close,))
    return Take(f"{number:032x}", started_at, verdict, rep, drill=drill, sound=sound)


def check(name, value, low, high):
    result = Result.PASS if low <= value and (high is None or value <= high) else Result.FAIL
    word = "clear" if result is Result.PASS else SHORT.get(name, "short") if value < low else "late"
    return Check(name, result, value, 0.02, "s", low, high, word, "")


def extra(said):
    result, word = (Result.FAIL, "more") if said else (Result.PASS, "")
    return Check("nothing_else", result, float(said), None, "words", 0, 0, word, "")
