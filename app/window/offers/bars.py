"""Lines over the offer: what was just done and can be undone, what is not saved, what the disk has instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.widgets.key_button import KeyButton
from app.widgets.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.theme.theme import Theme


class ChangeBar(Strip):
    """`undone` carries what undoes it."""

    undone = Signal(object)  # Callable[[], None]

    def __init__(self, theme: Theme) -> None:
        self._button = KeyButton(theme, "undo_offer", "Undo", "Ctrl+Z")
        close = KeyButton(theme, "close_undo_offer", "Close")
        close.setAccessibleDescription("Leaves it as it is now")
        super().__init__("offer_changed", self._button, close)
        self._undo: Callable[[], object] | None = None
        self._button.clicked.connect(self.press)
        close.clicked.connect(self.clear)

    def offer(self, sentence: str, undo: Callable[[], object]) -> None:
        self._undo = undo
        self.tell(sentence)

    def press(self) -> None:
        undo = self._undo
        self.clear()
        if undo is not None:
            self.undone.emit(undo)

    def clear(self) -> None:
        self._undo = None
        self.tell("")


class DraftBar(Strip):
    """Something is written and not saved."""

    def __init__(self, theme: Theme) -> None:
        self.go_on = KeyButton(theme, "go_on_writing", "Go on writing", "E")
        self.discard = KeyButton(theme, "discard_draft", "Discard")
        self.discard.setAccessibleDescription("Drops what is not saved; it can be undone")
        super().__init__("offer_draft", self.go_on, self.discard)

    def show_draft(self, *, unsaved: bool) -> None:
        self.tell("What you wrote is kept, and not saved yet." if unsaved else "")


class ConflictBar(Strip):
    """The disk has another text than the one that was opened."""

    def __init__(self, theme: Theme) -> None:
        self.theirs = KeyButton(theme, "take_theirs", "Take the file's")
        self.theirs.setAccessibleDescription("Shows what is in the file; yours can be brought back")
        self.mine = KeyButton(theme, "keep_mine", "Save mine")
        self.mine.setAccessibleDescription("Writes yours over what is in the file; it can be undone")
        super().__init__("offer_conflict", self.theirs, self.mine)

    def show_conflict(self, *, on: bool) -> None:
        self.tell("The file of this offer was changed while you wrote. Yours is still here." if on else "")
