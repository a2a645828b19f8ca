"""The Call-backs page as the window knows it: light until it is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from app.theme.theme import Theme
    from app.window.callbacks.board import Board
    from app.window.callbacks.desk import CallDesk
    from app.window.callbacks.work import Work


class CallbacksPage(QWidget):
    """`start_calling` and `call_now`, which carries the id of a prospect, are for whoever makes calls.

    `counted` carries how many are due, as soon as that is known.
    """

    start_calling = Signal()
    call_now = Signal(str)
    counted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("callbacks")
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._desk: CallDesk | None = None
        self._narrow = False
        self.board: Board | None = None
        self.work: Work | None = None

    def connect_to(self, desk: CallDesk) -> None:
        """From now on there is a list to be shown."""
        self._desk = desk
        if self.isVisible():
            self._open()

    def refresh(self) -> None:
        """There were calls, or there are other people on the list; read at once only where somebody looks."""
        if self.work is not None and self.isVisible():
            self.work.refresh()

    def set_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow
        if self.board is not None:
            self.board.set_narrow(narrow=narrow)

    def close_down(self) -> None:
        if self.work is not None:
            self.work.close()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._open()

    def _open(self) -> None:
        if self.board is None:
            self._build()
        if self.work is None and self._desk is not None and self.board is not None:
            self._set_to_work(self.board, self._desk)
        if self.work is not None:
            self.work.refresh()
        if self.board is not None:
            self.board.setFocus()

    def _build(self) -> None:
        from app.window.callbacks.board import Board  # noqa: PLC0415 - the window is there sooner without it

        self.board = Board(self._theme)
        self.board.set_narrow(narrow=self._narrow)
        self._column.addWidget(self.board)
        self.board.show()  # now, not with the next round of the loop: the page would be empty for a moment

    def _set_to_work(self, board: Board, desk: CallDesk) -> None:
        from app.window.callbacks.work import Work  # noqa: PLC0415 - it reads the store

        self.work = Work(board, desk)
        self.work.start_calling.connect(self.start_calling)
        self.work.call_now.connect(self.call_now)
        self.work.counted.connect(self.counted)
