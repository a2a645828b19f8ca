"""`okbye listen` and `okbye devices` as programs of their own, on a real virtual microphone."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import pytest
from end_to_end.voice import write_close

from app.take_lock import take_lock

pytestmark = pytest.mark.sound_server


@pytest.fixture
def close_file(tmp_path):
    """A close with a pause of 0.8 s and a silence that is too short."""
    path = tmp_path / "close.wav"
    write_close(path, pause=0.8, silence=0.7)
    return path


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("OKBYE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def okbye(*words):
    return subprocess.Popen(
        [sys.executable, "-m", "app", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ
    )


def ran(*words):
    command = okbye(*words)
    out, err = command.communicate(timeout=60)
    return command.returncode, [json.loads(line) for line in out.splitlines()], err


def test_devices_say_which_microphone_is_used(virtual_microphone, home, monkeypatch):
    status, lines, _err = ran("devices", "--json")
    assert status == 0
    assert {(line["kind"], line["name"]) for line in lines} >= {("input", "headset"), ("output", "headset")}
    assert [line["name"] for line in lines if line["kind"] == "input" and line["used"]] == ["default"]
    assert all(line["usable"] for line in lines)
    monkeypatch.setenv("OKBYE_INPUT_DEVICE", "heads")
    _status, lines, _err = ran("devices", "--json")
    assert [line["name"] for line in lines if line["kind"] == "input" and line["used"]] == ["headset"]


def test_devices_say_why_one_cannot_be_used(no_microphone, home):
    _status, lines, _err = ran("devices", "--json")
    assert all("would not open" in line["why_not"] for line in lines)
    no_microphone.crash()
    status, lines, err = ran("devices", "--json")
    assert (status, lines) == (1, [])
    assert "No microphone was found" in err


def test_listening_ends_with_the_verdict_on_what_was_played(virtual_microphone, home, close_file):
    command = okbye("listen", "--device", "headset", "--json")
    lines = [json.loads(command.stdout.readline())]
    assert lines[0] == {"event": "listening", "microphone": "headset", "sample_rate_hz": 16_000}
    virtual_microphone.play(close_file)
    command.send_signal(signal.SIGINT)
    out, _err = command.communicate(timeout=60)
    lines += [json.loads(line) for line in out.splitlines()]
    events = [line["event"] for line in lines]
    assert events.index("speech_started") < events.index("segment_heard") < events.index("verdict") == len(events) - 1
    assert (command.returncode, lines[-1]["verdict"]) == (0, "fail")
    assert lines[-1]["close"]["pause_s"] == pytest.approx(0.8, abs=0.03)


def test_listening_ends_by_itself_after_the_wanted_time(virtual_microphone, home):
    status, lines, _err = ran("listen", "--seconds", "0.5", "--json")
    assert (status, lines[-1]["event"], lines[-1]["duration_s"]) == (0, "verdict", 0.5)


def test_an_unplugged_microphone_is_told_after_the_verdict_on_what_was_heard(virtual_microphone, home):
    command = okbye("listen", "--json")
    command.stdout.readline()
    virtual_microphone.unplug()
    out, err = command.communicate(timeout=60)
    assert command.returncode == 1
    assert [json.loads(line)["event"] for line in out.splitlines()][-3:] == ["sound_lost", "sound_ended", "verdict"]
    assert "went away" in err


def test_a_muted_microphone_is_told_while_listening(virtual_microphone, home):
    virtual_microphone.mute(on=True)
    _status, lines, _err = ran("listen", "--seconds", "2", "--json")
    assert "microphone_muted" in [line["event"] for line in lines]


def test_a_microphone_that_is_not_there_is_told(virtual_microphone, home):
    status, lines, err = ran("listen", "--device", "nowhere", "--json")
    assert (status, lines) == (1, [])
    assert "“nowhere” is not there" in err


def test_beside_a_running_take_it_does_not_listen(virtual_microphone, home):
    with take_lock(home):
        status, lines, err = ran("listen", "--seconds", "1", "--json")
    assert (status, lines) == (1, [])
    assert "Another Okbye" in err
