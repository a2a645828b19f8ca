"""A no, from the global key to the calendar: two monitors, the softphone focused, the close spoken."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import icalendar
import numpy as np
import pytest
import soundfile
from drawing import spoken_word
from end_to_end.awake import AWAKE
from end_to_end.virtual_microphone import eventually

from audio.compose import compose, room

pytestmark = [pytest.mark.sound_server, pytest.mark.screen]

RATE = 16_000
HALF = 700
PAUSE_S = 0.9
SETTINGS = '{"set_up": "skipped", "caller": "Dana Reyes", "firm": "Northside Payroll"}'
LIST = f"""Company;Name;Phone;Time zone
Okafor Bikes;Mr Okafor;+1 212 555 0143;{AWAKE}
Lindqvist Bakery;Ms Lindqvist;+44 20 7946 0123;{AWAKE}
"""
SOFTPHONE = Path(__file__).with_name("another_window.py")


@pytest.fixture
def screens(screen):
    screen.monitor("LEFT", HALF, 0, output="screen")
    screen.monitor("RIGHT", HALF, HALF)
    yield screen
    for name in ("RIGHT", "LEFT"):
        screen.unplug_monitor(name)


@pytest.fixture
def surroundings(screens, own_home):
    own_home.mkdir()
    (own_home / "settings.json").write_text(SETTINGS)
    return {**os.environ, **screens.environment, "OKBYE_HOME": str(own_home)}


@pytest.fixture
def okbye(surroundings):
    """The command, by its words; gives back its lines."""

    def run(*words):
        command = [sys.executable, "-m", "app", *words]
        done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=True)
        return [json.loads(line) for line in done.stdout.splitlines()]

    return run


@pytest.fixture
def window(virtual_microphone, surroundings, okbye, screens, tmp_path):
    """Live, on an imported list, in a quiet room; the companion is on the second monitor."""
    (tmp_path / "list.csv").write_text(LIST)
    okbye("prospects", "import", str(tmp_path / "list.csv"), "--json")
    path = tmp_path / "room.wav"
    soundfile.write(path, np.tile(room(RATE * 10, -62.0, 4), 12), RATE, subtype="PCM_16")
    with virtual_microphone.playing(path):
        app = subprocess.Popen([sys.executable, "-m", "app", "live"], env=surroundings, stderr=subprocess.DEVNULL)
        screens.await_control("start_calling", enabled=True)
        screens.press("pop_out")
        screens.await_control("companion/prospect")
        yield app
        app.kill()
        app.wait()


@pytest.fixture
def softphone(window, surroundings):
    with subprocess.Popen(
        [sys.executable, str(SOFTPHONE)], env=surroundings, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout.readline() == "focus\n"
        yield program.stdout
        program.kill()


@pytest.fixture
def close(tmp_path):
    """Its sound, and how long its pause is."""
    words = [(0.3, spoken_word("af_heart", "ok")), (PAUSE_S, spoken_word("af_heart", "goodbye"))]
    laid = compose(words, RATE, tail_s=0.2, noise_dbfs=None)
    soundfile.write(tmp_path / "close.wav", laid.samples, RATE, subtype="PCM_16")
    return tmp_path / "close.wav", laid.words[0].gap_to(laid.words[1])


def test_a_no_is_one_key_a_spoken_close_and_one_key(
    window, screens, softphone, virtual_microphone, close, okbye, tmp_path
):
    sound, pause = close
    okbye("press", "start_calling")
    screens.await_control("companion/no", enabled=True)
    assert screens.place("Okbye companion")[0] >= HALF
    focused = screens.focused()
    screens.key("F9")
    screens.await_control("companion/hung_up", enabled=True)
    virtual_microphone.play(sound)
    screens.await_name("companion/stage_silence", r"silence: \d", within_s=15)
    screens.key("F9")
    screens.await_name("companion/prospect", "Lindqvist")  # the next one is there at once
    eventually(lambda: okbye("calls", "--json")[0]["pause_s"] is not None, "its numbers are in the log")
    (call,) = okbye("calls", "--json")
    assert (call["outcome"], call["prospect"], call["offer"]) == ("no", "Mr Okafor", "a")
    assert call["pause_s"] == pytest.approx(pause, abs=0.03)
    assert screens.focused() == focused
    screens.key("x")
    assert softphone.readline() == "key x\n"  # nothing came before it: the key was ours, the focus stayed there

    today = date.fromisoformat(call["started_at"][:10])
    again = today + timedelta(weeks=3)
    calendar = tmp_path / "calls.ics"
    due = {line["company"]: line for line in okbye("due", "--json", "--on", str(again), "--ics", str(calendar))}
    assert (due["Okafor Bikes"]["status"], due["Okafor Bikes"]["offer"]) == ("due", "b")
    assert due["Okafor Bikes"]["from"] == str(again)
    assert due["Okafor Bikes"]["until"] == str(today + timedelta(weeks=6))
    events = icalendar.Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")
    assert any("Okafor Bikes" in str(event["SUMMARY"]) for event in events)

    okbye("press", "undo")
    eventually(lambda: okbye("calls", "--json") == [], "nothing is logged any more")
