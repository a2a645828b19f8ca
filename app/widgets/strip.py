"""A line over the page with what just happened and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout

from app.widgets.label import wrapped

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from app.widgets.key_button import KeyButton

_LETTERS: Final = 24  # so many on a line of its words; with less room, the buttons stand below them


class Strip(QFrame):
    """Hidden until it is told something."""

    def __init__(self, name: str, *buttons: KeyButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("card", "notice")
        self._words = wrapped(name=f"{name}_text")
        self._buttons = buttons
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(20, 6, 8, 6)
        self._box.addWidget(self._words, 1)
        line = QHBoxLayout()
        self._box.addLayout(line)
        line.addStretch(1)
        for button in buttons:
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Nothing to say, and it is gone."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    def minimumSizeHint(self) -> QSize:
        """It can always be made narrower by a second line."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = sum(button.sizeHint().width() for button in self._buttons) + 60
        room = self.width() - beside
        narrow = room < _LETTERS * self._words.fontMetrics().averageCharWidth()
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self.updateGeometry()
