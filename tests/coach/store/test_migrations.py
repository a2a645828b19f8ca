"""What an earlier version left in its store is there, and counted, in this one."""

import sqlite3
from contextlib import closing
from importlib.resources import as_file

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sample_takes import NOON, verdict

from coach.store.opening import OURS, History, open_store
from coach.store.verdict_text import to_text
from coach.takes import day_of


@pytest.fixture
def database(tmp_path):
    return tmp_path / "home" / "okbye.db"


def test_the_takes_of_the_first_version_are_counted_too(database):
    first = History(OURS.migrations, "0001")
    with closing(_made_by(first, database)) as connection:
        text = to_text(verdict(pause=0.7))
        for number, said in enumerate([text, "{", '{"checks": [{"name": 7}]}']):
            connection.execute(
                "INSERT INTO takes VALUES "
                "(?,'2026-11-23 12:00:00.000000','Ana',NULL,NULL,NULL,'pass',0.7,4.5,7.4,'',0,NULL,'',?)",
                (f"take{number}", said),
            )
        connection.commit()
    with open_store(database) as store:
        (day,) = store.tallies.days()
        assert (day.day, day.takes) == (day_of(NOON), 3)
        assert [value for _, value in store.tallies.values("pause")] == [0.7]
        assert store.takes.get("take0").verdict == verdict(pause=0.7)


def _made_by(history, database):
    """A store as that version left it."""
    database.parent.mkdir()
    engine = sa.create_engine(f"sqlite:///{database}")
    with engine.begin() as connection, as_file(history.migrations) as folder:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(folder))
        command.upgrade(config, history.head)
    engine.dispose()
    return sqlite3.connect(database)
