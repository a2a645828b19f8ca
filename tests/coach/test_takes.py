import time
from datetime import UTC, date, datetime

import pytest

from coach.takes import start_of


@pytest.mark.parametrize(
    ("zone", "day", "start"),
    [
        ("UTC", date(2026, 7, 1), datetime(2026, 7, 1, tzinfo=UTC)),
        ("America/New_York", date(2026, 7, 1), datetime(2026, 7, 1, 4, tzinfo=UTC)),
        ("America/New_York", date(2026, 12, 1), datetime(2026, 12, 1, 5, tzinfo=UTC)),
        ("Asia/Kolkata", date(2026, 1, 1), datetime(2025, 12, 31, 18, 30, tzinfo=UTC)),
    ],
)
def test_a_day_is_the_users_own(monkeypatch, zone, day, start):
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert start_of(day) == start
    finally:
        monkeypatch.undo()
        time.tzset()
