"""Buttons in a row, one of them at the left; where the row is too short, without their keys, and then in two rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from app.theme.theme import Theme
    from app.widgets.key_button import KeyButton

_APART = 8


class ButtonRow(QWidget):
    """`first` stands at the left, the others at the right in their order."""

    def __init__(
        self, theme: Theme, first: KeyButton, others: Sequence[KeyButton], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._first, self._others = first, tuple(others)
        self._keys = {button: button.key for button in (first, *others)}
        self._upper, self._lower = QHBoxLayout(), QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_APART)
        for line in (self._upper, self._lower):
            line.setSpacing(_APART)
            column.addLayout(line)
        theme.changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """It can always be made narrower by a second row."""
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        self._show_keys(shown=True)
        if self._needed() > self.width():
            self._show_keys(shown=False)
        self._lay_out(two=self._needed() > self.width())

    def _show_keys(self, *, shown: bool) -> None:
        for button, key in self._keys.items():
            button.show_key(key if shown else "")

    def _needed(self) -> int:
        every = (self._first, *self._others)
        return sum(button.sizeHint().width() for button in every) + _APART * len(every)

    def _lay_out(self, *, two: bool) -> None:
        for line in (self._upper, self._lower):
            while line.count():
                line.takeAt(0)
        below = self._others[:-1] if two else ()
        self._upper.addWidget(self._first)
        self._upper.addStretch(1)
        for button in self._others[len(below) :]:
            self._upper.addWidget(button)
        if below:
            self._lower.addStretch(1)
        for button in below:
            self._lower.addWidget(button)
        self.updateGeometry()
