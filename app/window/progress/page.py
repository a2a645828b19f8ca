"""The Progress page as the window knows it: light until it is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QShowEvent

    from app.archive import Archive
    from app.theme.theme import Theme
    from app.window.progress.board import Board
    from app.window.replay import Playing


class ProgressPage(QWidget):
    """Keeps what it was told, and reads the archive when it is looked at.

    `rehearse` carries the drill to practise, None for whichever; `keep_sound` the days, None for ever.
    """

    rehearse = Signal(object)  # str | None
    keep_sound = Signal(object)  # int | None

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._archive: Archive | None = None
        self._play: Callable[[str], Playing] | None = None
        self._drills: Mapping[str, str] = {}
        self._sound_days: int | None = None
        self._said: list[str] = []
        self._narrow = False
        self._stale = True
        self.board: Board | None = None

    def prepare(self, play: Callable[[str], Playing], drills: Mapping[str, str], sound_days: int | None) -> None:
        """`drills` has the title of every drill there is; sound is kept for `sound_days`, None for ever."""
        self._play, self._drills, self._sound_days = play, drills, sound_days
        if self.board is not None:
            self.board.prepare(play, drills, sound_days)

    def connect_to(self, archive: Archive) -> None:
        """From now on there are takes to be shown."""
        self._archive = archive
        if self.board is not None:
            self.board.connect_to(archive)
        self.refresh()

    def refresh(self) -> None:
        """There are other takes than before; they are read at once only where somebody looks."""
        self._stale = True
        if self.isVisible():
            self._read()

    def tell(self, sentence: str) -> None:
        if self.board is None:
            self._said.append(sentence)
        else:
            self.board.tell(sentence)

    def set_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow
        if self.board is not None:
            self.board.set_narrow(narrow=narrow)

    def close_down(self) -> None:
        """What was deleted is gone for good, and nothing of ours runs on."""
        if self.board is not None:
            self.board.close_down()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.board is None:
            self.board = self._build()
        self.board.setFocus()
        if self._stale:
            self._read()

    def _build(self) -> Board:
        from app.window.progress.board import Board  # noqa: PLC0415 - the window is there sooner without it

        board = Board(self._theme)
        board.overview.rehearse.connect(self.rehearse)
        board.keep_sound.connect(self._keep_sound)
        board.set_narrow(narrow=self._narrow)
        self._column.addWidget(board)
        board.show()  # now, not with the next round of the loop: the page would be empty for a moment
        if self._play is not None:
            board.prepare(self._play, self._drills, self._sound_days)
        if self._archive is not None:
            board.connect_to(self._archive)
        for sentence in self._said:
            board.tell(sentence)
        QTimer.singleShot(0, board, board.overview.start)  # after it is painted
        return board

    def _keep_sound(self, days: int | None) -> None:
        self._sound_days = days
        self.keep_sound.emit(days)

    def _read(self) -> None:
        if self.board is not None and self._archive is not None:
            self._stale = False
            self.board.refresh()
