"""What the rep reads: one sentence that matters most, then what to do. About the act, never about the person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from audio.segment import Segment, Word
from coach.verdict import Check, Result

Fault = tuple[str, str, str, str]  # a check, its word, the headline ({} is the value), what to do

# In the order in which they matter.
FAULTS: tuple[Fault, ...] = (
    ("pause", "none", "The two words ran together.", "Say “Ok” and stop. Let the pause stand, then say “Good-bye”."),
    ("pause", "short", "The pause was too short.", "Wait a little longer between “Ok” and “Good-bye”: no rush."),
    ("nothing_else", "more", "You said more than the two words.", "Leave out everything but “Ok” and “Good-bye”."),
    (
        "silence",
        "broken",
        "You spoke again too soon.",
        "After “Good-bye” stay silent, so they can still speak or go first.",
    ),
    (
        "silence",
        "short",
        "You hung up too soon.",
        "Stay silent a little longer after “Good-bye”, so they can still speak or go first.",
    ),
    ("pause", "long", "The pause was too long.", "Say “Good-bye” a little sooner, before they wonder."),
    ("silence", "long", "You waited longer than you set yourself.", "You may hang up a little sooner."),
    ("ok", "clipped", "“Ok” was clipped.", "Give “Ok” its full length, matter-of-fact."),
    ("ok", "drawn out", "“Ok” was drawn out.", "Say “Ok” a little shorter, matter-of-fact."),
    ("farewell", "clipped", "“Good-bye” was clipped.", "Give “Good-bye” its full length, businesslike."),
    ("farewell", "drawn out", "“Good-bye” was drawn out.", "Say “Good-bye” a little shorter, businesslike."),
    ("answer_time", "rushed", "Your “Ok” came too soon.", "Let them finish, then say “Ok”."),
    (
        "answer_time",
        "late",
        "Your “Ok” came late.",
        "Say “Ok” once they have finished. There is nothing to think over.",
    ),
)

NAMES = {
    "pause": "the pause",
    "silence": "the silence",
    "ok": "the length of “Ok”",
    "farewell": "the length of “Good-bye”",
    "answer_time": "the time to your “Ok”",
}
CLEAN = ("A clean close.", "Keep it just so.")


def advise(
    result: Result,
    checks: tuple[Check, ...],
    faults: tuple[Fault, ...] = FAULTS,
    names: Mapping[str, str] = NAMES,
    clean: tuple[str, str] = CLEAN,
) -> tuple[str, str]:
    """Headline and advice for a close that was found, or for whatever else these `faults` speak of."""
    if result is Result.NOT_MEASURED:
        return "This take could not be measured.", "Try it once more."  # why not is the verdict's `reason`
    if result is Result.PASS:
        return clean[0], f"{_good(checks)} {clean[1]}".strip()
    if result is Result.UNSURE:
        return _unsure(checks, names)
    said = {(check.name, check.word): check.value for check in checks if check.result is Result.FAIL}
    for name, word, headline, what_to_do in faults:
        if (name, word) in said:
            return headline.format(f"{said[name, word] or 0.0:.1f} s"), f"{_good(checks)} {what_to_do}".strip()
    raise AssertionError(said)  # every failing check has its row above


def worst(checks: Iterable[Check], faults: tuple[Fault, ...] = FAULTS) -> Check | None:
    """The failing check that matters most."""
    failing = {(check.name, check.word): check for check in checks if check.result is Result.FAIL}
    return next((failing[name, word] for name, word, *_ in faults if (name, word) in failing), None)


def what_they_hear(checks: tuple[Check, ...]) -> str:
    """One sentence: of the fault that matters most, or of the pause where there is none."""
    failing = worst(checks)
    if failing is not None:
        return failing.says
    unsure = (check.says for check in checks if check.result is Result.UNSURE)
    right = (check.says for check in checks if check.name == "pause" and check.result is Result.PASS)
    return next((sentence for kind in (unsure, right) for sentence in kind), "")


def nothing_heard(voices: list[Segment]) -> tuple[str, str]:
    """Headline and advice for a recording without a close."""
    if not voices:
        return "No voice was heard.", "Speak a little closer to the microphone, then try again."
    heard = {voice.word for voice in voices}
    if Word.OK in heard and Word.FAREWELL not in heard:
        return "“Good-bye” was not heard.", "After “Ok” leave a clear pause, then say “Good-bye”."
    if Word.FAREWELL in heard and Word.OK not in heard:
        return "“Ok” was not heard.", "Say “Ok” first, leave a clear pause, then say “Good-bye”."
    if len(voices) == 1:
        return "Only one word was heard.", "Say “Ok”, leave a clear pause, then say “Good-bye”."
    return "No close was heard.", "Say “Ok”, leave a clear pause, then say “Good-bye”."


def sound_was_lost() -> str:
    return "Some sound was lost in the middle of it, so its times cannot be trusted."


def _unsure(checks: tuple[Check, ...], names: Mapping[str, str]) -> tuple[str, str]:
    unsure = [names[check.name] for check in checks if check.result is Result.UNSURE]
    what, verb = _listed(unsure), "is" if len(unsure) == 1 else "are"
    return "Too close to call.", f"{what[0].upper()}{what[1:]} {verb} nearer to a limit than can be measured here."


def _good(checks: tuple[Check, ...]) -> str:
    """What was right, in one short sentence."""
    passed = {check.name for check in checks if check.result is Result.PASS}
    parts = []
    if "pause" in passed:
        parts.append("the pause was clear")
    if "silence" in passed:
        parts.append("the silence was kept")
    if "nothing_else" in passed:
        parts.append("nothing else was said")
    if not parts:
        return ""
    text = _listed(parts)
    return f"{text[0].upper()}{text[1:]}."


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
