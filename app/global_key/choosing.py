"""Which kind of global key this desktop has; each is loaded only where it is used."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from app.global_key.chord import read_chord
from app.global_key.key import FORBIDDEN, GlobalKey

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QObject

NONE = "No key is chosen. The window’s own keys work."


def global_key(wanted: str, parent: QObject | None = None) -> GlobalKey:
    """Take the key from all other programs until it is closed; one that cannot be taken has its `problem`."""
    if not wanted.strip():
        return GlobalKey(NONE, parent)
    chord = read_chord(wanted)
    if isinstance(chord, str):
        return GlobalKey(chord, parent)
    if sys.platform == "win32":
        from app.global_key.windows import WindowsKey  # noqa: PLC0415

        return WindowsKey(chord, parent)
    if is_wayland(os.environ):
        from app.global_key.portal import PortalKey  # noqa: PLC0415

        return PortalKey(chord, parent)
    if QGuiApplication.platformName() == "xcb":
        from app.global_key.x11 import X11Key  # noqa: PLC0415

        return X11Key(chord, parent)
    return GlobalKey(FORBIDDEN, parent)


def is_wayland(environment: Mapping[str, str]) -> bool:
    """Also where Qt draws through XWayland, whose server is told of no key that is pressed elsewhere."""
    return bool(environment.get("WAYLAND_DISPLAY")) or environment.get("XDG_SESSION_TYPE") == "wayland"
