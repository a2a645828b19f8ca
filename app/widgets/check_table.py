"""The checks of a take: what counts, yours, wanted, the mark with a word, what they hear."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from app.widgets.label import label, wrapped
from app.widgets.wording import CHECKS, MARKS, measured, sentence, span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from app.theme.theme import Theme
    from coach.verdict import Check

_HEADS: Final = ("What counts", "Yours", "Wanted", "", "What they hear")
_NARROW: Final = 620  # under this width, at 100 %, a check takes three lines
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CheckTable(QWidget):
    """A row of labels for each check; the first carries the whole row for a screen reader."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checks")
        self.setAccessibleName("Checks")
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(0)
        self._heads = [label(words, "small", "soft", parent=self) for words in _HEADS]
        self._rows: list[tuple[QLabel, ...]] = []
        self._rules: list[QFrame] = []
        self._narrow: bool | None = None
        theme.changed.connect(self._replace)

    def show_checks(self, checks: Sequence[Check]) -> None:
        for old in (*(cell for row in self._rows for cell in row), *self._rules):
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = [_row(check, self) for check in checks]
        self._rules = [_rule(self) for _ in checks]
        self._narrow = None
        self._replace()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._replace()

    def _replace(self) -> None:
        narrow = self.width() < _NARROW * self._theme.scale
        if narrow is self._narrow:
            return
        self._narrow = narrow
        for head in self._heads:
            head.setVisible(not narrow)
            self._grid.removeWidget(head)
        (self._place_narrow if narrow else self._place_wide)()
        self.updateGeometry()

    def _place_wide(self) -> None:
        for column, share in enumerate((0, 0, 0, 0, 1)):
            self._grid.setColumnStretch(column, share)
        for column, head in enumerate(self._heads):
            self._grid.addWidget(head, 0, column, _RIGHT if column in (1, 2) else _LEFT)
        for number, (row, rule) in enumerate(zip(self._rows, self._rules, strict=True)):
            self._grid.addWidget(rule, 2 * number + 1, 0, 1, 5)
            for column, cell in enumerate(row):
                self._grid.addWidget(cell, 2 * number + 2, column)
                cell.setAlignment(_RIGHT if column in (1, 2) else _LEFT)

    def _place_narrow(self) -> None:
        for column, share in enumerate((0, 0, 1, 0, 0)):
            self._grid.setColumnStretch(column, share)
        for number, (row, rule) in enumerate(zip(self._rows, self._rules, strict=True)):
            title, yours, wanted, mark, says = row
            top = 4 * number
            self._grid.addWidget(rule, top, 0, 1, 4)
            self._grid.addWidget(title, top + 1, 0, 1, 3)
            self._grid.addWidget(mark, top + 1, 3)
            self._grid.addWidget(yours, top + 2, 0)
            self._grid.addWidget(wanted, top + 2, 1, 1, 3)
            self._grid.addWidget(says, top + 3, 0, 1, 4)
            for cell in row:
                cell.setAlignment(_LEFT)


def _row(check: Check, parent: QWidget) -> tuple[QLabel, ...]:
    name = f"check_{check.name}"
    mark = f"{MARKS[check.result]} {check.word}".strip()
    cells = (
        wrapped(CHECKS.get(check.name, check.name), name=name, parent=parent),
        label(measured(check), name=f"{name}_value", parent=parent),
        label(_wanted(check), name=f"{name}_wanted", parent=parent),
        label(mark, "strong", check.result, name=f"{name}_mark", parent=parent),
        wrapped(check.says, name=f"{name}_says", parent=parent),
    )
    cells[0].setAccessibleName(sentence(check))
    for cell in cells:
        cell.setContentsMargins(0, 7, 0, 7)
        cell.show()
    return cells


def _wanted(check: Check) -> str:
    return "" if check.low is None and check.high is None else span(check.low, check.high, check.unit)


def _rule(parent: QWidget) -> QFrame:
    rule = QFrame(parent)
    rule.setProperty("rule", "true")
    rule.setFixedHeight(1)
    rule.show()
    return rule
