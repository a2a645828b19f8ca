"""A page that scrolls when the window is too low for it, and never sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class Scrolled(QScrollArea):
    """`column` takes the cards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inner = QWidget()
        self._inner.setObjectName("scrolled")
        self._side = 28
        self._left: int | None = None
        self._above = self._below = 0
        self.column = QVBoxLayout(self._inner)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        """What stands above and below it has the first claim to a very low window."""
        return QSize(100, 24)

    def set_margin(self, side: int, left: int | None = None, *, above: int = 0, below: int = 0) -> None:
        """The scroll bar stands in the margin, so that cards end where the buttons do; `left` where it is another."""
        self._side, self._left, self._above, self._below = side, left, above, below
        bar = self.width() - self.viewport().width()
        self.column.setContentsMargins(side if left is None else left, above, side - min(bar, side), below)

    def show_part(self, part: QWidget) -> None:
        """Scroll to it, once it has its place."""
        QTimer.singleShot(0, part, lambda: self.ensureWidgetVisible(part))

    def to_top(self) -> None:
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._inner.setMaximumWidth(self.viewport().width())
        self.set_margin(self._side, self._left, above=self._above, below=self._below)
