import json
import re

import pytest
import soundfile
from taught import sayings

from audio.voice.keeping import keep
from audio.voice.voice import learn

from .conftest import CLEAN, RUSHED, lines


def test_a_clean_close_is_measured(okbye, take):
    path = take("a.wav")
    done = okbye("analyze", "--json", path)
    assert done.exit_code == 0
    assert done.stderr == ""
    (line,) = lines(done.stdout)
    assert line["verdict"] == "pass"
    assert line["close"]["pause_s"] == pytest.approx(0.8, abs=0.03)
    assert line["close"]["silence_s"] == pytest.approx(4.0, abs=0.03)
    assert [said["kind"] for said in line["speech"]] == ["ok", "farewell"]
    assert line["duration_s"] == pytest.approx(soundfile.info(path).duration, abs=1e-4)
    assert line["sample_rate_hz"] == 16_000
    assert not {"closes", "reason", "note", "error"} & set(line)


def test_results_stand_in_the_order_of_the_paths_and_none_stops_the_others(okbye, take, tmp_path):
    (tmp_path / "text.wav").write_text("hello")
    (tmp_path / "empty.wav").touch()
    (tmp_path / "nothing").mkdir()
    paths = [
        tmp_path / "gone.wav",
        take("b.flac", RUSHED),
        tmp_path / "text.wav",
        tmp_path / "nothing",
        take("a.wav"),
        tmp_path / "empty.wav",
        take("silent.wav", "0" * 20),
    ]
    done = okbye("analyze", "--json", *paths)
    assert done.exit_code == 1
    found = lines(done.stdout)
    assert [line["path"] for line in found] == [str(path) for path in paths]
    assert [line.get("verdict") or line["error"]["kind"] for line in found] == [
        "missing",
        "fail",
        "unreadable",
        "empty",
        "pass",
        "empty",
        "not_measured",
    ]
    for line, path in zip(found, paths, strict=True):
        assert "error" not in line or line["error"]["says"].startswith(f"{path.name} ")
    assert found[-1]["close"] is None
    assert found[-1]["snr_db"] is None
    assert found[-1]["reason"]


def test_a_truncated_recording_is_measured_and_said_to_be(okbye, take):
    path = take("a.wav", CLEAN)
    path.write_bytes(path.read_bytes()[:-32_000])
    done = okbye("analyze", "--json", path)
    assert done.exit_code == 0
    (line,) = lines(done.stdout)
    assert line["close"]["silence_s"] == pytest.approx(3.0, abs=0.03)
    left_s = soundfile.info(take("whole.wav", CLEAN)).duration - 1.0
    assert line["note"].startswith(f"a.wav is cut short or damaged: only its first {left_s:.2f} s")
    assert done.stderr.strip() == line["note"]


def test_bands_decide(okbye, take, tmp_path):
    bands = tmp_path / "mine.toml"
    bands.write_text("[pause]\nlow = 0.1\nhigh = 0.5\n")
    (line,) = lines(okbye("analyze", "--json", "--bands", bands, take("a.wav", RUSHED)).stdout)
    assert line["verdict"] == "pass"
    assert [(check["low"], check["high"]) for check in line["checks"] if check["name"] == "pause"] == [(0.1, 0.5)]


def test_bad_bands_are_wrong_usage(okbye, take, tmp_path):
    bands = tmp_path / "mine.toml"
    bands.write_text("[pause]\nlow = 3\nhigh = 2\n")
    done = okbye("analyze", "--json", "--bands", bands, take("a.wav"))
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr == (
        "mine.toml is not a timing profile this program can use: "
        "line 3: in pause, high (2) must be more than low (3).\n"
    )
    assert okbye("analyze", "--bands", tmp_path / "gone.toml", take("a.wav")).exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "Missing argument 'PATH...'"),
        (["--jason", "a.wav"], "No such option: --jason"),
        (["--workers", "-1", "a.wav"], "--workers"),
        (["--export", "csv", "a.wav"], "--export and --to go together"),
        (["--to", "x", "a.wav"], "--export and --to go together"),
        (["--export", "doc", "--to", "x", "a.wav"], "'doc' is not one of"),
    ],
)
def test_wrong_usage(okbye, arguments, says):
    done = okbye("analyze", *arguments)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert says in done.stderr


def test_a_line_for_people(okbye, take, tmp_path):
    (tmp_path / "bad\x1b[2J.wav").write_text("x" * 50)
    done = okbye("analyze", take("a.wav"), take("[red]b.wav", RUSHED), tmp_path / "bad\x1b[2J.wav")
    assert done.exit_code == 1
    clean, rushed, total = done.stdout.splitlines()
    assert clean.startswith("✓ pass")
    assert "a.wav" in clean
    assert re.search(r"  pause 0\.\d\d ± 0\.\d\d s   silence 4\.0 s  ", clean)
    assert clean.endswith("A clean close.")
    assert rushed.startswith("✗ fail")
    assert "[red]b.wav" in rushed
    assert rushed.endswith("The pause was too short.")
    assert total == "3 recordings: 1 pass, 1 fail, 1 could not be used"
    assert done.stderr.startswith("bad\\x1b[2J.wav is not a sound file this program can read: ")


def test_a_recording_with_two_closes(okbye, take):
    path = take("call.wav", CLEAN + "." * 60 + CLEAN)
    (line,) = lines(okbye("analyze", "--json", path).stdout)
    assert len(line["closes"]) == 2
    assert line["close"] == line["closes"][-1]
    assert "(the last of 2 closes)" in okbye("analyze", path).stdout


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("textgrid", {"a.TextGrid", "b.TextGrid", "a (2).TextGrid"}),
        ("audacity", {"a.txt", "b.txt", "a (2).txt"}),
        ("rttm", {"a.rttm", "b.rttm", "a (2).rttm"}),
        ("csv", {"okbye.csv"}),
    ],
)
def test_export(okbye, take, tmp_path, kind, names):
    take("in/a.wav")
    take("in/b.wav", RUSHED)
    take("in/deep/a.flac")
    (tmp_path / "in" / "bad.wav").write_text("x")
    to = tmp_path / "out" / "here"
    done = okbye("analyze", "--json", tmp_path / "in", "--export", kind, "--to", to)
    assert done.exit_code == 1
    assert len(lines(done.stdout)) == 4
    assert {path.name for path in to.iterdir()} == names
    assert all(path.read_text() for path in to.iterdir())


def test_an_export_that_cannot_be_written(okbye, take, tmp_path):
    (tmp_path / "file").write_text("x")
    done = okbye("analyze", "--json", take("a.wav"), "--export", "csv", "--to", tmp_path / "file")
    assert done.exit_code == 1
    assert "could not be written: File exists. The recordings are unchanged." in done.stderr


def test_json_is_ascii_and_keeps_any_name(okbye, take):
    path = take("Zoë ☎ \n.wav")
    said = okbye("analyze", "--json", path).stdout
    assert said.isascii()
    assert json.loads(said)["path"] == str(path)


def test_the_voice_in_a_recording_can_be_named(okbye, take, tmp_path):
    keep(learn(sayings("af_bella")), tmp_path / "voice.npz")
    path = take("a.wav")
    (without,) = lines(okbye("analyze", "--json", path).stdout)
    found = []
    for workers in (1, 2):
        done = okbye("analyze", "--json", "--workers", workers, "--voice", tmp_path / "voice.npz", path)
        assert done.exit_code == 0
        found += lines(done.stdout)
    assert found[0] == found[1] != without  # what its tone is measured against
    assert found[0]["close"]["pause_s"] == without["close"]["pause_s"]  # times stay as they are


def test_a_voice_that_is_not_there_is_told_before_anything_is_measured(okbye, take, tmp_path):
    done = okbye("analyze", "--voice", tmp_path / "voice.npz", take("a.wav"))
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "voice.npz was not found" in done.stderr
