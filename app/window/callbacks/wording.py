"""What a row of the list says."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from coach.calls.because import day_words
from coach.calls.call import Call, Outcome, SaidNo
from coach.calls.next_call import Status
from coach.calls.turn import is_message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coach.calls.next_call import NextCall, Planned

_SAID: Final = {
    SaidNo.PLAIN: "“No”",
    SaidNo.HAVE_SOMEONE: "“We have someone”",
    SaidNo.BUSY: "“I’m busy”",
    SaidNo.SEND_SOMETHING: "“Send me something”",
    SaidNo.OBJECTION: "an objection",
    SaidNo.HUNG_UP: "hung up",
    SaidNo.NO_REPLY: "no reply",
}
_CAME: Final = {
    Outcome.NO: "no",
    Outcome.YES: "yes",
    Outcome.GATEKEEPER: "gatekeeper",
    Outcome.VOICEMAIL: "voicemail",
    Outcome.MESSAGE: "message sent",
    Outcome.NO_ANSWER: "no answer",
    Outcome.WRONG_NUMBER: "wrong number",
    Outcome.NEVER: "never call again",
    Outcome.UNFINISHED: "cut off",
}
_NOTHING: Final = "–"


def how_it_ended(call: Call | None) -> str:
    if call is None:
        return _NOTHING
    if call.said_no is not None:
        return _SAID[call.said_no]
    if is_message(call) or (call.outcome is Outcome.GATEKEEPER and call.left_message):
        return "message left"
    return _CAME[call.outcome]


def offer_heard(one: Planned, labels: Mapping[str, str]) -> str:
    heard = next((call.offer for call in one.calls if call.offer), None)
    return labels.get(heard, heard) if heard else _NOTHING


def next_offer(following: NextCall, labels: Mapping[str, str]) -> str:
    if following.ask_for_answer:
        return "ask for the answer"
    return labels.get(following.offer, following.offer) if following.offer else _NOTHING


def call_again(following: NextCall, today: date) -> str:
    if following.status is Status.NEVER:
        return "never"
    if following.earliest is None:
        return _NOTHING
    if following.until is None:
        return "now" if following.earliest <= today else f"from {short_day(following.earliest, today)}"
    return f"{short_day(following.earliest, today)} – {short_day(following.until, today)}"


def short_day(day: date, today: date) -> str:
    """`12 Dec`, with its year where that is another one."""
    number, month, *year = day_words(day, today).split()
    return " ".join([number, month[:3], *year])


def week_begin(day: date) -> str:
    """Without its year: the weeks that are shown are all near."""
    return short_day(day, day)


def state(one: Planned) -> tuple[str, str]:
    """Its word, and the tone in which it stands."""
    match one.next.status:
        case Status.NEVER:
            return "do not call", "wrong"
        case Status.OVERDUE:
            return "overdue", "unsure"
        case Status.WAITING:
            return ("waiting" if one.next.earliest else _without_next(one)), "soft"
        case Status.DUE:
            if one.next.ask_for_answer:
                return "gatekeeper", "unsure"
            return ("in window" if one.calls else "new"), "accent"


def _without_next(one: Planned) -> str:
    last = one.calls[0].outcome if one.calls else None
    return (
        {Outcome.YES: "said yes", Outcome.WRONG_NUMBER: "wrong number"}.get(last, "no offer left")
        if last
        else "no offer"
    )
