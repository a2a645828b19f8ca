"""The Review page as the window knows it: light until it is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from app.listener import Listener
    from app.theme.theme import Theme
    from app.window.review.board import Board
    from app.window.review.desk import ReviewDesk
    from app.window.review.work import Work


class ReviewPage(QWidget):
    """`imports` asks for recordings to be brought in, `team` for the team, `report` for a report on a take by its id.

    `built` says that there is a board.
    """

    imports = Signal()
    team = Signal()
    report = Signal(str)
    built = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review")
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._desk: ReviewDesk | None = None
        self._listener: Listener | None = None
        self._narrow = False
        self._stale = True
        self._known: list[QWidget] = []
        self._rooms: list[QWidget] = []  # those that were entered, the last one is seen
        self.board: Board | None = None
        self.work: Work | None = None

    def connect_to(self, desk: ReviewDesk, listener: Listener | None = None) -> None:
        """From now on there are takes to be shown; with the listener, comments can be spoken."""
        self._desk, self._listener = desk, listener
        if self.isVisible():
            self._open()

    def refresh(self) -> None:
        """There are other takes than before; they are read at once only where somebody looks."""
        self._stale = True
        if self.work is not None and self.isVisible():
            self._read(self.work)

    # The rooms behind it, shown in its place.

    @property
    def entered(self) -> QWidget | None:
        return self._rooms[-1] if self._rooms else None

    def enter(self, room: QWidget) -> None:
        """Show it in place of the takes, until it is left."""
        if room in self._rooms:
            self._rooms.remove(room)
        elif room not in self._known:
            self._known.append(room)
            self._column.addWidget(room)
        self._rooms.append(room)
        if self.work is not None:
            self.work.hearing.stop()
            self.work.speaking.end()
        self._show_room()

    def leave(self) -> None:
        """Back to where one came from."""
        if self._rooms:
            self._rooms.pop()
        self._show_room()

    def leave_all(self) -> None:
        self._rooms.clear()
        self._show_room()

    def show_only(self, ids: frozenset[str], title: str) -> None:
        """Some takes, and what they have in common."""
        if self.board is not None:
            self.board.filters.show_only(ids, title)

    def show_rep(self, rep: str) -> None:
        if self.board is not None:
            self.board.filters.show_rep(rep)

    def _show_room(self) -> None:
        """The takes where there is none; only one can be seen, so only its keys work."""
        shown = self.entered or self.board
        for part in (self.board, *self._known):
            if part is not None:
                part.setVisible(part is shown)
        if shown is not None:
            shown.setFocus()

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

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.work is not None:
            self.work.hearing.stop()
            self.work.speaking.end()

    def _open(self) -> None:
        if self.board is None:
            self._build()
        if self.work is None and self._desk is not None and self.board is not None:
            self._set_to_work(self.board, self._desk)
        if self.work is not None and self._stale:
            self._read(self.work)
        self._show_room()

    def _read(self, work: Work) -> None:
        self._stale = False
        work.refresh()

    def _build(self) -> None:
        from app.window.review.board import Board  # noqa: PLC0415 - the window is there sooner without it

        self.board = Board(self._theme)
        self.board.set_narrow(narrow=self._narrow)
        self._column.addWidget(self.board)
        self.board.show()  # now, not with the next round of the loop: the page would be empty for a moment
        self.built.emit()

    def _set_to_work(self, board: Board, desk: ReviewDesk) -> None:
        from app.window.review.work import Work  # noqa: PLC0415 - it reads the store

        self.work = Work(board, desk, self._listener)
        self.work.imports.connect(self.imports)
        self.work.team.connect(self.team)
        self.work.report.connect(self.report)
