"""What goes wrong when a report is written, as a sentence."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING

from coach.errors import CoachError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class ReportError(CoachError):
    """A report could not be written; nothing half is left of it."""

    kind = "report"


class ReportStopped(Exception):
    """It is no longer wanted."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        why = "the disk is full" if full else error.strerror or str(error)
        raise ReportError(
            f"The report could not be written to {path}: {why}. No half of a file is left there, and your takes are as "
            "they were. Make room, or choose another folder."
        ) from error
