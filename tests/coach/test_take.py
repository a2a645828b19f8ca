from datetime import datetime

import pytest
from sample_takes import take

from coach.take import new_id


def test_a_take_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="moment"):
        take(1, started_at=datetime(2026, 11, 23, 12, 0))  # noqa: DTZ001


def test_ids_are_names_of_files_and_never_the_same():
    ids = {new_id() for _ in range(100)}
    assert len(ids) == 100
    assert all(name.isalnum() for name in ids)
