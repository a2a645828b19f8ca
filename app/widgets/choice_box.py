"""One of several choices, behind a box that shows the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent

_SIDE: Final = 12


class ChoiceBox(QComboBox):
    """`choices` has what is read by what is meant; the style sheet leaves out the arrow, which is drawn here."""

    def __init__(self, name: str, about: str, choices: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(about)
        for meant, read in choices.items():
            self.addItem(read, meant)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    @property
    def choice(self) -> str:
        return str(self.currentData())

    def choose(self, meant: str) -> None:
        """The first one where there is no such choice."""
        self.setCurrentIndex(max(0, self.findData(meant)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self.palette().text().color())
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(self.rect().adjusted(0, 0, -_SIDE, 0), int(align), "▾")
