"""Where the companion stands: on which monitor and where on it; and where it goes while that monitor is away."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Place:
    """`x` and `y` count from the corner of the monitor, which is known by its name."""

    monitor: str
    x: int
    y: int
    width: int
    height: int

    def text(self) -> str:
        return json.dumps(asdict(self))


def read_place(text: str) -> Place | None:
    """None where nothing was written, or nothing that can be understood."""
    try:
        told = json.loads(text)
        numbers = [told[name] for name in ("x", "y", "width", "height")]
        if not isinstance(told["monitor"], str) or not all(type(number) is int for number in numbers):
            return None
        return Place(told["monitor"], *numbers)
    except (ValueError, KeyError, TypeError):
        return None


def place_of(area: QRect, monitors: Mapping[str, QRect]) -> Place | None:
    """On the monitor that has the most of it; None where no monitor has any."""
    shares = {name: _size(area.intersected(monitor)) for name, monitor in monitors.items()}
    name = max(shares, key=lambda monitor: shares[monitor], default=None)
    if name is None or shares[name] == 0:
        return None
    corner = monitors[name].topLeft()
    return Place(name, area.x() - corner.x(), area.y() - corner.y(), area.width(), area.height())


def area_of(place: Place, monitors: Mapping[str, QRect], otherwise: str) -> QRect:
    """All of it can be seen: on its own monitor, or on the one that is there `otherwise`."""
    monitor = monitors.get(place.monitor, monitors[otherwise])
    width, height = min(place.width, monitor.width()), min(place.height, monitor.height())
    x = max(monitor.left(), min(monitor.left() + place.x, monitor.left() + monitor.width() - width))
    y = max(monitor.top(), min(monitor.top() + place.y, monitor.top() + monitor.height() - height))
    return QRect(x, y, width, height)


def _size(area: QRect) -> int:
    return area.width() * area.height() if area.isValid() else 0
