"""Above the Live page: its name, who is due, the last entry to take back, and the companion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from app.widgets.button_line import ButtonLine
from app.widgets.elided import Elided
from app.widgets.key_button import KeyButton
from app.widgets.label import label

if TYPE_CHECKING:
    from app.theme.theme import Theme
    from app.widgets.tap import Tap
    from coach.live.state import LiveState


_RING: Final = 3  # what a button keeps around itself for the focus


class LiveHead(QWidget):
    """`undo` is the call's own."""

    def __init__(self, theme: Theme, undo: Tap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._undo = undo
        self._title = label("Live", "title", name="live_title")
        self.due = Elided("due_count", "text", theme, tone="soft")
        self.options = KeyButton(theme, "live_settings", "Settings")
        self.options.setAccessibleDescription("The settings of live calls")
        self.options.setCheckable(True)
        self.pop_out = KeyButton(theme, "pop_out", "Pop out", "Ctrl+P")
        self.pop_out.give("Ctrl+P", "Shows the call in a small window beside the softphone.")
        self._buttons = ButtonLine(theme, [undo, self.options, self.pop_out])
        self._buttons.show_buttons([], [undo, self.options, self.pop_out])
        self._words = QHBoxLayout()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setSpacing(6)
        self._line.addLayout(self._words, 1)
        self._line.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignVCenter)
        self._words.setSpacing(12)
        self._words.addWidget(self._title)
        self._words.addWidget(self.due, 1)
        self._entry: str | None = None
        self._narrow = False

    def show_state(self, state: LiveState) -> None:
        self._entry = state.undo
        self._name_undo()

    def show_due(self, due: int, overdue: int) -> None:
        late = f", {overdue} overdue" if overdue else ""
        self.due.show_words(f"{due} due{late}" if due else "Nobody is due")

    def show_companion(self, shown: bool) -> None:  # noqa: FBT001 - a signal tells it
        self.pop_out.relabel("Close companion" if shown else "Pop out")
        self._buttons.arrange()

    def set_narrow(self, *, narrow: bool, side: int) -> None:
        """The navigation names the page; the keys work all the same."""
        self._narrow = narrow
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._title.setHidden(narrow)
        self.pop_out.show_key("" if narrow else "Ctrl+P")
        self._line.setContentsMargins(side, 0, side - _RING, 0)
        self._name_undo()

    def _name_undo(self) -> None:
        """What it takes back stands on it where there is room."""
        self._undo.relabel(f"Undo: {self._entry}" if self._entry and not self._narrow else "Undo")
        self._buttons.arrange()
