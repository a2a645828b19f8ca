"""The Live page as the window knows it: light until it is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from app.theme.theme import Theme
    from app.window.live.board import LiveBoard


class LivePage(QWidget):
    """`built` carries the board once, when it is first looked at or asked for."""

    built = Signal(object)  # LiveBoard
    looked_at = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("live")
        self._theme = theme
        self._narrow = False
        self._board: LiveBoard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def is_built(self) -> bool:
        return self._board is not None

    @property
    def board(self) -> LiveBoard:
        """Made when it is first needed."""
        if self._board is None:
            from app.window.live.board import LiveBoard  # noqa: PLC0415 - the window is there sooner without it

            self._board = LiveBoard(self._theme)
            self._board.set_narrow(narrow=self._narrow)
            self._column.addWidget(self._board)
            self._board.show()  # now, not with the next round of the loop: the page would be empty for a moment
            self.built.emit(self._board)
        return self._board

    def set_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow
        if self._board is not None:
            self._board.set_narrow(narrow=narrow)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.board.setFocus()
        self.looked_at.emit()
