import pytest
from sample_takes import NOON, take
from typer.testing import CliRunner

from app.command.root import app
from coach.store.opening import open_store


@pytest.fixture
def stored(own_home):
    with open_store(own_home / "okbye.db") as store:
        for number in (1, 2):
            store.takes.add(take(number, rep="Ana" if number == 1 else "Bo"))
    return own_home


def everything(home):
    with open_store(home / "okbye.db") as store:
        return list(store.takes.newest())


def test_out_and_in_again(okbye, stored, tmp_path, monkeypatch):
    file = tmp_path / "takes.okbye"
    done = okbye("export", file)
    assert (done.exit_code, done.stdout) == (0, f"2 takes in {file}\n")
    monkeypatch.setenv("OKBYE_HOME", str(tmp_path / "elsewhere"))
    assert okbye("import", file).stdout == "2 takes added\n"
    assert okbye("import", file).stdout == "0 takes added, 2 were here already\n"
    assert everything(tmp_path / "elsewhere") == everything(stored)


def test_only_some(okbye, stored, tmp_path):
    for number, (chosen, count) in enumerate(
        [
            (["--rep", "Bo"], "1 take"),
            (["--take", "take1", "--take", "take2"], "2 takes"),
            (["--since", "2026-11-22"], "2"),
        ]
    ):
        assert okbye("export", tmp_path / f"{number}.okbye", *chosen).stdout.startswith(count)


def test_what_cannot_be_exported_is_told(okbye, stored, tmp_path):
    file = tmp_path / "takes.okbye"
    done = okbye("export", file, "--rep", "Cy")
    assert done.exit_code == 1
    assert "nothing to export" in done.stderr
    file.write_text("mine")
    done = okbye("export", file)
    assert done.exit_code == 1
    assert "already" in done.stderr
    assert file.read_text() == "mine"


def test_without_takes_there_is_nothing_to_export_and_no_store_is_made(okbye, own_home, tmp_path):
    done = okbye("export", tmp_path / "takes.okbye")
    assert done.exit_code == 1
    assert "no takes yet" in done.stderr
    assert not own_home.exists()


def test_a_file_that_is_no_parcel_changes_nothing(okbye, own_home, tmp_path):
    file = tmp_path / "takes.okbye"
    file.write_text("Dear diary")
    done = okbye("import", file)
    assert done.exit_code == 1
    assert "Nothing of it was used" in done.stderr
    assert not own_home.exists()


def test_erasing_asks_for_the_word(okbye, stored):
    done = CliRunner().invoke(app, ["erase"], input="yes\n")
    assert done.exit_code == 1
    assert "Nothing was deleted" in done.stderr
    assert len(everything(stored)) == 2
    done = CliRunner().invoke(app, ["erase"], input="erase\n")
    assert done.exit_code == 0
    assert not stored.exists()
    assert "Nothing is kept" in okbye("erase").stdout


def test_erasing_takes_all_of_ours_and_nothing_of_others(okbye, stored):
    sound = stored / "sound" / f"{NOON:%Y/%m}" / "take1.flac"
    sound.parent.mkdir(parents=True)
    for ours in (
        sound,
        sound.with_suffix(".part.flac"),
        stored / "settings.json",
        stored / "voice.npz",
        stored / "okbye.log.1",
    ):
        ours.write_text("ours")
    (stored / "backups").mkdir()
    (stored / "backups" / "okbye-0001-20261123.db").write_text("ours")
    theirs = [stored / "sound" / "song.flac", stored / "diary.txt"]
    for file in theirs:
        file.write_text("mine")
    assert okbye("erase", "--yes").exit_code == 0
    assert sorted(path for path in stored.rglob("*") if path.is_file()) == sorted(theirs)
