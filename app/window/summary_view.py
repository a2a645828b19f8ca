"""After a round: how many takes were as wanted, the usual fault, and what to drill next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.widgets.card import Card
from app.widgets.label import label, wrapped

if TYPE_CHECKING:
    from app.theme.theme import Theme
    from coach.drills.rounds import Summary

_ROWS: Final = ("Usual fault", "Too close to call", "Not measured", "Clean in a row", "What next")


class SummaryView(QWidget):
    """Told a `Summary` and what was drilled."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        del theme
        self._drilled = label("", "text", "soft", "drilled")
        self._headline = wrapped(size="verdict", name="summary_headline")
        self._rows = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for number, name in enumerate(_ROWS):
            row = (label(name, "text", "soft"), wrapped(name=f"summary_{name.lower().replace(' ', '_')}"))
            for column, cell in enumerate(row):
                grid.addWidget(cell, number, column, Qt.AlignmentFlag.AlignTop)
            self._rows[name] = row
        self._card = Card("summary_card")
        self._card.body.setSpacing(6)
        for part in (self._drilled, self._headline):
            self._card.body.addWidget(part)
        self._card.body.addSpacing(10)
        self._card.body.addLayout(grid)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._card)
        page.addStretch(1)

    def show_summary(self, summary: Summary, drilled: str) -> None:
        self._drilled.setText(drilled)
        self._headline.setText(f"{summary.passed or 'None'} of {summary.takes} takes as wanted.")
        row = "" if summary.longest_streak == summary.streak else f", {summary.longest_streak} before"
        said = {
            "Usual fault": _fault(summary),
            "Too close to call": str(summary.unsure or ""),
            "Not measured": str(summary.not_measured or ""),
            "Clean in a row": f"{summary.streak} at the end{row}" if summary.longest_streak > 1 else "",
            "What next": summary.because,
        }
        for name, cells in self._rows.items():
            cells[1].setText(said[name])
            for cell in cells:
                cell.setVisible(bool(said[name]))


def _fault(summary: Summary) -> str:
    if summary.usual_fault is None:
        return "None" if summary.passed else ""
    times = "once" if summary.usual_fault_times == 1 else f"{summary.usual_fault_times} times"
    return f"{summary.usual_fault} ({times})"
