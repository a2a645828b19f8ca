import os
import shutil
import tempfile
from pathlib import Path

import pytest

from coach.store.opening import open_store

NOBODY = 65534


@pytest.fixture
def unprivileged():
    """Give a folder of its own to a user whom the rights of files bind: the superuser may write anywhere."""
    folder = Path(tempfile.mkdtemp())
    superuser = os.geteuid() == 0
    if superuser:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    yield folder
    if superuser:
        os.seteuid(0)
    folder.chmod(0o700)
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory):
    database = tmp_path_factory.mktemp("empty") / "okbye.db"
    open_store(database).close()
    return database


@pytest.fixture
def fresh_database(empty_database, tmp_path):
    """A store with nothing in it, whose tables need not be made once more."""
    (tmp_path / "store").mkdir()
    return Path(shutil.copy(empty_database, tmp_path / "store"))
