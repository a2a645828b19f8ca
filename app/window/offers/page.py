"""The Offers page as the window knows it: light until it is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from app.theme.theme import Theme
    from app.window.offers.board import Board
    from app.window.offers.desk import OfferDesk
    from app.window.offers.work import Work


class OffersPage(QWidget):
    """Reads the shelf whenever it is opened. `changed` says that there are other offers than before."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offers")
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._desk: OfferDesk | None = None
        self._narrow = False
        self.board: Board | None = None
        self.work: Work | None = None

    def connect_to(self, desk: OfferDesk) -> None:
        """From now on there are offers to be shown."""
        self._desk = desk
        if self.isVisible():
            self._open()

    def set_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow
        if self.board is not None:
            self.board.set_narrow(narrow=narrow)

    def close_down(self) -> None:
        """What is written and not saved is there at the next start."""
        if self.work is not None:
            self.work.put_aside()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._open()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.close_down()

    def _open(self) -> None:
        if self._desk is None:
            return
        if self.work is None:
            self._build(self._desk)
        if self.work is not None and self.board is not None:
            self.work.read()
            self.board.setFocus()

    def _build(self, desk: OfferDesk) -> None:
        from app.window.offers.board import Board  # noqa: PLC0415 - the window is there sooner without it
        from app.window.offers.work import Work  # noqa: PLC0415

        self.board = Board(self._theme)
        self.board.set_narrow(narrow=self._narrow)
        self._column.addWidget(self.board)
        self.board.show()  # now, not with the next round of the loop: the page would be empty for a moment
        self.work = Work(self.board, desk)
        self.work.changed.connect(self.changed)
