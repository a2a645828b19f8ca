"""Buttons in a line, some at the left and the others at the right; in further lines where one has no room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from app.theme.theme import Theme
    from app.widgets.pressable import Pressable

_APART: Final = 6


class ButtonLine(QWidget):
    """Holds `buttons`, in the order of the Tab key; shows those it is told."""

    def __init__(
        self, theme: Theme, buttons: Sequence[Pressable], parent: QWidget | None = None, *, apart: int = _APART
    ) -> None:
        super().__init__(parent)
        self._apart = apart
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._buttons = buttons
        self._left: Sequence[Pressable] = ()
        self._right: Sequence[Pressable] = ()
        for button in buttons:
            button.setParent(self)
        theme.changed.connect(self.arrange)

    def show_buttons(self, left: Sequence[Pressable], right: Sequence[Pressable]) -> None:
        self._left, self._right = left, right
        for button in self._buttons:
            button.setVisible(button in left or button in right)
        self.arrange()

    def arrange(self) -> None:
        """Also to be called when the words on a button have changed."""
        rows, height = self._rows(self.width()), self._row_height()
        self.setFixedHeight(len(rows) * height)
        for number, row in enumerate(rows):
            x, right = 0, self.width() - self._width([button for button in row if button in self._right])
            for button in row:
                x = max(x, right) if button in self._right else x
                size = button.sizeHint()
                button.setGeometry(x, number * height, size.width(), height)
                x += size.width() + self._apart

    def height_at(self, width: int) -> int:
        return len(self._rows(width)) * self._row_height()

    def _row_height(self) -> int:
        return max((button.sizeHint().height() for button in self._buttons), default=0)

    def _rows(self, width: int) -> list[list[Pressable]]:
        rows: list[list[Pressable]] = [[]]
        for button in (*self._left, *self._right):
            if rows[-1] and self._width([*rows[-1], button]) > width:
                rows.append([])
            rows[-1].append(button)
        return rows

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.minimumHeight())

    def sizeHint(self) -> QSize:
        return QSize(self._width([*self._left, *self._right]), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def _width(self, row: Sequence[Pressable]) -> int:
        return sum(button.sizeHint().width() for button in row) + self._apart * max(0, len(row) - 1)
