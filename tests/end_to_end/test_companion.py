"""The companion on a second monitor: it keeps its place, the focus stays where it is, a lost monitor is survived."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from end_to_end.virtual_microphone import eventually

pytestmark = pytest.mark.screen

HALF = 700


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
    two_monitors.drag("Okbye companion", (60, 22), (-100, 200))
    x, y, width, height = two_monitors.place("Okbye companion")
    leave(two_monitors, program)
    assert kept(own_home) == {"monitor": "RIGHT", "x": x - HALF, "y": y, "width": width, "height": height}

    okbye()
    pop_out(two_monitors)
    eventually(lambda: two_monitors.place("Okbye companion") == (x, y, width, height), "it is where it was")


def test_a_click_on_it_leaves_the_focus_where_it_is(two_monitors, okbye, softphone):
    okbye()
    pop_out(two_monitors)
    two_monitors.focus(softphone)
    before = two_monitors.focused()
    two_monitors.press_with_mouse("companion/companion_menu")
    two_monitors.await_control("companion_choices")
    two_monitors.click(20, 20)  # beside the menu: it goes
    two_monitors.drag("Okbye companion", (60, 22), (20, 20))
    assert two_monitors.focused() == before


def test_it_is_above_the_window_that_has_the_focus(two_monitors, okbye, softphone):
    okbye()
    pop_out(two_monitors)
    two_monitors.focus(softphone)
    assert "_NET_WM_STATE_ABOVE" in two_monitors.property("Okbye companion", "_NET_WM_STATE")


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
    assert (
        "companion" not in json.loads((own_home / "settings.json").read_text()) or kept(own_home)["monitor"] == "RIGHT"
    )
