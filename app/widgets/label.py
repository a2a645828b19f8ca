"""A line of text whose size and tone come from the style sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def label(
    words: str = "", size: str = "text", tone: str = "ink", name: str = "", parent: QWidget | None = None
) -> QLabel:
    """`size` is one of the typeface's, `tone` what the style sheet calls a colour."""
    made = QLabel(words, parent)
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("face", size)  # `size` is Qt's own
    made.setProperty("tone", tone)
    return made


def wrapped(
    words: str = "", size: str = "text", tone: str = "ink", name: str = "", parent: QWidget | None = None
) -> QLabel:
    made = label(words, size, tone, name, parent)
    made.setWordWrap(True)
    return made


def retone(shown: QLabel, tone: str) -> None:
    """Another colour: the style sheet looks at properties only when told to."""
    if shown.property("tone") != tone:
        shown.setProperty("tone", tone)
        shown.style().unpolish(shown)
        shown.style().polish(shown)
