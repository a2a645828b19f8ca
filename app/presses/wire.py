"""What goes through the socket: the name of a control and a line's end; back comes one line of JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from app.presses.names import NAMES

LONGEST: Final = 64  # bytes of a name with its line's end
LONGEST_ANSWER: Final = 4096


@dataclass(frozen=True, slots=True)
class Answer:
    """`says` is a sentence where it was not `done`."""

    done: bool
    says: str = ""


NO_SUCH_CONTROL: Final = Answer(
    done=False, says="There is no control of that name. Nothing was pressed. `okbye press --help` lists them."
)


def to_name(line: bytes) -> str | None:
    """Return the control that is meant; None for whatever else came."""
    try:
        name = line.decode("ascii").strip()
    except UnicodeDecodeError:
        return None
    return name if name in NAMES else None


def to_line(answer: Answer) -> bytes:
    return json.dumps({"done": answer.done, "says": answer.says[: LONGEST_ANSWER // 16]}).encode() + b"\n"


def to_answer(line: bytes) -> Answer | None:
    """Read it back; None where it is none of ours."""
    try:
        read = json.loads(line)
        done, says = read["done"], read["says"]
    except (ValueError, RecursionError, KeyError, TypeError):
        return None
    return Answer(done, says) if isinstance(done, bool) and isinstance(says, str) else None
