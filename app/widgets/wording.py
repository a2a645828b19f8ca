"""Numbers and results in words, the same on every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coach.verdict import Kind, Result

if TYPE_CHECKING:
    from coach.verdict import Check, OfferReading

MARKS: Final = {Result.PASS: "✓", Result.FAIL: "✗", Result.UNSURE: "?", Result.NOT_MEASURED: "–"}

RESULTS: Final = {
    Result.PASS: "as wanted",
    Result.FAIL: "not as wanted",
    Result.UNSURE: "unsure",
    Result.NOT_MEASURED: "not measured",
}

CHECKS: Final = {
    "pause": "Pause between Ok and Good-bye",
    "silence": "Silence before hanging up",
    "nothing_else": "Nothing else said",
    "ok": "Length of “Ok”",
    "farewell": "Length of “Good-bye”",
    "answer_time": "Answer after their no",
    "before_ok": "Said before “Ok”",
    "clarified": "Asked what they mean",
    "no_close": "Not closed",
    "message": "Message left",
    "stayed": "Stayed on the line",
    "welcome": "Said to their thanks",
    "waited": "Waited for their answer",
    "they_hung_up": "Who hung up",
    "close": "“Ok” and “Good-bye”",
    "tone_ok": "Tone of “Ok”",
    "tone_farewell": "Tone of “Good-bye”",
}

KINDS: Final = {Kind.OK: "Ok", Kind.FAREWELL: "Good-bye", Kind.EXTRA: "something else", Kind.OTHER: "earlier"}


def seconds(value: float, places: int = 2) -> str:
    return f"{value:.{places}f} s"


def span(low: float | None, high: float | None, unit: str = "s") -> str:
    """A wanted band: "0.5 – 2 s", "3 s or more", "0" where nothing may be, "level or falling" for a tone."""
    if unit == "st":
        return "level or falling"
    if unit == "words":
        return f"{high or 0:g}"
    if high is None:
        return f"{low:g} {unit} or more" if low else "any"
    return f"{low:g} – {high:g} {unit}" if low else f"{high:g} {unit} or less"


def measured(check: Check) -> str:
    """What was measured, with its error where there is one: "0.89 ± 0.02 s", "+3.6 st"."""
    if check.value is None:
        return "–"
    if check.unit == "words":
        return f"{check.value:g} word" + ("" if check.value == 1 else "s")
    if check.unit == "st":
        return f"{check.value:+.1f} st".replace("-", "−")
    error = f" ± {max(check.error, 0.01):.2f}" if check.error else ""
    return f"{check.value:.2f}{error} {check.unit}"


def offer_read(offer: OfferReading) -> str:
    """How the offer was read, and the silence after its question."""
    read = f"Your offer took {seconds(offer.seconds, 1)}"
    if offer.words_per_minute is not None:
        read += f", {offer.words_per_minute:.0f} words a minute"
    if offer.waited is None:
        return f"{read}."
    then = "you spoke again" if offer.spoke_again else "they answered"
    return f"{read}. You waited {seconds(offer.waited, 1)}, then {then}."


def sentence(check: Check) -> str:
    """A check's whole row, for who hears the screen."""
    said = f"{CHECKS.get(check.name, check.name)}: {measured(check)}"
    if check.low is not None or check.high is not None:
        said += f", wanted {span(check.low, check.high, check.unit)}"
    return f"{said}: {check.word or RESULTS[check.result]}. {check.says}".strip()
