"""What the prospect does and has said, in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.said import CallState, Phase
from coach.drills.line import Meaning

if TYPE_CHECKING:
    from coach.verdict import ProspectLine

# Of an answer that was not the first: the drill's own cue speaks of that one.
_CUES: Final = {
    Meaning.NO: "that is a no",
    Meaning.NEVER: "that is a no, for good",
    Meaning.YES: "that is a yes: do not close",
}
_SAYS_MORE: Final = frozenset({Meaning.STAY, Meaning.THANKS, Meaning.BYE, Meaning.HELLO})  # than any cue


def call_words(call: CallState, cue: str) -> str:
    """What was said stands there once it was heard to its end, so that nobody reads along."""
    if call.phase is Phase.GONE:
        return _joined(_quoted(call), "they hung up")
    if call.said is None:
        return "It rings, and nobody answers." if _rings(call.lines) > 1 else "It rings."
    if call.phase is Phase.THEIRS:
        return "…"
    if call.said.meaning in _SAYS_MORE:
        return _quoted(call)
    return _joined(_quoted(call), cue if call.answers <= 1 else _CUES.get(call.said.meaning, cue))


def _quoted(call: CallState) -> str:
    return f"“{call.said.text}”" if call.said is not None else ""


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _rings(lines: tuple[ProspectLine, ...]) -> int:
    return sum(line.kind == "ring" for line in lines)
