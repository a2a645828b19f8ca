"""How long ago this process began, for the bench."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Final

_IMPORTED: Final = time.monotonic()


def seconds_since_start() -> float:
    """By the kernel's own record where there is one (to 10 ms); else since this module was imported."""
    try:
        began = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
        return time.clock_gettime(time.CLOCK_BOOTTIME) - began / os.sysconf("SC_CLK_TCK")
    except (OSError, AttributeError, IndexError, ValueError):
        return time.monotonic() - _IMPORTED
