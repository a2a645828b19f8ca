"""Offers to bring back what was just deleted, until it is closed or something else is deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.widgets.key_button import KeyButton
from app.widgets.strip import Strip

if TYPE_CHECKING:
    from app.letting_go import Deleted
    from app.theme.theme import Theme


class UndoBar(Strip):
    undone = Signal()
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        self._button = KeyButton(theme, "undo", "Undo", "Ctrl+Z")
        close = KeyButton(theme, "close_undo", "Close")
        close.setAccessibleDescription("Then it is gone for good")
        super().__init__("undo_bar", self._button, close)
        self._deleted: Deleted | None = None
        self._button.clicked.connect(self.undone)
        close.clicked.connect(self.closed)

    def press(self) -> None:
        if self._deleted is not None:
            self._button.click()

    def offer(self, deleted: Deleted, sentence: str) -> None:
        self._deleted = deleted
        self.tell(sentence)

    def take(self) -> Deleted | None:
        """What can be undone; from now on it is no longer offered."""
        deleted, self._deleted = self._deleted, None
        self.tell("")
        return deleted
