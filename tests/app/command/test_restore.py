"""`okbye restore`: asks, keeps what was there, and leaves a whole store alone."""

import pytest
from sample_takes import take

from app.folders import folders
from app.lock import WINDOW, lock
from coach.store.backups import back_up_daily
from coach.store.opening import open_store

from .conftest import lines

GARBAGE = b"no database" * 500


@pytest.fixture
def place(own_home):
    return folders().make()


@pytest.fixture
def damaged(place):
    """A store with a take, backed up, and then written over."""
    with open_store(place.database) as store:
        store.takes.add(take(1))
    back_up_daily(place.database)
    place.database.write_bytes(GARBAGE)
    return place


def aside(place):
    return [path.read_bytes() for path in place.home.glob("okbye.db.damaged-*")]


def test_other_commands_name_the_way(okbye, damaged):
    done = okbye("takes")
    assert done.exit_code == 1
    assert "okbye restore" in done.stderr


def test_a_yes_puts_the_backup_in_place(okbye, damaged):
    done = okbye("restore", "--yes")
    assert done.exit_code == 0
    assert "in use now" in done.stdout
    assert aside(damaged) == [GARBAGE]
    assert [line["id"] for line in lines(okbye("takes", "--json").stdout)] == ["take1"]


def test_anything_but_yes_changes_nothing(okbye, damaged):
    done = okbye("restore")  # nothing is typed
    assert done.exit_code == 1
    assert damaged.database.read_bytes() == GARBAGE
    assert aside(damaged) == []


def test_a_whole_store_is_left_alone_unless_it_is_meant(okbye, place):
    with open_store(place.database) as store:
        store.takes.add(take(1))
    back_up_daily(place.database)
    with open_store(place.database) as store:
        store.takes.add(take(2))
    before = place.database.read_bytes()
    done = okbye("restore", "--yes")
    assert (done.exit_code, done.stdout) == (0, "The store of takes is whole. Nothing was changed.\n")
    assert place.database.read_bytes() == before
    okbye("restore", "--yes", "--anyway")
    assert before in aside(place)
    assert len(lines(okbye("takes", "--json").stdout)) == 1


def test_an_open_window_keeps_its_store(okbye, damaged):
    with lock(damaged.home, WINDOW):
        done = okbye("restore", "--yes")
    assert done.exit_code == 1
    assert "Okbye is open" in done.stderr
    assert damaged.database.read_bytes() == GARBAGE


def test_without_a_backup_an_empty_store_is_offered(okbye, place):
    place.database.write_bytes(GARBAGE)
    assert "There is no good backup" in okbye("restore").stderr
    assert okbye("restore", "--yes").exit_code == 0
    assert aside(place) == [GARBAGE]
    assert okbye("takes", "--json").stdout == ""


def test_where_nothing_is_kept_nothing_is_made(okbye, own_home):
    assert okbye("restore", "--yes").exit_code == 0
    assert not own_home.exists()


def test_a_store_that_was_lost_comes_back(okbye, damaged):
    damaged.database.unlink()
    assert okbye("restore", "--yes").exit_code == 0
    assert len(lines(okbye("takes", "--json").stdout)) == 1


def test_erasing_takes_what_was_kept_aside_too(okbye, damaged):
    okbye("restore", "--yes")
    okbye("erase", "--yes")
    assert not damaged.home.exists()
