"""The one place where an error becomes words on stderr and an exit status."""

from __future__ import annotations

import os
import sys

from app.command.printable import visible

UNUSABLE, WRONG_USAGE, BUG, PIPE_CLOSED = 1, 2, 70, 141


def told(error: Exception) -> int:
    """Say what happened; return the exit status."""
    from audio.errors import AudioError  # noqa: PLC0415 - no command needs them before something goes wrong
    from coach.errors import BadScript, CoachError  # noqa: PLC0415

    match error:
        case BrokenPipeError():
            return _leave_quietly()
        case BadScript():
            _say(str(error))
            return WRONG_USAGE
        case AudioError() | CoachError():
            _say(str(error))
            return UNUSABLE
        case _:
            _say(_logged(error))
            return BUG


def _say(sentence: str) -> None:
    print(visible(sentence), file=sys.stderr)  # noqa: T201


def _leave_quietly() -> int:
    """Whoever read our output has gone, as `head` does; what is left in the buffers must not fail again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    return PIPE_CLOSED


def _logged(error: Exception) -> str:
    """Keep the details of a bug for whoever mends it; with no log to write they go to stderr."""
    from app.folders import folders  # noqa: PLC0415
    from app.log import keep_log, log  # noqa: PLC0415

    place = folders().log
    keep_log(place)
    log.critical("a command failed", exc_info=error)
    where = f"The details are in {place}." if place.is_file() else "The details are above."
    return f"This is a fault of the program ({type(error).__name__}); your recordings are safe. {where}"
