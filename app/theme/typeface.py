"""Inter in four weights and the sizes of the text, in pixels at 100 %."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

import assets

FAMILY: Final = "Inter"

# Each has a size and a weight.
SIZES: Final[dict[str, tuple[int, QFont.Weight]]] = {
    "axis": (11, QFont.Weight.Normal),
    "key": (11, QFont.Weight.DemiBold),
    "small": (12, QFont.Weight.Normal),
    "small_strong": (12, QFont.Weight.DemiBold),
    "cell": (13, QFont.Weight.Normal),
    "cell_strong": (13, QFont.Weight.DemiBold),
    "text": (14, QFont.Weight.Normal),
    "strong": (14, QFont.Weight.DemiBold),
    "prompt": (17, QFont.Weight.Medium),  # the script where there is little room
    "logo": (17, QFont.Weight.Bold),
    "title": (22, QFont.Weight.Bold),
    "value": (22, QFont.Weight.Bold),
    "advice": (19, QFont.Weight.Medium),
    "script": (24, QFont.Weight.Medium),
    "tile": (28, QFont.Weight.Bold),
    "verdict": (30, QFont.Weight.Bold),
}


@cache
def load() -> None:
    """Give Qt the shipped files, once; where one fails, Qt takes the system's own face."""
    for file in files(assets).joinpath("fonts").iterdir():
        if file.name.endswith(".otf"):
            QFontDatabase.addApplicationFontFromData(QByteArray(file.read_bytes()))


def font(name: str, scale: float) -> QFont:
    """One of `SIZES`, scaled, with figures of equal width so that a running number does not shake."""
    size, weight = SIZES[name]
    face = QFont(FAMILY)
    face.setPixelSize(max(1, round(size * scale)))
    face.setWeight(weight)
    face.setFeature(QFont.Tag("tnum"), 1)
    return face
