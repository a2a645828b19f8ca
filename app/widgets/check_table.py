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

_HEADS: Final = ("What counts", "", "Wanted", "", "What they hear")

# From which width on, at 100 %; how many lines a check takes; line, column and columns of each cell; the wide column.
_ARRANGEMENTS: Final = (
    (660, 1, ((0, 0, 1), (0, 1, 1), (0, 2, 1), (0, 3, 1), (0, 4, 1)), 4),
    (500, 2, ((0, 0, 1), (0, 1, 1), (0, 2, 1), (0, 3, 1), (1, 0, 4)), 0),
    (0, 3, ((0, 0, 2), (1, 0, 1), (1, 1, 2), (0, 2, 1), (2, 0, 3)), 1),
)
_COLUMNS: Final = 5
_MANY: Final = 7  # rows; more stand closer together
_NUMBERS: Final = (1, 2)  # columns that are set flush right where they stand under each other
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CheckTable(QWidget):
    """A row of labels for each check; the first carries the whole row for a screen reader.

    `value` heads the values; the names of the labels begin with `name`.
    """

    def __init__(self, theme: Theme, value: str = "Yours", name: str = "check", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}s")
        self._name = name
        self.setAccessibleName("Checks")
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(0)
        self._heads = [label(words, "small", "soft", parent=self) for words in _HEADS]
        self._heads[_NUMBERS[0]].setText(value)
        for head in self._heads:
            head.setContentsMargins(0, 2, 0, 6)
        self._rows: list[tuple[QLabel, ...]] = []
        self._rules: list[QFrame] = []
        self._arranged = -1
        theme.changed.connect(self._rearrange)

    def show_checks(self, checks: Sequence[Check]) -> None:
        for old in (*(cell for row in self._rows for cell in row), *self._rules):
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = [_row(check, f"{self._name}_{check.name}", self) for check in checks]
        self._rules = [_rule(self) for _ in checks]
        self._arranged = -1
        self._rearrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rearrange()

    def _rearrange(self) -> None:
        width = self.width() / self._theme.scale
        fitting = next(n for n, (least, *_) in enumerate(_ARRANGEMENTS) if width >= least)
        if fitting != self._arranged:
            self._arranged = fitting
            self._arrange(*_ARRANGEMENTS[fitting][1:])
            self.updateGeometry()

    def _arrange(self, lines: int, places: Sequence[tuple[int, int, int]], stretched: int) -> None:
        table = lines == 1
        apart = 4 if len(self._rows) > _MANY else 8
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, int(column == stretched))
        for column, head in enumerate(self._heads):
            self._grid.removeWidget(head)
            head.setVisible(table)
            if table:
                self._grid.addWidget(head, 0, column, _RIGHT if column in _NUMBERS else _LEFT)
        for number, (row, rule) in enumerate(zip(self._rows, self._rules, strict=True)):
            top = 1 + number * (lines + 1)
            self._grid.addWidget(rule, top, 0, 1, _COLUMNS)
            rule.setVisible(table or number > 0)
            for cell, (line, column, columns) in zip(row, places, strict=True):
                self._grid.addWidget(cell, top + 1 + line, column, 1, columns)
                cell.setAlignment(_RIGHT if lines < 3 and column in _NUMBERS else _LEFT)  # noqa: PLR2004
                cell.setContentsMargins(0, apart if line == 0 else 0, 0, apart if line == lines - 1 else 2)
            row[0].setWordWrap(not table)


def _row(check: Check, name: str, parent: QWidget) -> tuple[QLabel, ...]:
    mark = f"{MARKS[check.result]} {check.word}".strip()
    cells = (
        label(CHECKS.get(check.name, check.name), "cell", name=name, parent=parent),
        label(measured(check), "cell", name=f"{name}_value", parent=parent),
        label(_wanted(check), "cell", name=f"{name}_wanted", parent=parent),
        label(mark, "cell_strong", check.result, name=f"{name}_mark", parent=parent),
        wrapped(check.says, "cell", name=f"{name}_says", parent=parent),
    )
    cells[0].setAccessibleName(sentence(check))
    for cell in cells:
        cell.show()
    return cells


def _wanted(check: Check) -> str:
    return "" if check.low is None and check.high is None else span(check.low, check.high, check.unit)


def _rule(parent: QWidget) -> QFrame:
    rule = QFrame(parent)
    rule.setProperty("rule", "true")
    rule.setFixedHeight(1)
    return rule
