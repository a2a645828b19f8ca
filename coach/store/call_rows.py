"""Calls and prospects as rows, and back."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING

from coach.calls.call import Call, Ending, Measured, Outcome, SaidNo
from coach.calls.prospect import Prospect
from coach.calls.rules import RULES
from coach.store.call_tables import NO_DAY
from coach.verdict import Result

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    import sqlalchemy as sa

    from coach.calls.turn import Turn

    Row = sa.Row[Any]

_OUTCOMES = {one.value: one for one in Outcome}
_ENDINGS = {one.value: one for one in Ending}
_SAID_NO = {one.value: one for one in SaidNo}
_RESULTS = {one.value: one for one in Result}


def call_row(call: Call) -> dict[str, object]:
    measured = call.measured
    return {
        "id": call.id,
        "prospect": call.prospect,
        "started_at": call.started_at,
        "outcome": call.outcome.value,
        "offer": call.offer,
        "number": call.number,
        "ending": call.ending and call.ending.value,
        "said_no": call.said_no and call.said_no.value,
        "left_message": call.left_message,
        "result": measured and measured.result.value,
        "pause": measured and measured.pause,
        "pause_error": measured and measured.pause_error,
        "silence": measured and measured.silence,
        "headline": measured.headline if measured else "",
        "sound": call.sound,
        "note": call.note,
    }


def to_call(row: Sequence[Any]) -> Call:
    """A row of the whole table. Unpacked at once: a page of the list has thousands of calls behind it."""
    known, prospect, at, outcome, offer, number, ending, said_no, left_message, *rest = row
    result, pause, pause_error, silence, headline, sound, note = rest
    return Call(
        known,
        prospect,
        at,
        _OUTCOMES[outcome],
        offer,
        number,
        ending and _ENDINGS[ending],
        said_no and _SAID_NO[said_no],
        left_message,
        result and Measured(_RESULTS[result], pause, pause_error, silence, headline),
        sound,
        note,
    )


def prospect_row(prospect: Prospect) -> dict[str, object]:
    return {
        "id": prospect.id,
        "name": prospect.name,
        "company": prospect.company,
        "first_name": prospect.first_name,
        "last_name": prospect.last_name,
        "email": prospect.email,
        "time_zone": prospect.time_zone,
        "note": prospect.note,
        "more": json.dumps(dict(prospect.more), ensure_ascii=False) if prospect.more else "",
        "postponed": prospect.postponed,
    }


def to_prospect(row: Row, numbers: Sequence[str]) -> Prospect:
    return Prospect(
        id=row.id,
        name=row.name,
        company=row.company,
        first_name=row.first_name,
        last_name=row.last_name,
        numbers=tuple(numbers),
        email=row.email,
        time_zone=row.time_zone,
        note=row.note,
        more=MappingProxyType(json.loads(row.more) if row.more else {}),
        never=row.never,
        postponed=row.postponed,
    )


def turn_row(turn: Turn) -> dict[str, object]:
    heard = [*turn.heard[: RULES.offers_apart], None, None]
    return {
        "never": turn.never,
        "turn_from": NO_DAY if turn.earliest is None else turn.earliest,
        "turn_until": NO_DAY if turn.until is None else turn.until,
        "wants_offer": turn.wants_offer,
        "heard_last": heard[0],
        "heard_before": heard[1],
    }
