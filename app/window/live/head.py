"""Above the Live page: its name, who is due, the last entry to take back, and the companion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.widgets.elided import Elided
from app.widgets.key_button import KeyButton
from app.widgets.label import label

if TYPE_CHECKING:
    from app.theme.theme import Theme
    from app.widgets.tap import Tap
    from coach.live.state import LiveState


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
        self._line = QHBoxLayout(self)
        self._line.setSpacing(8)
        self._line.addWidget(self._title)
        self._line.addWidget(self.due, 1)
        for button in (undo, self.options, self.pop_out):
            self._line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_state(self, state: LiveState) -> None:
        self._undo.relabel(f"Undo: {state.undo}" if state.undo else "Undo")
        self.due.show_words(_due(state))

    def show_companion(self, shown: bool) -> None:  # noqa: FBT001 - a signal tells it
        self.pop_out.relabel("Close companion" if shown else "Pop out")

    def set_narrow(self, *, narrow: bool, side: int) -> None:
        """The navigation names the page; the keys work all the same."""
        self._title.setHidden(narrow)
        self.pop_out.show_key("" if narrow else "Ctrl+P")
        self._line.setContentsMargins(side, 0, side, 0)


def _due(state: LiveState) -> str:
    if not state.due:
        return "Nobody is due"
    return f"{state.due} due" + (f", {state.overdue} overdue" if state.overdue else "")
