"""`okbye press NAME`: no Qt and no numpy, for a pedal must not wait."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from app.presses.names import NAMES

if TYPE_CHECKING:
    from pathlib import Path

DONE: Final = 0
UNUSABLE: Final = 1
WRONG_USAGE: Final = 2

UNKNOWN: Final = f"There is no control of that name. Nothing was pressed. The names are: {', '.join(NAMES)}."


def press(home: Path, name: str) -> int:
    """Return the exit status; what went wrong is a sentence on standard error."""
    from app.presses.asking import ask  # noqa: PLC0415 - a wrong name needs no socket

    if name not in NAMES:
        return _say(UNKNOWN, WRONG_USAGE)
    answer = ask(home, name)
    if answer is None:
        return _say("No Okbye is open on this data folder, so nothing was pressed. Open it first.", UNUSABLE)
    return DONE if answer.done else _say(answer.says, UNUSABLE)


def _say(sentence: str, status: int) -> int:
    sys.stderr.write(f"{sentence}\n")
    return status
