"""The sound of live calls is kept no longer than that of takes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from audio.sound_folder import SUFFIX
from coach.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

_DAY_S: Final = 86_400.0


def let_old_calls_go(folder: Path, days: int) -> int:
    """Remove what was last written to longer ago, also what a crash left half; how many files that was.

    The numbers stay in the log. Raise `StoreError`; the rest is then tried again at the next start.
    """
    before, gone = time.time() - days * _DAY_S, 0
    for path in folder.rglob(f"*{SUFFIX}"):
        try:
            if path.stat().st_mtime < before:
                path.unlink(missing_ok=True)
                gone += 1
        except OSError as error:
            raise StoreError(
                f"The old sound of a call could not be removed ({error.strerror}): {path}. "
                "It is tried again at the next start. Close whatever plays it, or delete the file yourself."
            ) from error
    return gone
