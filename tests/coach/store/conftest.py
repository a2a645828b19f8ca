import shutil

import pytest

from coach.store.opening import open_store


@pytest.fixture(scope="session")
def empty(tmp_path_factory):
    """A store that was just made: all its migrations once, not for every test."""
    database = tmp_path_factory.mktemp("empty") / "okbye.db"
    open_store(database).close()
    return database


@pytest.fixture
def store(tmp_path, empty):
    shutil.copy(empty, tmp_path)
    with open_store(tmp_path / empty.name) as store:
        yield store


@pytest.fixture
def takes(store):
    return store.takes


@pytest.fixture
def offers():
    return ["a", "b", "c"]


@pytest.fixture
def calls(fresh_database, offers):
    with open_store(fresh_database, offers=lambda: offers) as store:
        yield store.calls
