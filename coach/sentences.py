"""What the rep reads: one sentence that matters most, then what to do. About the act, never about the person."""

from __future__ import annotations

from audio.segment import Segment, Word
from coach.verdict import Check, Close, Result

# In the order in which they matter: (check, its word) → (headline, what to do).
_FAULTS: list[tuple[str, str, str, str]] = [
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
]

_NAMES = {
    "pause": "the pause",
    "silence": "the silence",
    "ok": "the length of “Ok”",
    "farewell": "the length of “Good-bye”",
}


def advise(result: Result, checks: tuple[Check, ...], close: Close) -> tuple[str, str]:
    """Headline and advice for a close that was found."""
    if result is Result.NOT_MEASURED:
        return "This take could not be measured.", "Try it once more."  # why not is the verdict's `reason`
    if result is Result.PASS:
        return "A clean close.", f"{_good(checks)} Keep it just so.".strip()
    if result is Result.UNSURE:
        return _unsure(checks)
    said = {(check.name, check.word) for check in checks if check.result is Result.FAIL}
    for name, word, headline, what_to_do in _FAULTS:
        if (name, word) in said:
            return headline, f"{_good(checks)} {what_to_do}".strip()
    raise AssertionError(close)  # every failing check has its row above


def what_they_hear(checks: tuple[Check, ...]) -> str:
    """One sentence: of the fault that matters most, or of the pause where there is none."""
    says = {(check.name, check.word): check.says for check in checks if check.result is Result.FAIL}
    worst = (says[name, word] for name, word, *_ in _FAULTS if (name, word) in says)
    unsure = (check.says for check in checks if check.result is Result.UNSURE)
    right = (check.says for check in checks if check.name == "pause" and check.result is Result.PASS)
    return next((sentence for kind in (worst, unsure, right) for sentence in kind), "")


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


def _unsure(checks: tuple[Check, ...]) -> tuple[str, str]:
    names = [_NAMES[check.name] for check in checks if check.result is Result.UNSURE]
    what, verb = _listed(names), "is" if len(names) == 1 else "are"
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
