"""Who is called when and with which offer, and why: the one place that decides it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from coach.calls.because import because
from coach.calls.call import Call
from coach.calls.next_call import NextCall, Status
from coach.calls.prospect import Prospect
from coach.calls.rules import RULES, Rules
from coach.calls.turn import turn_of
from coach.takes import day_of


def next_call(
    prospect: Prospect, calls: Iterable[Call], offers: Sequence[str], now: datetime, rules: Rules = RULES
) -> NextCall:
    """`offers` are ids in the order in which they are given, without the archived ones; `now` knows its time zone."""
    today = day_of(now)
    turn = turn_of(prospect, calls, rules)
    offer = next_offer(turn.heard, offers, rules) if turn.wants_offer else None
    reason = because(prospect, turn, offer, today, rules)
    if turn.never:
        return NextCall(Status.NEVER, reason)
    if turn.earliest is None or (turn.wants_offer and offer is None):
        return NextCall(Status.WAITING, reason)
    return NextCall(
        _status(turn.earliest, turn.until, today),
        reason,
        # Who may be called on any day may be called today.
        today if turn.earliest == date.min else turn.earliest,
        turn.until,
        offer,
        ask_for_answer=turn.asks,
        number=turn.number,
    )


def next_offer(heard: Sequence[str], offers: Sequence[str], rules: Rules = RULES) -> str | None:
    """The first that was never given, else the one longest ago; `heard` has the last one first.

    None where all there are were given last: a different offer is the reason to call at all.
    """
    free = [offer for offer in offers if offer not in heard[: rules.offers_apart]]
    return max(free, key=lambda offer: heard.index(offer) if offer in heard else len(heard), default=None)


def _status(earliest: date, until: date | None, today: date) -> Status:
    if today < earliest:
        return Status.WAITING
    return Status.OVERDUE if until is not None and until < today else Status.DUE
