import json

import pytest
import typer
from typer.testing import CliRunner

from app.command.where import where

app = typer.Typer()
app.command()(where)


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("OKBYE_HOME", str(tmp_path / "Zoë's takes"))
    return tmp_path / "Zoë's takes"


def test_it_names_the_folder_and_makes_none(home):
    done = CliRunner().invoke(app)
    assert done.exit_code == 0
    assert done.stdout == f"{home}\n"
    assert not home.exists()


def test_its_parts_and_their_sizes(home):
    sound = home / "sound" / "2026" / "11"
    sound.mkdir(parents=True)
    (sound / "a.flac").write_bytes(b"x" * 300)
    (home / "okbye.db").write_bytes(b"x" * 20)
    (home / "okbye.db-wal").write_bytes(b"x" * 4)
    said = json.loads(CliRunner().invoke(app, ["--json"]).stdout)
    assert said["home"] == str(home)
    assert said["bytes"] == 324
    sizes = {name: (part["exists"], part["bytes"]) for name, part in said["parts"].items()}
    assert sizes == {
        "database": (True, 24),
        "backups": (False, 0),
        "sound": (True, 300),
        "settings": (False, 0),
        "voice": (False, 0),
        "log": (False, 0),
    }


@pytest.mark.usefixtures("home")
def test_without_a_folder_all_is_empty():
    said = json.loads(CliRunner().invoke(app, ["--json"]).stdout)
    assert said["exists"] is False
    assert said["bytes"] == 0
