"""Whether there is a screen: Qt ends the whole program where there is none, so it has to be known before."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_DISPLAY: Final = (
    "There is no display here, so the window cannot open. The sample takes are judged in the terminal instead. "
    "For the window, start Okbye on a desktop, or over “ssh -X”."
)

_NAMED_BY: Final = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def has_display(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """On Windows and macOS always; elsewhere where one is named, or Qt was told how to draw without."""
    if platform in {"win32", "darwin"}:
        return True
    return any(environment.get(name) for name in _NAMED_BY)
