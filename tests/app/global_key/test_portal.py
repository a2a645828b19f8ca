"""The desktop that gives its key, the one that refuses, the one that has none, and the one that goes away."""

import shutil
import subprocess
import sys

import pytest

if not sys.platform.startswith("linux"):
    pytest.skip("only there is such a desktop", allow_module_level=True)

from app.global_key.choosing import global_key
from app.global_key.chord import Chord, read_chord
from app.global_key.key import FORBIDDEN
from app.global_key.portal import PortalKey, _trigger

from .fake_portal import FakePortal


@pytest.fixture
def bus(monkeypatch):
    """A session bus of our own."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("needs dbus-daemon")
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        address = daemon.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-test")
        yield address
        daemon.terminate()


@pytest.fixture
def portal(bus):
    made = []

    def make(**ways):
        made.append(FakePortal(bus, **ways))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def key(qapp, bus):
    made = []

    def make(chord="F9"):
        made.append(global_key(chord))
        made[-1].presses = []
        made[-1].pressed.connect(made[-1].presses.append)
        return made[-1]

    yield make
    for one in made:
        one.close()


def test_the_desktop_gives_its_key(portal, key, qtbot):
    desktop = portal()
    ours = key("Ctrl+Alt+N")
    assert isinstance(ours, PortalKey)
    assert ours.problem is not None
    qtbot.waitUntil(lambda: ours.problem is None)
    ((name, wanted),) = desktop.asked
    assert (name, wanted["preferred_trigger"]) == ("no", ("s", "CTRL+ALT+n"))
    desktop.press("yes")
    for _ in range(2):
        desktop.press()
        desktop.let_go()
    qtbot.waitUntil(lambda: len(ours.presses) == 2)


def test_a_key_that_repeats_is_pressed_once(portal, key, qtbot):
    desktop = portal()
    ours = key()
    qtbot.waitUntil(lambda: ours.problem is None)
    for _ in range(10):
        desktop.press()
    desktop.let_go()
    desktop.press()
    qtbot.waitUntil(lambda: len(ours.presses) == 2)


def test_a_refusal_is_told(portal, key, qtbot):
    portal(grants=False)
    ours = key()
    with qtbot.waitSignal(ours.changed):
        pass
    assert ours.problem == FORBIDDEN


def test_a_desktop_without_such_a_portal_is_told(portal, key, qtbot):
    portal(has_shortcuts=False)
    ours = key()
    qtbot.waitUntil(lambda: ours.problem == FORBIDDEN)


def test_no_portal_and_no_bus_are_told(key, qtbot, monkeypatch):
    ours = key()
    qtbot.waitUntil(lambda: ours.problem == FORBIDDEN)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    assert key().problem == FORBIDDEN


def test_closed_it_hears_nothing_more(portal, key, qtbot):
    desktop = portal()
    ours = key()
    qtbot.waitUntil(lambda: ours.problem is None)
    ours.close()
    ours.close()
    desktop.press()
    assert ours.presses == []


def test_a_desktop_that_goes_away_is_told(portal, key, qtbot, bus):
    portal()
    ours = key()
    qtbot.waitUntil(lambda: ours.problem is None)
    ours._bus.sock.shutdown(2)  # as the bus does when it ends
    qtbot.waitUntil(lambda: ours.problem == FORBIDDEN)


@pytest.mark.parametrize(
    ("key_name", "trigger"), [("F9", "F9"), ("Meta+Shift+K", "SHIFT+LOGO+k"), ("Ctrl+Alt+N", "CTRL+ALT+n")]
)
def test_triggers_are_written_as_desktops_read_them(key_name, trigger):
    chord = read_chord(key_name)
    assert isinstance(chord, Chord)
    assert _trigger(chord) == trigger
