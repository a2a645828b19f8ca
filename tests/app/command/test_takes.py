import csv
import json
import time
from datetime import UTC, datetime

import pytest
import soundfile
from sample_takes import NOON, hiss, take, verdict
from typer.testing import CliRunner

from app.command.root import app
from coach.report import as_json
from coach.store.opening import open_store
from coach.verdict import Result


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("OKBYE_HOME", str(tmp_path))
    return tmp_path


def okbye_takes(*arguments):
    return CliRunner().invoke(app, ["takes", *arguments])


def lines(*arguments):
    done = okbye_takes("--json", *arguments)
    assert done.exit_code == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def stored(home, *takes):
    with open_store(home / "okbye.db") as store:
        for one in takes:
            store.takes.add(one)


def test_without_takes_it_says_how_to_get_one_and_makes_no_store(home):
    done = okbye_takes()
    assert done.exit_code == 0
    assert "No takes yet" in done.stdout
    assert lines() == []
    assert list(home.iterdir()) == []


def test_a_line_is_that_of_analyze_and_what_the_store_knows(home):
    sound = home / "sound" / "2026" / "11" / "take1.flac"
    sound.parent.mkdir(parents=True)
    soundfile.write(sound, hiss(1, 48_000), 48_000, "PCM_16")
    stored(home, take(1, drill="busy", sound="2026/11/take1.flac", recovered=True))
    (line,) = lines()
    assert line == as_json(verdict(), path=str(sound), sample_rate_hz=48_000) | {
        "id": "take1",
        "started_at": "2026-11-23T12:01:00+00:00",
        "rep": "Ana",
        "drill": "busy",
        "offer": None,
        "bands": "Our defaults",
        "recovered": True,
        "sound": "2026/11/take1.flac",
        "fault": None,
        "note": "",
    }


def test_the_numbers_outlive_the_sound(home):
    stored(home, take(1, sound="2026/11/gone.flac"), take(2), take(3, sound="../../etc/passwd"))
    found = lines()
    assert [line["close"]["pause_s"] for line in found] == [0.8, 0.8, 0.8]
    assert [line["path"] for line in found] == [None, None, None]
    assert [line["sample_rate_hz"] for line in found] == [None, None, None]


def test_filters(home, monkeypatch):
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        stored(
            home,
            take(1, started_at=datetime(2026, 11, 23, 4, 59, tzinfo=UTC)),  # still the 22nd in New York
            take(2, started_at=datetime(2026, 11, 23, 5, 0, tzinfo=UTC)),
            take(3, rep="Bo"),
            take(4, verdict=verdict(Result.NOT_MEASURED)),
        )
        assert [line["id"] for line in lines()] == ["take4", "take3", "take2", "take1"]
        assert [line["id"] for line in lines("--since", "2026-11-23")] == ["take4", "take3", "take2"]
        assert [line["id"] for line in lines("--rep", "Bo")] == ["take3"]
        assert [line["id"] for line in lines("--verdict", "not_measured")] == ["take4"]
        assert lines("--rep", "Bo", "--verdict", "fail") == []
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize("wrong", [["--verdict", "great"], ["--since", "yesterday"], ["--since", "2026-13-01"], ["x"]])
def test_wrong_usage(home, wrong):
    assert okbye_takes(*wrong).exit_code == 2
    assert list(home.iterdir()) == []


def test_a_table_for_people(home):
    stored(home, take(1, drill="busy"), take(2, rep="Bo\x1b[2J", verdict=verdict(Result.FAIL, 0.05)))
    done = okbye_takes()
    assert f"{NOON.astimezone():%Y-%m-%d}" in done.stdout
    newest, oldest = (line for line in done.stdout.splitlines() if "2026-11-23" in line)
    assert "✗ fail" in newest
    assert "0.05 s" in newest
    assert "\x1b" not in done.stdout
    assert "✓ pass" in oldest
    assert "busy" in oldest


def test_when_no_take_is_like_that_it_says_so(home):
    stored(home, take(1))
    assert "No take is like that" in okbye_takes("--rep", "Bo").stdout


def test_a_store_that_cannot_be_read_is_told(home):
    (home / "okbye.db").write_bytes(b"Dear diary, " * 100)
    done = okbye_takes("--json")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "damaged" in done.stderr


def test_their_times_go_to_other_programs(home, tmp_path):
    stored(home, take(1), take(2))
    done = okbye_takes("--export", "textgrid", "--to", str(tmp_path / "out"))
    assert (done.exit_code, done.stdout) == (0, f"2 takes in {tmp_path / 'out'}\n")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"take1.TextGrid", "take2.TextGrid"}
    okbye_takes("--export", "csv", "--to", str(tmp_path / "out"))
    rows = list(csv.DictReader((tmp_path / "out" / "okbye.csv").read_text(encoding="utf-8").splitlines()))
    assert [row["take"] for row in rows] == ["take2", "take1"]
    assert okbye_takes("--export", "csv").exit_code == 2


def test_those_whose_sound_is_gone_are_listed(home):
    stored(home, take(1), take(2, sound="2026/11/take2.flac"))
    assert [line["id"] for line in lines("--missing")] == ["take2"]
