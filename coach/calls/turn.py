"""From when until when somebody is called again: what follows from the calls alone, whatever day it is today."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from coach.calls.call import Call, Outcome
from coach.calls.prospect import Prospect
from coach.calls.rules import RULES, Rules
from coach.takes import day_of

NOES: Final = {Outcome.NO, Outcome.UNFINISHED}  # what was cut off was cut off after the no
_ANSWERS = {*NOES, Outcome.YES}
_SILENT = {Outcome.NO_ANSWER, Outcome.WRONG_NUMBER}


@dataclass(frozen=True, slots=True)
class Turn:
    """`earliest` is None where there is no next call, and the first of all days where any day will do.

    `until` is None where no day is too late. `call` is the one that decides, None where there was none. `after_no` is
    the day of a no that moved `earliest` further off than `call` alone would. `heard` are the offers, the last first,
    each once. `number` is the one to call.
    """

    call: Call | None = None
    earliest: date | None = date.min
    until: date | None = None
    never: bool = False
    asks: bool = False
    after_no: date | None = None
    heard: tuple[str, ...] = ()
    number: str | None = None

    @property
    def wants_offer(self) -> bool:
        return self.earliest is not None and not self.asks


def turn_of(prospect: Prospect, calls: Iterable[Call], rules: Rules = RULES) -> Turn:
    """The calls may come in any order."""
    newest_first = sorted(calls, key=lambda call: (call.started_at, call.id), reverse=True)
    heard = tuple(dict.fromkeys(call.offer for call in newest_first if call.offer is not None))
    never = next((call for call in newest_first if call.outcome is Outcome.NEVER), None)
    if never or prospect.never:
        return Turn(never, earliest=None, never=True, heard=heard)
    wrong = {call.number for call in newest_first if call.outcome is Outcome.WRONG_NUMBER}
    number = next((number for number in prospect.numbers if number not in wrong), None)
    last = newest_first[0] if newest_first else None
    if last is not None and (last.outcome is Outcome.YES or (wrong and number is None)):
        return Turn(last, earliest=None, heard=heard)
    asks = _asks(newest_first)
    first, until = (date.min, None) if last is None else _window(last, rules, asks=asks)
    no = _last_no(newest_first, rules)
    floor = date.min if no is None else no + timedelta(rules.no_from)
    earliest = max(first, floor, prospect.postponed or date.min)
    return Turn(
        last,
        earliest,
        None if until is None else max(until, earliest),
        asks=asks,
        after_no=no if floor > first else None,
        heard=heard,
        number=number,
    )


def unanswered_on(call: Call, rules: Rules = RULES) -> date:
    """The day on which a message becomes a no."""
    return day_of(call.started_at) + timedelta(rules.message_days)


def is_message(call: Call) -> bool:
    return call.outcome is Outcome.MESSAGE or (call.outcome is Outcome.VOICEMAIL and call.left_message)


def _window(call: Call, rules: Rules, *, asks: bool) -> tuple[date, date]:
    day = day_of(call.started_at)
    if call.outcome in NOES:
        first, last = rules.no_from, rules.no_until
    elif is_message(call):
        day, first, last = unanswered_on(call, rules), rules.no_from, rules.no_until
    elif call.outcome is Outcome.GATEKEEPER:
        first, last = rules.gatekeeper_from, rules.gatekeeper_until
    elif call.outcome is Outcome.WRONG_NUMBER:
        first, last = 0, rules.retry_until
    else:
        first, last = rules.retry_from, rules.gatekeeper_until if asks else rules.retry_until
    return day + timedelta(first), day + timedelta(last)


def _asks(newest_first: Sequence[Call]) -> bool:
    """Whether the last one who answered was a gatekeeper that took a message."""
    last = next((call for call in newest_first if call.outcome not in _SILENT), None)
    return last is not None and last.outcome is Outcome.GATEKEEPER and last.left_message


def _last_no(newest_first: Sequence[Call], rules: Rules) -> date | None:
    """Only a yes or a no answers a message."""
    days: list[date] = []
    answered = False
    for call in newest_first:
        answered = answered or call.outcome in _ANSWERS
        if call.outcome in NOES:
            days.append(day_of(call.started_at))
        elif is_message(call) and not answered:
            days.append(unanswered_on(call, rules))
    return max(days, default=None)
