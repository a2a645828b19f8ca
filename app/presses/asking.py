"""The other side of the socket: asks the open window to press one of its controls."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from app.presses.place import place
from app.presses.wire import LONGEST_ANSWER, Answer, to_answer

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE_S: Final = 5.0
DOES_NOT_ANSWER: Final = Answer(
    done=False,
    says="The open Okbye does not answer, so it cannot be told whether that was pressed. Look at its window.",
)


def ask(home: Path, name: str, within_s: float = PATIENCE_S) -> Answer | None:
    """Press the control of that name; None where no Okbye is open on this data folder."""
    try:
        with place(home) as address:
            said = _through(address, f"{name}\n".encode(), within_s)
    except (TimeoutError, BlockingIOError):
        return DOES_NOT_ANSWER
    except OSError:
        return None
    return to_answer(said) or DOES_NOT_ANSWER


if sys.platform == "win32":

    def _through(address: str, line: bytes, within_s: float) -> bytes:
        del within_s  # a pipe that can be opened has a window behind it
        with open(address, "r+b", buffering=0) as pipe:  # noqa: PTH123 - no path, but a pipe's name
            pipe.write(line)
            return pipe.read(LONGEST_ANSWER) or b""

else:

    def _through(address: str, line: bytes, within_s: float) -> bytes:
        import socket  # noqa: PLC0415 - Windows has none of this kind

        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as there:
            there.settimeout(within_s)
            there.connect(address)
            said = b""
            try:
                there.sendall(line)
                while not said.endswith(b"\n") and len(said) < LONGEST_ANSWER and (more := there.recv(LONGEST_ANSWER)):
                    said += more
            except (BrokenPipeError, ConnectionResetError):  # it was there, and went away before it answered
                return b""
            return said
