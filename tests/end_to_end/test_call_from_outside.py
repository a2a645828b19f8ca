"""A live call while the softphone has the focus: the one key on the keyboard, and presses of another program."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import soundfile
from end_to_end.awake import AWAKE
from end_to_end.virtual_microphone import eventually

from app.live.desk import HELD_S
from audio.compose import room
from coach.calls.call import Ending, Outcome
from coach.calls.prospect import Prospect
from coach.store.opening import open_store

pytestmark = [pytest.mark.sound_server, pytest.mark.screen]

RATE = 16_000
SOFTPHONE = Path(__file__).with_name("another_window.py")
SETTINGS = '{"set_up": "skipped", "caller": "Dana", "firm": "Acme"}'


@pytest.fixture
def surroundings(screen, own_home):
    own_home.mkdir()
    (own_home / "settings.json").write_text(SETTINGS)
    with open_store(own_home / "okbye.db") as store:
        store.calls.put(
            [
                Prospect(f"p{number}", f"Ann {number}", numbers=(f"+1212555010{number}",), time_zone=AWAKE)
                for number in "12"
            ]
        )
    return {**os.environ, **screen.environment, "OKBYE_HOME": str(own_home)}


@pytest.fixture
def okbye(virtual_microphone, surroundings, screen, tmp_path):
    """The Live page, in a quiet room."""
    path = tmp_path / "room.wav"
    soundfile.write(path, np.tile(room(RATE * 10, -62.0, 4), 12), RATE, subtype="PCM_16")
    with virtual_microphone.playing(path):
        app = subprocess.Popen([sys.executable, "-m", "app", "live"], env=surroundings, stderr=subprocess.DEVNULL)
        screen.await_control("start_calling", enabled=True)
        yield app
        app.kill()
        app.wait()


@pytest.fixture
def press(surroundings):
    def run(name):
        command = [sys.executable, "-m", "app", "press", name]
        return subprocess.run(command, env=surroundings, stderr=subprocess.DEVNULL, check=False).returncode

    return run


@pytest.fixture
def softphone(okbye, surroundings):
    """Another program's window, which takes the focus; it tells what reaches it."""
    with subprocess.Popen(
        [sys.executable, str(SOFTPHONE)], env=surroundings, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout.readline() == "focus\n"
        yield program.stdout
        program.kill()


def hang_up(screen):
    """Not in the same touch as the No: nobody hangs up that soon."""
    pressed = time.monotonic()
    eventually(lambda: time.monotonic() > pressed + HELD_S, "longer than one touch")
    screen.key("F9")


def test_a_call_is_two_touches_and_the_focus_never_moves(okbye, screen, press, softphone, own_home):
    assert press("no") == 1  # nobody calls yet
    assert press("start_calling") == 0
    screen.await_control("no", enabled=True)
    screen.key("F9")
    screen.await_control("hung_up", enabled=True)
    hang_up(screen)
    screen.await_control("no", enabled=True)
    assert press("no") == 0
    screen.await_control("they_went_first", enabled=True)
    assert press("they_went_first") == 0
    screen.key("a")
    assert softphone.readline() == "key a\n"  # and nothing before it: no F9, no focus lost
    assert press("stop_calling") == 0
    screen.await_control("start_calling")
    screen.key("F9")
    assert softphone.readline() == "key F9\n"  # everybody's again
    okbye.terminate()
    okbye.wait(20)
    with open_store(own_home / "okbye.db") as store:
        logged = sorted(store.calls.all_calls(), key=lambda call: call.started_at)
    assert [(call.prospect, call.outcome, call.ending) for call in logged] == [
        ("p1", Outcome.NO, Ending.HUNG_UP),
        ("p2", Outcome.NO, Ending.THEY_WENT_FIRST),
    ]
