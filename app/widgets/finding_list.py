"""What was found, a row each: mark, name, value; what to do stands below where something is not well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from app.widgets.label import label, wrapped
from app.widgets.wording import MARKS, RESULTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.setup.finding import Finding

_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FindingList(QWidget):
    """The first label of a row carries the whole of it for a screen reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings")
        self.setAccessibleName("What was found")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(2, 1)
        self._shown: tuple[Finding, ...] = ()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        if tuple(findings) == self._shown:
            return
        self._shown = tuple(findings)
        while (item := self._grid.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for number, finding in enumerate(findings):
            self._add(number, finding)
        self.setVisible(bool(findings))
        self.updateGeometry()

    def _add(self, number: int, finding: Finding) -> None:
        row = 3 * number
        mark = label(MARKS[finding.result], "cell_strong", finding.result.value)
        mark.setAccessibleName(RESULTS[finding.result])
        name = label(finding.name, "cell", name=f"finding_{number}")
        name.setAccessibleName(f"{finding.name}: {finding.value}: {RESULTS[finding.result]}. {finding.advice}".strip())
        value = wrapped(finding.value, "cell")
        value.setAlignment(_RIGHT)
        for column, cell in enumerate((mark, name, value)):
            cell.setContentsMargins(0, 7, 0, 2 if finding.advice else 7)
            self._grid.addWidget(cell, row, column)
        if finding.advice:
            advice = wrapped(finding.advice, "cell", finding.result.value)
            advice.setContentsMargins(0, 0, 0, 7)
            self._grid.addWidget(advice, row + 1, 1, 1, 2)
        rule = QFrame()
        rule.setProperty("rule", "true")
        rule.setFixedHeight(1)
        self._grid.addWidget(rule, row + 2, 0, 1, 3)
