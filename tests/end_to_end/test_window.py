"""The real window on a screen, a microphone without hardware, real keys, and a screen reader that tells what shows."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys

import numpy as np
import pytest
import soundfile
import soxr
from end_to_end.virtual_microphone import eventually

from audio.compose import compose, room
from audio.standstill import STILL_S, clock
from audio.words import find, load

pytestmark = [pytest.mark.sound_server, pytest.mark.screen]

RATE = 16_000
PAUSE_S = 0.9


@pytest.fixture
def quiet_room(virtual_microphone, tmp_path):
    """The microphone hears a room: one that sends perfect zeros counts as muted."""
    path = tmp_path / "room.wav"
    soundfile.write(path, np.tile(room(RATE * 10, -62.0, 4), 12), RATE, subtype="PCM_16")
    with virtual_microphone.playing(path):
        yield virtual_microphone


@pytest.fixture
def okbye(quiet_room, screen, own_home):
    """The window, ready for a take."""
    app = start(screen, own_home)
    try:
        screen.await_control("start", enabled=True)
        yield app
    finally:
        app.kill()
        app.wait()


def start(screen, home):
    """Past the first start: the microphone's set-up was left, and the plain take chosen."""
    home.mkdir(exist_ok=True)
    (home / "settings.json").write_text('{"drill": "just-the-close", "set_up": "skipped"}')
    surroundings = {**os.environ, **screen.environment, "OKBYE_HOME": str(home)}
    return subprocess.Popen([sys.executable, "-m", "app"], env=surroundings, stderr=subprocess.DEVNULL)


def close_of(tmp_path, pause=PAUSE_S, voice="af_heart"):
    """A composed close as a file; returns it with its true pause."""
    words = [(0.3, load(find(voice, "ok"))[0]), (pause, load(find(voice, "goodbye"))[0])]
    laid = compose(words, 24_000, tail_s=0.2, noise_dbfs=None)
    path = tmp_path / "close.wav"
    soundfile.write(path, soxr.resample(laid.samples, 24_000, RATE), RATE, subtype="PCM_16")
    return path, laid.words[0].gap_to(laid.words[1])


def begin_and_say(sound, screen, microphone):
    screen.key("space")
    screen.await_control("hang_up")
    microphone.play(sound)


def takes(home):
    command = [sys.executable, "-m", "app", "takes", "--json"]
    listed = subprocess.run(command, env={**os.environ, "OKBYE_HOME": str(home)}, capture_output=True, check=True)
    return [json.loads(line) for line in listed.stdout.splitlines()]


def test_a_close_spoken_into_the_window_is_measured_and_kept(okbye, quiet_room, screen, own_home, tmp_path):
    sound, true_pause = close_of(tmp_path)
    begin_and_say(sound, screen, quiet_room)
    screen.await_name("stage_silence", r"silence: (3\.[2-9]|[4-9])")
    screen.key("space")
    screen.await_control("try_again")

    shown = screen.read("check_pause")["name"]
    on_screen = float(re.search(r"(\d+\.\d+)", shown)[1])
    (stored,) = takes(own_home)
    assert on_screen == pytest.approx(true_pause, abs=0.03)
    assert stored["close"]["pause_s"] == pytest.approx(true_pause, abs=0.03)
    assert stored["close"]["silence_s"] > 3
    assert stored["verdict"] == "pass"
    assert screen.read("headline")["name"] == "A clean close."

    # The same sound, read from its file, gives the same numbers.
    command = [sys.executable, "-m", "app", "analyze", "--json", stored["path"]]
    again = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert again["close"] == stored["close"]


def test_hanging_up_too_soon_is_told_and_space_tries_again(okbye, quiet_room, screen, own_home, tmp_path):
    sound, _ = close_of(tmp_path)
    begin_and_say(sound, screen, quiet_room)
    screen.await_name("stage_silence", r"silence: [0-9]")
    screen.key("space")
    screen.await_control("try_again")
    assert screen.read("headline")["name"] == "You hung up too soon."
    screen.key("space")
    screen.await_control("hang_up")
    screen.key("Escape")
    screen.await_control("start", enabled=True)
    assert len(takes(own_home)) == 1


def test_a_sample_is_heard_and_its_pause_moved(okbye, screen):
    screen.press("page_samples")
    screen.await_name("sample_headline", "A clean close.")
    screen.key("Down")
    screen.key("space")
    screen.await_name("play_sample", "Stop")
    for _ in range(20):
        screen.key("Left")
    screen.await_name("sample_pause", r"0\.10 s, wanted")
    screen.await_name("play_sample", "Play")
    screen.await_name("sample_headline", "The two words ran together.|The pause was too short.")


def test_unplugged_in_the_middle_is_told_kept_and_recovered_from(okbye, quiet_room, screen, own_home, tmp_path):
    sound, _ = close_of(tmp_path)
    begin_and_say(sound, screen, quiet_room)
    screen.await_name("stage_pause", r"pause: [0-9]")
    quiet_room.unplug("headset")
    screen.await_name("notice", "unplugged|not there|No microphone|lost", within_s=10)
    assert screen.read("headline")["name"] == "This take could not be measured."
    (stored,) = takes(own_home)
    assert stored["verdict"] == "not_measured"
    assert stored["duration_s"] > 1
    assert stored["fault"]


def test_killed_in_the_middle_the_sound_is_there_at_the_next_start(okbye, quiet_room, screen, own_home, tmp_path):
    sound, true_pause = close_of(tmp_path)
    begin_and_say(sound, screen, quiet_room)
    screen.await_name("stage_silence", r"silence: [2-9]")
    okbye.kill()
    okbye.wait()
    again = start(screen, own_home)
    try:
        screen.await_name("notice", "broke off at .* of sound are safe")
    finally:
        again.kill()
        again.wait()
    (stored,) = takes(own_home)
    assert stored["recovered"]
    assert stored["close"]["pause_s"] == pytest.approx(true_pause, abs=0.03)


def test_asleep_in_the_middle_is_told_and_what_came_before_is_kept(okbye, quiet_room, screen, own_home, tmp_path):
    sound, _ = close_of(tmp_path)
    begin_and_say(sound, screen, quiet_room)
    screen.await_name("stage_pause", r"pause: [0-9]")
    okbye.send_signal(signal.SIGSTOP)
    stopped = clock()
    eventually(lambda: clock() - stopped > STILL_S + 1, "it has stood still for longer than any driver is late")
    okbye.send_signal(signal.SIGCONT)
    screen.await_name("notice", "slept, or stood still", within_s=10)
    assert screen.read("headline")["name"] == "This take could not be measured."
    (stored,) = takes(own_home)
    assert stored["duration_s"] > 1
    assert "slept" in stored["fault"]
    screen.await_control("try_again", enabled=True)
