"""What an earlier version left in its store is there, and counted, in this one."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from importlib.resources import as_file

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sample_takes import NOON, verdict

from coach.review.doubt import doubt
from coach.review.review import Review
from coach.store.opening import OURS, History, open_store
from coach.store.verdict_text import to_text
from coach.takes import Wanted, day_of
from coach.verdict import Result


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


def test_the_takes_of_the_third_version_can_be_reviewed(database):
    third = History(OURS.migrations, "0003")
    unsure = replace(
        verdict(Result.UNSURE, 0.5), checks=(replace(verdict().checks[0], result=Result.UNSURE, value=0.5),)
    )
    with closing(_made_by(third, database)) as connection:
        for number, said in enumerate([to_text(verdict(pause=0.8)), to_text(unsure), "{"]):
            connection.execute(
                "INSERT INTO takes (id,started_at,day,rep,drill,result,pause,silence,duration,bands_name,recovered,"
                "note,verdict) VALUES (?,'2026-11-23 12:00:00.000000','2026-11-23','Ána','busy','pass',0.7,4.5,7.4,'',"
                "0,'In the hall.',?)",
                (f"take{number}", said),
            )
        connection.commit()
    with open_store(database) as store:
        assert [row.id for row in store.rows.page()] == ["take1", "take0", "take2"]
        assert [row.doubt for row in store.rows.page()] == [2.0, doubt(verdict(pause=0.8)), 0.0]
        assert store.takes.count(Wanted(text="ana hall busy")) == 3
        assert store.takes.count(Wanted(reviewed=False)) == 3
        assert store.reviews.put(Review("take1", "Tess", NOON))


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
