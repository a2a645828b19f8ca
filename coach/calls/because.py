"""Why somebody is called then and with that offer, in one sentence."""

from __future__ import annotations

from datetime import date

from coach.calls.call import Call, Outcome
from coach.calls.prospect import Prospect
from coach.calls.rules import Rules
from coach.calls.turn import NOES, Turn, is_message, unanswered_on
from coach.takes import day_of

# Python's own names of months would be in the language of the system.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SHORT_ID = 2  # such an id is a letter that a rep knows the offer by


def because(prospect: Prospect, turn: Turn, offer: str | None, today: date, rules: Rules) -> str:
    if turn.never:
        return _never(turn, today)
    call = turn.call
    sentence = f"Not called yet; {_first(offer)}" if call is None else _after(call, turn, offer, today, rules)
    if prospect.postponed is not None and prospect.postponed == turn.earliest:
        sentence += f", postponed to {day_words(prospect.postponed, today)}"
    if call is not None and day_of(call.started_at) > today:
        sentence += " (that day is still to come: was the clock wrong?)"
    return f"{sentence}."


def day_words(day: date, today: date) -> str:
    """As one says it: the year only where it is another one."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {_MONTHS[day.month - 1]}{year}"


def offer_words(offer: str) -> str:
    return offer.upper() if len(offer) <= _SHORT_ID else offer


def weeks_words(rules: Rules) -> str:
    """`3 to 6 weeks`, or days where they are no weeks."""
    weeks = 7
    if rules.no_from % weeks or rules.no_until % weeks:
        return f"{rules.no_from} to {rules.no_until} days"
    return f"{rules.no_from // weeks} to {rules.no_until // weeks} weeks"


def _never(turn: Turn, today: date) -> str:
    if turn.call is None:
        return "They do not want to be called again, as the list says."
    return f"They said on {day_words(day_of(turn.call.started_at), today)} that they do not want to be called again."


def _first(offer: str | None) -> str:
    return f"the first offer is {offer_words(offer)}" if offer else "there is no offer to call with"


def _after(call: Call, turn: Turn, offer: str | None, today: date, rules: Rules) -> str:
    on = day_words(day_of(call.started_at), today)
    heard = f" to {offer_words(call.offer)}" if call.offer else ""
    if turn.earliest is None:
        return f"Yes{heard} on {on}: no call-back" if call.outcome is Outcome.YES else _no_number(call, on)
    if turn.asks:
        return f"{_asking(call, on, rules)}{_held_back(turn, today, rules)}"
    return f"{_what(call, on, heard, today, rules)}; {_then(call, turn, offer, today, rules)}"


def _no_number(call: Call, on: str) -> str:
    if call.outcome is Outcome.WRONG_NUMBER:
        return f"The number was wrong on {on}, and no other is known"
    return "The numbers were wrong, and no other is known"


def _asking(call: Call, on: str, rules: Rules) -> str:
    if call.outcome is Outcome.GATEKEEPER:
        few = f"{rules.gatekeeper_from} to {rules.gatekeeper_until} days"
        return f"Message left with a gatekeeper on {on}; ask for the answer {few} later"
    return f"{_PLAIN[call.outcome]} on {on}; ask for the answer to the message that a gatekeeper took"


_PLAIN = {
    Outcome.NO_ANSWER: "No answer",
    Outcome.VOICEMAIL: "Only a voicemail, and no message left,",
    Outcome.WRONG_NUMBER: "The number was wrong",
    Outcome.GATEKEEPER: "A gatekeeper answered",
}


def _what(call: Call, on: str, heard: str, today: date, rules: Rules) -> str:
    if call.outcome is Outcome.NO:
        return f"No{heard} on {on}"
    if call.outcome is Outcome.UNFINISHED:
        return f"No{heard} on {on}, and the call was cut off"
    if is_message(call):
        by = unanswered_on(call, rules)
        if today < by:
            return f"Message left on {on}, a no if there is no reply by {day_words(by, today)}"
        return f"No reply to the message of {on}, which is a no since {day_words(by, today)}"
    return f"{_PLAIN[call.outcome]} on {on}"


def _then(call: Call, turn: Turn, offer: str | None, today: date, rules: Rules) -> str:
    if offer is None:
        return "a call-back needs an offer that is not one of the last two, and there is none"
    which = f"{offer_words(offer)}, {_given(offer, turn)}"
    if call.outcome in NOES or is_message(call):
        return f"{weeks_words(rules)} later with another offer: {which}"
    when = {
        Outcome.WRONG_NUMBER: "call the next number",
        Outcome.GATEKEEPER: f"try again {rules.gatekeeper_from} to {rules.gatekeeper_until} days later",
    }.get(call.outcome, "try again from the next day on")
    return f"{when}{_held_back(turn, today, rules)} with {which}"


def _held_back(turn: Turn, today: date, rules: Rules) -> str:
    if turn.after_no is None:
        return ""
    return f", but not in the {rules.no_from} days after the no of {day_words(turn.after_no, today)},"


def _given(offer: str, turn: Turn) -> str:
    return "given before, but not lately" if offer in turn.heard else "not given before"
