"""Where the open window can be reached: a socket in its data folder, on Windows a pipe named after that folder."""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOCKET: Final = "press.sock"
_LONGEST: Final = 90  # bytes: the system takes 104 to 108, and Qt adds some while it makes one


@contextmanager
def place(home: Path) -> Iterator[str]:
    """Give the name that both sides use; it holds inside the block. Raise `OSError`."""
    if sys.platform == "win32":
        named = hashlib.sha256(os.path.normcase(os.path.realpath(home)).encode()).hexdigest()
        yield rf"\\.\pipe\okbye-{named[:32]}"
        return
    path = home / SOCKET
    if len(os.fsencode(path)) <= _LONGEST or not sys.platform.startswith("linux"):
        yield str(path)
        return
    # A name that is too long for a socket is reached through its open folder.
    folder = os.open(home, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield f"/proc/self/fd/{folder}/{SOCKET}"
    finally:
        os.close(folder)
