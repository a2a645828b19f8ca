"""The global key on a real X server, while a window of another program has the focus."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest
from end_to_end.virtual_microphone import eventually

if not sys.platform.startswith("linux"):
    pytest.skip("only there is X11", allow_module_level=True)

from app.global_key.chord import read_chord
from app.global_key.x11 import X11Key

pytestmark = pytest.mark.screen

OTHER = Path(__file__).with_name("another_window.py")


@pytest.fixture
def xdo(screen, monkeypatch):
    monkeypatch.setenv("DISPLAY", screen.environment["DISPLAY"])

    def run(*words):
        return subprocess.run(words, env=os.environ, check=True, capture_output=True, text=True).stdout.strip()

    eventually(lambda: "window id" in run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"), "somebody gives the focus")
    yield run
    run("setxkbmap", "us")
    run("xset", "r", "rate", "660", "25")


@pytest.fixture
def softphone(xdo):
    """Another program's window that has the focus; it tells what reaches it."""
    program = subprocess.Popen([sys.executable, str(OTHER)], stdout=subprocess.PIPE, text=True)
    said = queue.Queue()
    reading = Thread(target=lambda: [said.put(line.strip()) for line in program.stdout])
    reading.start()
    assert said.get(timeout=20) == "focus"
    yield said
    program.kill()
    reading.join()
    program.communicate()


@pytest.fixture
def key(qapp, xdo):
    made = []

    def take(text="F9"):
        made.append(X11Key(read_chord(text)))
        made[-1].presses = []
        made[-1].pressed.connect(made[-1].presses.append)
        return made[-1]

    yield take
    for one in made:
        one.close()


def typed(softphone, xdo, key="a"):
    """Everything that has reached the other window up to a key that surely does."""
    xdo("xdotool", "key", key)
    seen = []
    while (line := softphone.get(timeout=20)) != f"key {key}":
        seen.append(line)
    return seen


def test_each_press_arrives_once_and_the_focus_never_moves(key, softphone, xdo, qtbot):
    ours = key()
    assert ours.problem is None
    focused = xdo("xdotool", "getwindowfocus")
    for count in range(1, 6):
        xdo("xdotool", "key", "F9")
        qtbot.waitUntil(lambda count=count: len(ours.presses) == count)
    assert typed(softphone, xdo) == []
    assert xdo("xdotool", "getwindowfocus") == focused
    assert len(ours.presses) == 5


def test_only_this_key_is_taken(key, softphone, xdo, qtbot):
    ours = key()
    for other in ("F8", "shift+F9", "ctrl+F9", "n"):
        xdo("xdotool", "key", other)
    seen = [line.removeprefix("key ") for line in typed(softphone, xdo)]
    assert [line for line in seen if line in {"F8", "F9", "n"}] == ["F8", "F9", "F9", "n"]
    assert ours.presses == []


@pytest.mark.parametrize("lock", ["Num_Lock", "Caps_Lock"])
def test_a_lock_is_in_nobodys_way(key, softphone, xdo, qtbot, lock):
    ours = key("Ctrl+Alt+N")
    xdo("xdotool", "key", lock)
    try:
        xdo("xdotool", "key", "ctrl+alt+n")
        qtbot.waitUntil(lambda: len(ours.presses) == 1)
    finally:
        xdo("xdotool", "key", lock)


def test_a_key_held_down_is_pressed_once(key, softphone, xdo, qtbot, monkeypatch):
    heeded = []
    heed = X11Key._heed
    monkeypatch.setattr(X11Key, "_heed", lambda self, event: heeded.append(event) or heed(self, event))
    ours = key()
    xdo("xset", "r", "rate", "100", "50")
    xdo("xdotool", "keydown", "F9")
    qtbot.waitUntil(lambda: len(heeded) > 12)  # the server repeats it
    xdo("xdotool", "keyup", "F9")
    assert len(ours.presses) == 1
    xdo("xdotool", "key", "F9")
    qtbot.waitUntil(lambda: len(ours.presses) == 2)


def test_closed_the_key_is_everybodys_again(key, softphone, xdo, qtbot):
    ours = key()
    xdo("xdotool", "key", "F9")
    qtbot.waitUntil(lambda: len(ours.presses) == 1)
    ours.close()
    ours.close()
    xdo("xdotool", "key", "F9")
    assert typed(softphone, xdo) == ["key F9"]
    assert len(ours.presses) == 1


def test_a_key_that_is_taken_is_told_and_given_when_it_is_free(key, softphone, xdo, qtbot):
    first, second = key(), key()
    assert first.problem is None
    assert "F9 is taken by another program" in second.problem
    assert key("F10").problem is None
    first.close()
    assert key().problem is None


def test_a_key_that_moves_on_the_keyboard_is_found_again(key, softphone, xdo, qtbot):
    ours = key()
    code = xdo("sh", "-c", "xmodmap -pke | sed -n 's/^keycode *\\([0-9]*\\) = F9 .*/\\1/p'")
    xdo("xmodmap", "-e", f"keycode {code} = F12", "-e", "keycode 96 = F9")
    eventually(lambda: pressing(xdo, ours, qtbot), "the key is heard where it is now")


def pressing(xdo, ours, qtbot):
    before = len(ours.presses)
    xdo("xdotool", "key", "96")
    qtbot.wait(20)
    return len(ours.presses) > before


def test_another_layout_has_the_key_too(key, softphone, xdo, qtbot):
    ours = key("Ctrl+Alt+N")
    xdo("setxkbmap", "-layout", "us,ru")
    xdo("xdotool", "key", "ctrl+alt+n")
    qtbot.waitUntil(lambda: len(ours.presses) == 1)


def test_a_key_that_this_keyboard_has_not_is_told(key):
    assert "This keyboard has no key F35" in key("F35").problem


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # the library leaves its socket open
def test_a_screen_that_is_not_there_is_told(qapp, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":7654")
    ours = X11Key(read_chord("F9"))
    assert "cannot be asked" in ours.problem
    ours.close()
