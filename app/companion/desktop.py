"""What this desktop does not allow a window: to stay on top, or to choose its own place."""

from __future__ import annotations

import logging
from typing import Final

from PySide6.QtGui import QGuiApplication

_ABOVE: Final = "_NET_WM_STATE_ABOVE"
WAYLAND: Final = (
    "On this desktop (Wayland) no program may keep its window on top or choose its place. "
    "The desktop's own window menu can: press Alt and Space over the companion and choose “Always on top”."
)
NEVER_ON_TOP: Final = (
    "This desktop does not keep windows on top, so the softphone may cover the companion. "
    "Put them beside each other; the companion remembers its place."
)

log = logging.getLogger(__name__)


def forbidden() -> str:
    """A sentence, or nothing where all is allowed."""
    platform = QGuiApplication.platformName()
    if platform.startswith("wayland"):
        return WAYLAND
    return NEVER_ON_TOP if platform == "xcb" and not _keeps_on_top() else ""


def _keeps_on_top() -> bool:
    """What the window manager says of itself; where it cannot be asked, it gets the benefit of the doubt."""
    from Xlib import X, display, error  # noqa: PLC0415 - there is none on other systems

    try:
        asked = display.Display()
        try:
            known = asked.screen().root.get_full_property(asked.intern_atom("_NET_SUPPORTED"), X.AnyPropertyType)
            return known is not None and asked.intern_atom(_ABOVE) in known.value
        finally:
            asked.close()
    except (error.DisplayError, error.XError, OSError) as reason:
        log.info("the window manager could not be asked: %s", reason)
        return True
