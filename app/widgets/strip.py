"""A line over the page with what just happened and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.widgets.label import wrapped

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.widgets.key_button import KeyButton


class Strip(QFrame):
    """Hidden until it is told something."""

    def __init__(self, name: str, *buttons: KeyButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("card", "notice")
        self._words = wrapped(name=f"{name}_text")
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 6, 8, 6)
        line.addWidget(self._words, 1)
        for button in buttons:
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Nothing to say, and it is gone."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
