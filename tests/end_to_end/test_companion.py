"""The companion on a second monitor: it keeps its place, the focus stays where it is, a lost monitor is survived."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from end_to_end.virtual_microphone import eventually

pytestmark = pytest.mark.screen

HALF = 700
GRIP = (60, 22)  # the prospect's name, where nothing is pressed
ALONE = str(Path(__file__).with_name("companion_alone.py"))


@pytest.fixture
def two_monitors(screen):
    """Two of 700 × 1000 beside each other, on one screen."""
    screen.monitor("LEFT", HALF, 0, output="screen")
    screen.monitor("RIGHT", HALF, HALF)
    yield screen
    for name in ("RIGHT", "LEFT"):
        screen.unplug_monitor(name)


@pytest.fixture
def softphone(two_monitors):
    """Another program's window that has the focus: a terminal would do, a plain Qt line is here anyway."""
    code = (
        "from PySide6.QtWidgets import QApplication, QLineEdit; app = QApplication([]); line = QLineEdit();"
        "line.setWindowTitle('Softphone'); line.setGeometry(40, 600, 300, 60); line.show(); app.exec()"
    )
    program = subprocess.Popen([sys.executable, "-c", code], env={**os.environ, **two_monitors.environment})
    two_monitors.await_window("Softphone")
    yield "Softphone"
    program.kill()
    program.wait()


@pytest.fixture
def okbye(two_monitors, own_home):
    """Opens the Live page as often as a test wants, in one home."""
    own_home.mkdir(exist_ok=True)
    (own_home / "settings.json").write_text('{"set_up": "skipped", "caller": "Dana", "firm": "Northside"}')
    started = []

    def start():
        surroundings = {**os.environ, **two_monitors.environment, "OKBYE_HOME": str(own_home)}
        started.append(subprocess.Popen([sys.executable, "-m", "app", "live"], env=surroundings))
        two_monitors.await_control("start_calling")
        two_monitors.await_window("Okbye")
        return started[-1]

    yield start
    for program in started:
        program.kill()
        program.wait()


def pop_out(screen):
    screen.press("pop_out")
    screen.await_control("companion/no")


def leave(screen, program):
    screen.close_window("Okbye")
    assert program.wait(20) == 0


def kept(home):
    return json.loads(json.loads((home / "settings.json").read_text())["companion"])


def test_it_keeps_its_place_on_the_second_monitor_over_a_restart(two_monitors, okbye, own_home):
    program = okbye()
    pop_out(two_monitors)
    assert two_monitors.place("Okbye companion")[0] >= HALF  # the first time, too
    two_monitors.drag("Okbye companion", GRIP, (-100, 200))
    x, y, width, height = two_monitors.place("Okbye companion")
    leave(two_monitors, program)
    assert kept(own_home) == {"monitor": "RIGHT", "x": x - HALF, "y": y, "width": width, "height": height}

    okbye()
    pop_out(two_monitors)
    eventually(lambda: two_monitors.place("Okbye companion") == (x, y, width, height), "it is where it was")


@pytest.fixture
def in_a_call(two_monitors):
    """The companion alone, while the script shows; its presses can be read."""
    surroundings = {**os.environ, **two_monitors.environment}
    program = subprocess.Popen([sys.executable, ALONE], env=surroundings, stdout=subprocess.PIPE, text=True)
    two_monitors.await_control("companion/no", enabled=True)
    yield program
    program.kill()
    program.wait()
    program.stdout.close()


def test_a_click_on_it_leaves_the_focus_where_it_is(two_monitors, softphone, in_a_call):
    two_monitors.focus(softphone)
    before = two_monitors.focused()
    for control in ("no", "yes", "never_again"):
        two_monitors.press_with_mouse(f"companion/{control}")
        assert in_a_call.stdout.readline().strip() == control
    two_monitors.drag("Okbye companion", GRIP, (-60, 80))
    assert two_monitors.focused() == before


def test_it_is_above_the_window_that_has_the_focus(two_monitors, softphone, in_a_call):
    two_monitors.focus(softphone)
    assert "_NET_WM_STATE_ABOVE" in two_monitors.property("Okbye companion", "_NET_WM_STATE")
    assert not two_monitors.read("companion_notice")["showing"]


def test_its_edge_resizes_it(two_monitors, in_a_call):
    x, y, width, height = two_monitors.place("Okbye companion")
    two_monitors.drag_until(
        "Okbye companion", (2, height // 2), (-50, 0), lambda place: place == (x - 50, y, width + 50, height)
    )


def test_a_lost_monitor_brings_it_where_it_can_be_seen_and_back(two_monitors, okbye, own_home):
    program = okbye()
    pop_out(two_monitors)
    place = two_monitors.place("Okbye companion")
    assert place[0] >= HALF
    two_monitors.unplug_monitor("RIGHT")
    eventually(lambda: two_monitors.place("Okbye companion")[0] + place[2] <= HALF, "all of it can be seen")
    two_monitors.monitor("RIGHT", HALF, HALF)
    eventually(lambda: two_monitors.place("Okbye companion") == place, "it is back on its own monitor")
    two_monitors.unplug_monitor("RIGHT")
    eventually(lambda: two_monitors.place("Okbye companion")[0] + place[2] <= HALF, "all of it can be seen again")
    leave(two_monitors, program)
    assert json.loads((own_home / "settings.json").read_text())["companion"] == ""  # where it was put by itself
