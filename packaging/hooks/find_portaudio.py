"""Runs first in the bundle: sounddevice looks for PortAudio in the system only; the bundle brings its own."""

import ctypes.util
import sys
from pathlib import Path

in_the_system = ctypes.util.find_library


def find_library(name: str) -> str | None:
    bundled = sorted(Path(sys._MEIPASS).glob(f"lib{name}.so*"))  # noqa: SLF001 - PyInstaller's name
    return str(bundled[0]) if bundled else in_the_system(name)


ctypes.util.find_library = find_library
