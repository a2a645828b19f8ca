"""A damaged store in the real window: the last good backup is one key away, and the damaged file is kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from end_to_end.virtual_microphone import eventually
from sample_takes import take

from coach.store.backups import back_up_daily
from coach.store.opening import open_store

pytestmark = pytest.mark.screen

GARBAGE = b"\xaa" * 50_000


@pytest.fixture
def surroundings(screen, own_home):
    return {**os.environ, **screen.environment, "OKBYE_HOME": str(own_home)}


@pytest.fixture
def okbye(surroundings, own_home):
    """The window over a store that was backed up and then written over."""
    own_home.mkdir()
    (own_home / "settings.json").write_text('{"drill": "just-the-close", "set_up": "skipped"}')
    with open_store(own_home / "okbye.db") as store:
        store.takes.add(take(1))
    back_up_daily(own_home / "okbye.db")
    (own_home / "okbye.db").write_bytes(GARBAGE)
    app = subprocess.Popen([sys.executable, "-m", "app"], env=surroundings, stderr=subprocess.DEVNULL)
    yield app
    app.kill()
    app.wait()


def test_the_backup_is_offered_and_used(okbye, screen, own_home, surroundings):
    screen.await_name("damaged_text", "last good backup is of")
    assert (own_home / "okbye.db").read_bytes() == GARBAGE
    screen.key("space")
    screen.await_name("notice", "The backup of .* is in use now")
    (aside,) = own_home.glob("okbye.db.damaged-*")
    assert aside.read_bytes() == GARBAGE
    listed = subprocess.run(
        [sys.executable, "-m", "app", "takes", "--json"], env=surroundings, capture_output=True, check=True
    )
    assert [json.loads(line)["id"] for line in listed.stdout.splitlines()] == ["take1"]


def test_not_now_leaves_it_alone(okbye, screen, own_home):
    screen.await_control("damaged_text")
    screen.key("Escape")
    eventually(lambda: "damaged" in (screen.read("notice") or {"name": ""})["name"], "the page says so")
    assert (own_home / "okbye.db").read_bytes() == GARBAGE
    assert not list(own_home.glob("okbye.db.*"))
