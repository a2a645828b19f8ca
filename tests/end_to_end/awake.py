"""A time zone where it is the middle of the day, whenever the tests are run: who is asleep is not called."""

from __future__ import annotations

from datetime import UTC, datetime

NOON = 12
AWAKE = f"Etc/GMT{datetime.now(UTC).hour - NOON:+d}"  # its sign is the other way round: Etc/GMT-3 is three hours ahead
