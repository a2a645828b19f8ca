"""A screen without hardware: Xvfb with a window manager, a session bus, and a screen reader to look at it with."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from end_to_end.virtual_microphone import eventually

NEEDED = ("Xvfb", "openbox", "xdotool", "xrandr", "xprop", "dbus-daemon")
HEIGHT = 1000
SYSTEM_PYTHON = "/usr/bin/python3"  # the one that Debian's python3-gi belongs to
READER = Path(__file__).with_name("screen_reader.py")


def missing() -> list[str]:
    absent = [program for program in NEEDED if shutil.which(program) is None]
    has_gi = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    if not Path(SYSTEM_PYTHON).exists() or subprocess.run(has_gi, capture_output=True, check=False).returncode:
        absent.append("python3-gi and gir1.2-atspi-2.0")
    return absent


class Screen:
    """`environment` is for the programs that are to be seen on it."""

    def __init__(self) -> None:
        self._running: list[subprocess.Popen[Any]] = []
        self.environment: dict[str, str] = {}

    def start(self) -> None:
        self.environment["DISPLAY"] = f":{self._display()}"
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._bus()
        self.environment.update(
            QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", NO_AT_BRIDGE="0", LC_ALL="C.UTF-8"
        )
        self._run("openbox", "--sm-disable")
        self._reader = self._run(SYSTEM_PYTHON, str(READER), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def stop(self) -> None:
        for program in reversed(self._running):
            program.terminate()
        for program in self._running:
            program.wait(10)
            for pipe in (program.stdin, program.stdout):
                if pipe is not None:
                    pipe.close()

    def read(self, control: str) -> dict[str, Any] | None:
        """What a screen reader says of a control; None while there is none."""
        return self._ask(control)

    def press(self, control: str) -> None:
        assert self._ask(f"press {control}") is not None, control

    def key(self, name: str) -> None:
        """A key on the keyboard, into whatever window has the focus."""
        subprocess.run(["xdotool", "key", name], env=self._surroundings(), check=True)

    def type(self, words: str) -> None:
        """Letter by letter, into whatever has the focus."""
        self._tool("xdotool", "type", "--delay", "8", words)

    def monitor(self, name: str, width: int, x: int, output: str = "none") -> None:
        """One more monitor, as high as the screen."""
        place = f"{width}/200x{HEIGHT}/300+{x}+0"
        self._tool("xrandr", "--setmonitor", name, place, output)

    def unplug_monitor(self, name: str) -> None:
        self._tool("xrandr", "--delmonitor", name)

    def await_window(self, title: str) -> str:
        """Its number, once it is there to be seen."""
        found: list[str] = []

        def there() -> bool:
            found[:] = self._windows(title)
            return bool(found)

        eventually(there, f"a window {title!r}", 30.0)
        return found[0]

    def await_menu(self) -> None:
        """Menus are no controls for a screen reader here, but they are windows of their own."""

        def there() -> bool:
            kinds = (self._kind(window) for window in self._windows(".*"))
            return any("POPUP_MENU" in kind for kind in kinds)

        eventually(there, "a menu")

    def _kind(self, window: str) -> str:
        told = ["xprop", "-id", window, "_NET_WM_WINDOW_TYPE"]
        return subprocess.run(told, env=self._surroundings(), capture_output=True, text=True, check=False).stdout

    def focus(self, title: str) -> None:
        window = self.await_window(title)
        self._tool("xdotool", "windowactivate", "--sync", window)
        eventually(lambda: self.focused() == window, f"{title!r} has the focus")

    def focused(self) -> str:
        return self._tool("xdotool", "getwindowfocus").strip()

    def place(self, title: str) -> tuple[int, int, int, int]:
        """Corner and size of a window."""
        told = self._tool("xdotool", "getwindowgeometry", "--shell", self.await_window(title))
        values = dict(line.split("=") for line in told.splitlines())
        return int(values["X"]), int(values["Y"]), int(values["WIDTH"]), int(values["HEIGHT"])

    def property(self, title: str, name: str) -> str:
        return self._tool("xprop", "-id", self.await_window(title), name)

    def close_window(self, title: str) -> None:
        """As the desktop's own key does; one that the window manager had no ear for is pressed again."""
        for _ in range(4):
            self.focus(title)
            self.key("alt+F4")
            with suppress(TimeoutError):
                eventually(lambda: not self._windows(title), f"{title!r} has gone", 3.0)
                return
        raise TimeoutError(f"{title!r} was not closed")

    def click(self, x: int, y: int) -> None:
        self._tool("xdotool", "mousemove", "--sync", str(x), str(y), "click", "1")

    def press_with_mouse(self, control: str) -> None:
        """In the middle of a control."""
        x, y, width, height = self.await_control(control)["place"]
        self.click(x + width // 2, y + height // 2)

    def drag(self, title: str, grip: tuple[int, int], by: tuple[int, int]) -> None:
        """From that spot of a window, and wait until it has moved."""
        x, y, width, height = self.place(title)
        wanted = (x + by[0], y + by[1], width, height)
        self.drag_until(title, grip, by, lambda place: place == wanted)

    def drag_until(
        self,
        title: str,
        grip: tuple[int, int],
        by: tuple[int, int],
        there: Callable[[tuple[int, int, int, int]], bool],
    ) -> None:
        """The button is held until the window is there; a press that was lost is made again."""
        x, y, *_ = self.place(title)
        end = x + grip[0] + by[0], y + grip[1] + by[1]

        def arrived() -> bool:
            # Again and again: what comes before the window manager has taken hold of the pointer is lost.
            for off in (1, 0):
                self._tool("xdotool", "mousemove", str(end[0] + off), str(end[1]))
            return there(self.place(title))

        for patience in (4.0, 4.0, 15.0):
            x, y, *_ = self.place(title)
            self._tool("xdotool", "mousemove", "--sync", str(x + grip[0]), str(y + grip[1]), "mousedown", "1")
            with suppress(TimeoutError):
                eventually(arrived, f"{title!r} is dragged by {by}", patience)
            self._tool("xdotool", "mouseup", "1")
            if there(self.place(title)):
                return
        raise TimeoutError(f"{title!r} was not dragged by {by}")

    def picture(self, path: Path) -> None:
        subprocess.run(["import", "-window", "root", str(path)], env=self._surroundings(), check=False)

    def await_control(self, control: str, within_s: float = 30.0, **wanted: object) -> dict[str, Any]:
        """Wait until the control shows, with the wanted properties; returns what is then said of it."""
        found: dict[str, Any] = {}

        def there() -> bool:
            said = self.read(control)
            found.clear()
            found.update(said or {})
            return bool(said) and said["showing"] and all(said[key] == value for key, value in wanted.items())

        eventually(there, f"{control} shows {wanted or ''}", within_s)
        return found

    def await_name(self, control: str, pattern: str, within_s: float = 30.0) -> str:
        """Wait until a control shows whose name has the pattern in it; returns the name."""
        names: list[str] = []

        def there() -> bool:
            said = self.read(control)
            names.append(str(said["name"]) if said and said["showing"] else "")
            return re.search(pattern, names[-1]) is not None

        eventually(there, f"{control} says {pattern!r}", within_s)
        return names[-1]

    def _windows(self, title: str) -> list[str]:
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", f"^{title}$"],
            env=self._surroundings(),
            capture_output=True,
            text=True,
            check=False,
        )
        return found.stdout.split()

    def _tool(self, *command: str) -> str:
        done = subprocess.run(command, env=self._surroundings(), capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def _ask(self, line: str) -> dict[str, Any] | None:
        assert self._reader.stdin is not None
        assert self._reader.stdout is not None
        self._reader.stdin.write(line + "\n")
        self._reader.stdin.flush()
        answer: dict[str, Any] | None = json.loads(self._reader.stdout.readline())
        return answer

    def _display(self) -> str:
        read_end, write_end = os.pipe()
        self._run(
            "Xvfb",
            "-displayfd",
            str(write_end),
            "-screen",
            "0",
            f"1400x{HEIGHT}x24",
            "-nolisten",
            "tcp",
            "-noreset",  # it would begin anew whenever the last program leaves
            pass_fds=(write_end,),
        )
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            return pipe.readline().strip()

    def _bus(self) -> str:
        bus = self._run("dbus-daemon", "--session", "--nofork", "--print-address=1", stdout=subprocess.PIPE, text=True)
        assert bus.stdout is not None
        return str(bus.stdout.readline().strip())

    def _surroundings(self) -> dict[str, str]:
        return {**os.environ, **self.environment}

    def _run(self, *command: str, **options: Any) -> subprocess.Popen[Any]:
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        program = subprocess.Popen(command, env=self._surroundings(), **{**quiet, **options})
        self._running.append(program)
        return program
