"""What of a stereo recording is listened to."""

from __future__ import annotations

from enum import StrEnum


class Side(StrEnum):
    """Both together are one sound."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"
