"""Faults as they are counted: what each is called beside its number, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coach.drills.sentences import EVERY_FAULT

if TYPE_CHECKING:
    from coach.tallies import FaultTally

# A check and its word → the name.
NAMES: Final = {
    ("pause", "none"): "Run together",
    ("pause", "short"): "Short pause",
    ("pause", "long"): "Long pause",
    ("silence", "short"): "Short silence",
    ("silence", "broken"): "Spoke again",
    ("silence", "long"): "Long silence",
    ("nothing_else", "more"): "Extra words",
    ("ok", "clipped"): "“Ok” clipped",
    ("ok", "drawn out"): "“Ok” drawn out",
    ("farewell", "clipped"): "“Good-bye” clipped",
    ("farewell", "drawn out"): "“Good-bye” drawn out",
    ("answer_time", "rushed"): "“Ok” too soon",
    ("answer_time", "late"): "“Ok” late",
    ("no_close", "on a yes"): "Closed on a yes",
    ("no_close", "hung up"): "Hung up on a yes",
    ("no_close", "only “Ok”"): "Only “Ok” to a yes",
    ("no_close", "nothing said"): "Silent after a yes",
    ("no_close", "on a machine"): "Closed on a machine",
    ("no_close", "on nobody"): "Closed on nobody",
    ("no_close", "spoke"): "Spoke to nobody",
    ("message", "none"): "No message",
    ("message", "short"): "Short message",
    ("clarified", "vague"): "Vague answer closed",
    ("clarified", "question"): "Question closed",
    ("clarified", "not asked"): "Did not ask",
    ("clarified", "not awaited"): "Did not wait",
    ("waited", "too early"): "Closed too early",
    ("waited", "spoke again"): "Spoke into silence",
    ("stayed", "hung up"): "Hung up on “wait”",
    ("stayed", "closed"): "Closed on “wait”",
    ("welcome", "missing"): "No “You’re welcome”",
    ("welcome", "more"): "More than “welcome”",
    ("before_ok", "went on"): "Talked on",
    ("before_ok", "more"): "Words before “Ok”",
    ("before_ok", "again"): "Talked on again",
    ("close", "missing"): "No close",
}


def fault_name(fault: FaultTally) -> str:
    """Name it; what has no name of its own here is called by its check and word."""
    named = NAMES.get((fault.check, fault.word))
    return named or " ".join([fault.check.replace("_", " ").capitalize(), fault.word]).strip()


def what_to_do(fault: FaultTally) -> str:
    """What a verdict advises against it; empty where there is no advice."""
    said = (todo for check, word, _, todo in EVERY_FAULT if (check, word) == (fault.check, fault.word))
    return next(said, "")
