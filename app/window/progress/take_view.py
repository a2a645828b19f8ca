"""One take from the list: its verdict again, to be heard, exported or deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.widgets.button_row import ButtonRow
from app.widgets.key_button import KeyButton
from app.widgets.label import label, wrapped
from app.widgets.plot_words import day_name
from app.window.scrolled import Scrolled
from app.window.verdict_view import VerdictView

if TYPE_CHECKING:
    from app.said import TakeEnded
    from app.theme.theme import Theme
    from coach.take import Take

GONE = "Its sound is no longer kept; its numbers are."


class TakeView(QWidget):
    """Told a take and what it was when it ended; the page makes `verdict.hear_self` work."""

    back = Signal()
    deleted = Signal()
    exported = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._when = label("", "strong", name="take_when")
        self._beside = wrapped("", tone="soft", name="take_beside")
        self.verdict = VerdictView(theme)
        self._scrolled = Scrolled()
        self._scrolled.column.addWidget(self.verdict, 1)
        self._scrolled.set_margin(0)
        self._back = KeyButton(theme, "back_to_takes", "Back", "Esc")
        self._delete = KeyButton(theme, "delete_take", "Delete", "Del")
        self._export = KeyButton(theme, "export_take", "Export…", "E")
        top = QHBoxLayout()
        top.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(top)
        top.addWidget(self._when, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._beside, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._scrolled, 1)
        column.addWidget(ButtonRow(theme, self._back, (self._delete, self._export)))
        for button, told in ((self._back, self.back), (self._delete, self.deleted), (self._export, self.exported)):
            button.clicked.connect(told)

    @property
    def keys(self) -> tuple[tuple[Qt.Key, KeyButton], ...]:
        """Which key presses which button."""
        return (
            (Qt.Key.Key_Escape, self._back),
            (Qt.Key.Key_Delete, self._delete),
            (Qt.Key.Key_E, self._export),
            (Qt.Key.Key_H, self.verdict.hear_self),
        )

    def show_take(self, take: Take, ended: TakeEnded, drill: str) -> None:
        at = take.started_at.astimezone()
        self._when.setText(f"{day_name(at.date(), with_year=True)}, {at:%H:%M}")
        beside = [drill, take.fault or "", GONE if take.sound is None or ended.sound is None else ""]
        self._beside.setText(" · ".join(part for part in beside if part))
        self.verdict.show_take(ended)
        for button in (self.verdict.hear_sample, self.verdict.overlay):  # of the take that was just spoken
            button.hide()
        self._scrolled.to_top()
        self.verdict.set_compact(compact=True)
