"""After a round: how many takes were as wanted, the usual fault, what to drill next, and each take in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.widgets.card import Card
from app.widgets.label import label, wrapped
from app.widgets.wording import MARKS, RESULTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.drills.rounds import Summary
    from coach.verdict import Verdict

_ROWS: Final = ("Usual fault", "Too close to call", "Not measured", "Clean in a row", "What next")


class SummaryView(QWidget):
    """Told a `Summary`, what was drilled, and each take with the title of its drill."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drilled = label("", "text", "soft", "drilled")
        self._headline = wrapped(size="verdict", name="summary_headline")
        self._rows = {name: self._row(name) for name in _ROWS}
        grid = _grid(2)
        card = Card("summary_card")
        card.body.setSpacing(6)
        card.body.addWidget(self._drilled)
        card.body.addWidget(self._headline)
        card.body.addSpacing(8)
        card.body.addLayout(grid)
        for number, row in enumerate(self._rows.values()):
            for column, cell in enumerate(row):
                grid.addWidget(cell, number, column, Qt.AlignmentFlag.AlignTop)
        self._takes = _grid(4)
        self._lines: list[QLabel] = []
        below = Card("round_takes")
        below.body.addLayout(self._takes)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(18)
        page.addWidget(card)
        page.addWidget(below)
        page.addStretch(1)

    @staticmethod
    def _row(name: str) -> tuple[QLabel, QLabel]:
        return label(name, "text", "soft"), wrapped(name=f"summary_{name.lower().replace(' ', '_')}")

    def show_summary(self, summary: Summary, drilled: str, takes: Sequence[tuple[str, Verdict]]) -> None:
        self._drilled.setText(drilled)
        self._headline.setText(f"{summary.passed or 'None'} of {summary.takes} takes as wanted.")
        for name, words in _said(summary).items():
            for cell in self._rows[name]:
                cell.setVisible(bool(words))
            self._rows[name][1].setText(words)
        self._show_takes(takes)

    def _show_takes(self, takes: Sequence[tuple[str, Verdict]]) -> None:
        for old in self._lines:
            self._takes.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = []
        for number, (title, verdict) in enumerate(takes):
            mark = label(MARKS[verdict.result], "cell_strong", verdict.result, parent=self)
            mark.setAccessibleName(RESULTS[verdict.result])
            said = wrapped(verdict.headline, "cell", name=f"round_take_{number + 1}", parent=self)
            for column, cell in enumerate(
                (label(str(number + 1), "cell", "soft", parent=self), label(title, "cell", parent=self), mark, said)
            ):
                self._takes.addWidget(cell, number, column, Qt.AlignmentFlag.AlignTop)
                cell.show()
                self._lines.append(cell)


def _grid(columns: int) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(columns - 1, 1)
    return grid


def _said(summary: Summary) -> dict[str, str]:
    """Nothing where there is nothing to say."""
    before = "" if summary.longest_streak == summary.streak else f", {summary.longest_streak} before"
    return {
        "Usual fault": _fault(summary),
        "Too close to call": str(summary.unsure or ""),
        "Not measured": str(summary.not_measured or ""),
        "Clean in a row": f"{summary.streak} at the end{before}" if summary.longest_streak > 1 else "",
        "What next": summary.because,
    }


def _fault(summary: Summary) -> str:
    if summary.usual_fault is None:
        return "None" if summary.passed else ""
    times = "once" if summary.usual_fault_times == 1 else f"{summary.usual_fault_times} times"
    return f"{summary.usual_fault.removesuffix('.')}, {times}"
