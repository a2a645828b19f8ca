import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from importlib.resources import files
from pathlib import Path

import alembic.autogenerate
import alembic.script
import pytest
from alembic.migration import MigrationContext
from sample_takes import take

from coach.errors import NewerStore, StoreError
from coach.store import sqlite, tables
from coach.store.opening import OURS, History, open_store

ADD_MOOD = """
import sqlalchemy as sa
from alembic import op
revision = "{revision}"
down_revision = "{before}"
def upgrade():
    op.add_column("takes", sa.Column("mood{revision}", sa.String))
    {then}
"""

NOW = int(OURS.head)
MOOD = f"mood{NOW + 1:04}"


@pytest.fixture
def database(tmp_path):
    return tmp_path / "home" / "okbye.db"


@pytest.fixture
def later(tmp_path):
    """Make the history of a later version: `later(NOW + 2)` ends in revision 0003."""

    def history(head, then="pass"):
        folder = tmp_path / f"migrations-100%-{head}"
        shutil.copytree(Path(str(OURS.migrations)), folder, ignore=shutil.ignore_patterns("__pycache__"))
        for number in range(NOW + 1, head + 1):
            step = ADD_MOOD.format(revision=f"{number:04}", before=f"{number - 1:04}", then=then)
            (folder / "versions" / f"r{number:04}.py").write_text(step)
        return History(folder, f"{head:04}")

    return history


def columns(database):
    with closing(sqlite3.connect(database)) as connection:
        return [row[1] for row in connection.execute("PRAGMA table_info(takes)")]


def python(code, *arguments, **options):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen([sys.executable, "-c", code, *map(str, arguments)], env=environment, text=True, **options)


def test_the_migrations_make_the_tables_that_the_program_knows(database):
    with open_store(database) as store, store.transact() as connection:
        context = MigrationContext.configure(connection)
        assert alembic.autogenerate.compare_metadata(context, tables.metadata) == []
        assert context.get_current_revision() == tables.HEAD


def test_the_head_is_the_newest_migration():
    scripts = alembic.script.ScriptDirectory(str(files("coach.store") / "migrations"))
    assert scripts.get_current_head() == tables.HEAD


def test_what_was_added_is_there_the_next_time(database):
    with open_store(database) as store:
        store.takes.add(take(1))
    with open_store(database) as store:
        assert list(store.takes.newest()) == [take(1)]


def test_the_folder_is_made_for_its_user_alone(database):
    open_store(database).close()
    assert database.parent.stat().st_mode & 0o077 == 0


def test_a_store_that_is_up_to_date_opens_without_alembic(database):
    open_store(database).close()
    code = """
import sys
from pathlib import Path
from coach.store.opening import open_store
open_store(Path(sys.argv[1])).close()
sys.exit("alembic" in sys.modules)
"""
    assert python(code, database).wait(60) == 0


def test_an_older_store_is_backed_up_and_brought_up_to_date(database, later):
    with open_store(database) as store:
        store.takes.add(take(1))
    with open_store(database, later(NOW + 1)) as store:
        assert store.takes.get("take1") == take(1)
    assert MOOD in columns(database)
    (backup,) = (database.parent / "backups").iterdir()
    assert MOOD not in columns(backup)
    with open_store(backup) as store:
        assert store.takes.get("take1") == take(1)


def test_what_was_deleted_is_not_left_in_the_file(database):
    with open_store(database) as store:
        store.takes.add(take(1, note="a word in confidence"))
        store.takes.delete("take1")
    assert b"a word in confidence" not in database.read_bytes()


def test_a_backup_holds_what_another_program_has_only_just_written(database, later):
    with open_store(database) as busy:
        busy.takes.add(take(1))  # still in the log beside the file
        open_store(database, later(NOW + 1)).close()
    (backup,) = (database.parent / "backups").iterdir()
    with open_store(backup) as store:
        assert store.takes.count() == 1


def test_the_newest_three_backups_are_kept(database, later):
    for head in range(NOW, NOW + 6):
        open_store(database, later(head)).close()
    kept = sorted(path.name.split("-")[1] for path in (database.parent / "backups").iterdir())
    assert kept == [f"{head:04}" for head in range(NOW + 2, NOW + 5)]


def test_a_new_store_needs_no_backup(database):
    open_store(database).close()
    assert not (database.parent / "backups").exists()


def test_a_migration_that_fails_changes_nothing(database, later):
    with open_store(database) as store:
        store.takes.add(take(1))
    with pytest.raises(ZeroDivisionError):
        open_store(database, later(NOW + 2, then=f"1 / ({NOW + 2} - int(revision))"))
    assert MOOD not in columns(database)
    with open_store(database) as store:
        assert store.takes.count() == 1


def test_killed_in_the_middle_of_a_migration_it_is_as_before(database, later):
    with open_store(database) as store:
        store.takes.add(take(1))
    history = later(NOW + 1, then="import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    code = """
import sys
from pathlib import Path
from coach.store.opening import History, open_store
open_store(Path(sys.argv[1]), History(Path(sys.argv[2]), sys.argv[3]))
"""
    assert python(code, database, history.migrations, history.head).wait(60) < 0
    assert MOOD not in columns(database)
    with open_store(database) as store:
        assert store.takes.count() == 1


def test_a_newer_store_is_refused_and_left_alone(database, later):
    open_store(database, later(NOW + 1)).close()
    before = database.read_bytes()
    with pytest.raises(NewerStore, match="newer version"):
        open_store(database)
    assert database.read_bytes() == before
    assert not (database.parent / "backups").exists()


@pytest.mark.parametrize("content", [b"Dear diary, " * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_what_is_no_store_is_refused_and_left_alone(database, content):
    database.parent.mkdir()
    database.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"):
        open_store(database)
    assert database.read_bytes() == content
    assert list(database.parent.iterdir()) == [database]


def test_the_database_of_another_program_is_refused_and_left_alone(database):
    database.parent.mkdir()
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("CREATE TABLE recipes (soup TEXT)")
    before = database.read_bytes()
    with pytest.raises(StoreError, match="not a store"):
        open_store(database)
    assert database.read_bytes() == before


def test_damage_further_in_is_told_when_it_is_met(database):
    with open_store(database) as store:
        for number in range(50):
            store.takes.add(take(number))
    content = bytearray(database.read_bytes())
    content[4096 * 2 :] = b"\xaa" * (len(content) - 4096 * 2)
    database.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"), open_store(database) as store:
        list(store.takes.newest())


def test_a_locked_store_is_told_and_nothing_is_lost(database, monkeypatch):
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0)
    with open_store(database) as store, closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert store.takes.count() == 0  # reading goes on
        with pytest.raises(StoreError, match="used by another program"):
            store.takes.add(take(1))
        other.execute("COMMIT")
        store.takes.add(take(1))
        assert store.takes.count() == 1


def test_a_full_disk_is_told_and_what_was_there_stays(database):
    with open_store(database) as store:
        store.takes.add(take(1))
        with store.transact() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")
        with pytest.raises(StoreError, match="disk is full"):
            store.takes.add(take(2, note="long " * 10_000))
        assert list(store.takes.newest()) == [take(1)]


def test_a_folder_that_may_not_be_changed_is_told(unprivileged):
    unprivileged.chmod(0o500)
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(unprivileged / "okbye.db")
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(unprivileged / "deeper" / "okbye.db")
    assert list(unprivileged.iterdir()) == []


@pytest.fixture
def a_store_with_a_take(database):
    with open_store(database) as store:
        store.takes.add(take(1))
    return database.read_bytes()


def test_a_store_that_may_not_be_changed_is_told(a_store_with_a_take, unprivileged):
    database = unprivileged / "okbye.db"
    database.write_bytes(a_store_with_a_take)
    database.chmod(0o400)
    with open_store(database) as store:
        assert store.takes.count() == 1
        with pytest.raises(StoreError, match="cannot be written"):
            store.takes.add(take(2))


def test_a_folder_in_place_of_the_store_is_told(database):
    database.mkdir(parents=True)
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(database)


def test_many_programs_may_open_a_new_store_at_once(database):
    code = """
import sys
from pathlib import Path
from sample_takes import take
from coach.store.opening import open_store
print("ready", flush=True)
sys.stdin.readline()
with open_store(Path(sys.argv[1])) as store:
    for number in range(10):
        store.takes.add(take(number, id=f"{sys.argv[2]}-{number}"))
"""
    programs = [python(code, database, name, stdin=subprocess.PIPE, stdout=subprocess.PIPE) for name in "abcd"]
    for program in programs:
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        program.stdin.write("go\n")
        program.stdin.flush()
    for program in programs:
        with program:
            assert program.wait(60) == 0
    with open_store(database) as store:
        assert store.takes.count() == 40
