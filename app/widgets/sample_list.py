"""The samples by name, one of them chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QListWidget, QSizePolicy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.theme.theme import Theme

_HIGH: Final = 18  # above and below the words of a row, together
_SIDES: Final = 32


class SampleList(QListWidget):
    """As high and as wide as its rows; `currentRowChanged` carries the number of the chosen one."""

    def __init__(self, theme: Theme, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sample_list")
        self.setAccessibleName("Samples")
        self.setAccessibleDescription("Keys: ↑ ↓")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self.addItems(titles)
        self.setCurrentRow(0)
        theme.changed.connect(self._fit)
        self._fit()

    def step(self, rows: int) -> None:
        self.setCurrentRow(min(max(0, self.currentRow() + rows), self.count() - 1))

    def _fit(self) -> None:
        for row in range(self.count()):
            self.item(row).setSizeHint(QSize(0, self._row_height()))
        self.updateGeometry()

    def _row_height(self) -> int:
        return round(self._theme.metrics("text").height()) + _HIGH

    def sizeHint(self) -> QSize:
        words = self._theme.metrics("strong")
        wide = max(words.horizontalAdvance(self.item(row).text()) for row in range(self.count()))
        return QSize(round(wide) + _SIDES, self.count() * self._row_height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
