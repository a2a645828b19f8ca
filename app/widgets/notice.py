"""A calm line at the top of the page that can be closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.widgets.key_button import KeyButton
from app.widgets.label import wrapped

if TYPE_CHECKING:
    from app.theme.theme import Theme


class Notice(QFrame):
    """Shows one sentence after the other; several are joined, none is lost."""

    changed = Signal()

    def __init__(self, theme: Theme, name: str = "notice", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("card", "notice")
        self._said: list[str] = []
        self._words = wrapped(name=f"{name}_text")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = KeyButton(theme, f"close_{name}", "Close")
        self._close.setAccessibleDescription("Closes the message")
        self._close.clicked.connect(self.clear)
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 6, 8, 6)
        line.addWidget(self._words, 1)
        line.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def tell(self, sentence: str) -> bool:
        """False if it stands there already."""
        if sentence in self._said:
            return False
        self._said.append(sentence)
        self._write()
        return True

    def withdraw(self, sentence: str) -> None:
        """It is no longer so."""
        if sentence in self._said:
            self._said.remove(sentence)
            self._write()

    def clear(self) -> None:
        self._said.clear()
        self._write()

    def _write(self) -> None:
        self._words.setText("\n".join(self._said))
        self.setAccessibleName(self._words.text())
        self.setVisible(bool(self._said))
        self.changed.emit()
