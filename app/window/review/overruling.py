"""What a check should have been, and why: asked in place of the buttons, until it is kept or left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.widgets.chip import Chip
from app.widgets.key_button import KeyButton
from app.widgets.label import label
from app.widgets.wording import MARKS, RESULTS
from app.window.review import wording
from coach.review.review import Opinion
from coach.verdict import Result

if TYPE_CHECKING:
    from app.theme.theme import Theme

_CHOICES: Final = (Result.PASS, Result.FAIL)


class Overruling(QWidget):
    """`kept` carries the `Opinion`."""

    kept = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check = ""
        self._what = label("", "cell_strong", name="overruled")
        self.chips = {
            result: Chip(theme, f"should_be_{result}", f"{MARKS[result]} {RESULTS[result]}", "What it should be")
            for result in _CHOICES
        }
        self.reason = QLineEdit()
        self.reason.setObjectName("reason")
        self.reason.setAccessibleName("Your reason")
        self.reason.setPlaceholderText("Your reason, in a few words")
        self.reason.setMaxLength(500)
        self.keep = KeyButton(theme, "keep_overruling", "Overrule", "Enter", primary=True)
        self.leave = KeyButton(theme, "leave_overruling", "Cancel", "Esc")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._what)
        chips = QHBoxLayout()
        column.addLayout(chips)
        for chip in self.chips.values():
            chips.addWidget(chip)
        chips.addStretch(1)
        column.addWidget(self.reason)
        line = QHBoxLayout()
        column.addLayout(line)
        line.addWidget(self.leave)
        line.addStretch(1)
        line.addWidget(self.keep)
        self.reason.returnPressed.connect(self.keep.click)
        self.keep.clicked.connect(self._keep)
        self.leave.clicked.connect(self.left)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.leave.click)

    def ask(self, check: str, machine: Result, before: Opinion | None) -> None:
        """The other of both is chosen already."""
        self._check = check
        self._what.setText(f"{wording.check(check)} should be")
        chosen = before.result if before is not None and before.result is not machine else _other(machine)
        for result, chip in self.chips.items():
            chip.setChecked(result is chosen)
        self.reason.setText(before.reason if before is not None else "")
        self.show()
        self.reason.setFocus()

    def _keep(self) -> None:
        result = next(result for result, chip in self.chips.items() if chip.isChecked())
        self.kept.emit(Opinion(self._check, result, self.reason.text().strip()))


def _other(machine: Result) -> Result:
    return Result.FAIL if machine is Result.PASS else Result.PASS
