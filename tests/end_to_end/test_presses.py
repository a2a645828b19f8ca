"""Two windows on one data folder, and presses from another program, on a real screen."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from end_to_end.virtual_microphone import eventually

pytestmark = pytest.mark.screen

QUIET = '{"drill": "just-the-close", "set_up": "skipped"}'


@pytest.fixture
def start(screen, own_home):
    """Starts Okbye once more; all are ended with the test."""
    own_home.mkdir()
    (own_home / "settings.json").write_text(QUIET)
    surroundings = {**os.environ, **screen.environment, "OKBYE_HOME": str(own_home)}
    started = []

    def begin(*words):
        command = [sys.executable, "-m", "app", *words]
        started.append(subprocess.Popen(command, env=surroundings, stderr=subprocess.PIPE, text=True))
        return started[-1]

    yield begin
    for app in started:
        app.kill()
        app.communicate()


def in_front(screen):
    """The window with the focus; empty while there is none."""
    asked = ["xdotool", "getactivewindow"]
    surroundings = {**os.environ, **screen.environment}
    return subprocess.run(asked, env=surroundings, capture_output=True, text=True, check=False).stdout.strip()


def pressed(start, name):
    done = start("press", name)
    _, err = done.communicate(timeout=30)
    return done.returncode, err


def test_a_second_start_says_so_and_shows_the_first(start, screen, own_home):
    first = start()
    screen.await_control("start")
    eventually((own_home / "okbye.db").exists, "the first has its store")
    eventually(lambda: in_front(screen) != "", "the first has the focus")
    first_window = in_front(screen)
    settings = (own_home / "settings.json").stat()

    second = start()
    screen.await_name("already_open", "Okbye is already open")
    eventually(lambda: in_front(screen) not in {"", first_window}, "the second has the focus")
    assert (own_home / "settings.json").stat() == settings
    screen.key("space")
    assert second.wait(20) == 0
    eventually(lambda: in_front(screen) == first_window, "the first is in front again")
    assert first.poll() is None


def test_the_second_leaves_when_it_is_told_to(start, screen):
    start()
    screen.await_control("start")
    second = start()
    screen.await_name("already_open", "Okbye is already open")
    screen.key("Escape")
    assert second.wait(20) == 0


def test_what_a_killed_window_left_keeps_nobody_out(start, screen, own_home):
    first = start()
    screen.await_control("start")
    eventually((own_home / "press.sock").exists, "it can be pressed")
    first.kill()
    first.wait()
    assert (own_home / "press.sock").exists()
    assert pressed(start, "show")[0] == 1
    start()
    screen.await_control("start")
    eventually(lambda: pressed(start, "show") == (0, ""), "the new one answers")


def test_another_program_presses_what_can_be_seen(start, screen, own_home):
    start()
    screen.await_control("start")
    eventually(lambda: pressed(start, "show") == (0, ""), "it answers")
    assert pressed(start, "hang_up") == (1, "“hang_up” cannot be pressed now. Nothing was changed.\n")
