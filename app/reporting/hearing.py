"""What of the sound goes into a report."""

from __future__ import annotations

from enum import StrEnum


class Hearing(StrEnum):
    """Nothing, a small copy to listen to, or the very files."""

    NONE = "none"
    SMALL = "small"
    AS_KEPT = "as-kept"
