import os

import pytest

from app.command.workers import measured
from app.measure import Measurement, Unusable, outcome
from coach.bands import Bands
from coach.verdict import Result

from .conftest import CLEAN, RUSHED


def die_of_bad(path, bands, progress):
    """What a decoder might do with a hostile file."""
    if path.name.startswith("bad"):
        os._exit(11)
    return outcome(path, bands, progress)


@pytest.fixture
def paths(take, tmp_path):
    (tmp_path / "text.wav").write_text("x" * 100)
    return [take(f"{n}.wav", CLEAN if n % 2 else RUSHED) for n in range(5)] + [tmp_path / "text.wav"]


def test_any_number_of_workers_gives_the_same_in_the_same_order(paths):
    one = list(measured(paths, Bands(), 1, lambda *_: None))
    two = list(measured(paths, Bands(), 2, lambda *_: None))
    assert one == two
    assert [found.path for found in one] == paths
    assert [type(found) for found in one] == [Measurement] * 5 + [Unusable]
    assert [found.verdict.result for found in one[:5]] == [Result.FAIL, Result.PASS] * 2 + [Result.FAIL]


@pytest.mark.parametrize("workers", [1, 2])
def test_progress_reaches_the_end_of_each(take, workers):
    paths = [take(f"{n}.wav", "." * 100) for n in range(3)]
    seen = {}
    list(measured(paths, Bands(), workers, lambda number, share: seen.update({number: share})))
    if workers == 1:  # in other processes it is looked at now and then
        assert seen == {0: 1.0, 1: 1.0, 2: 1.0}
    assert all(0 <= share <= 1 for share in seen.values())


def test_a_recording_that_kills_its_process_costs_only_itself(take):
    paths = [take(name) for name in ("a.wav", "bad.wav", "b.wav")]
    found = list(measured(paths, Bands(), 2, lambda *_: None, die_of_bad))
    assert [isinstance(one, Measurement) for one in found] == [True, False, True]
    assert found[1].says == "bad.wav is not a sound file this program can read: its decoder broke down."


def test_what_is_no_longer_wanted_is_not_measured(hours, take):
    """Leaving early must not wait for hours of sound."""
    wanted = measured([take("a.wav"), *(hours(f"{n}.wav", 20) for n in range(3))], Bands(), 2, lambda *_: None)
    assert isinstance(next(wanted), Measurement)
    wanted.close()
