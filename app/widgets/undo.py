"""Offers to take back what was just done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.widgets.key_button import KeyButton
from app.widgets.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.theme.theme import Theme


class Undo(Strip):
    def __init__(self, theme: Theme) -> None:
        self._button = KeyButton(theme, "undo", "Undo", "Ctrl+Z")
        close = KeyButton(theme, "close_undo", "Close")
        super().__init__("undo_bar", self._button, close)
        self._undo: Callable[[], None] | None = None
        self._button.clicked.connect(self.press)
        close.clicked.connect(self.forget)

    def offer(self, sentence: str, undo: Callable[[], None]) -> None:
        """In place of what was offered before."""
        self._undo = undo
        self.tell(sentence)

    def press(self) -> None:
        undo = self._undo
        self.forget()
        if undo is not None:
            undo()

    def forget(self) -> None:
        self._undo = None
        self.tell("")
