"""What the Review page does when something is pressed; all that touches the store is done beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errands import Errands
from app.window.review.comparing import Comparing
from app.window.review.hearing import TakeHearing
from app.window.review.keeping import Keeping
from app.window.review.keys import make_keys
from app.window.review.listing import Listing
from app.window.review.pitches import Pitches
from app.window.review.speaking import Speaking
from app.window.review.take_work import TakeWork

if TYPE_CHECKING:
    from app.listener import Listener
    from app.window.review.board import Board
    from app.window.review.desk import ReviewDesk


class Work(QObject):
    """`imports` and `team` are asked for, and `report` for the take whose id it carries."""

    imports = Signal()
    team = Signal()
    report = Signal(str)

    def __init__(self, board: Board, desk: ReviewDesk, listener: Listener | None) -> None:
        super().__init__(board)
        self._board = board
        self._errands = Errands("review", self)
        self._errands.failed.connect(board.tell)
        self.keeping = Keeping(desk, self._errands, self)
        self.hearing = TakeHearing(board, desk)
        self.take = TakeWork(board, desk, self.keeping, self.hearing)
        self.hearing.sound = lambda: self.take.sound
        self.listing = Listing(board, desk, self._errands)
        self.pitches = Pitches(board.editor, lambda: self.take.sound)
        self.comparing = Comparing(board, desk, self.take, self.hearing)
        self.speaking = Speaking(board, desk, listener)
        self._connect()
        make_keys(board, self.take.words)

    def refresh(self) -> None:
        """There may be other takes than before."""
        self.listing.refresh()

    def close(self) -> None:
        self.speaking.close()
        self.comparing.close()
        self.pitches.close()
        self.hearing.close()
        self.take.close()
        self._errands.close()

    def _connect(self) -> None:
        board, editor = self._board, self._board.editor
        board.table.chosen.connect(self.take.open)
        board.table.chosen.connect(lambda _: self.speaking.end())
        self.speaking.asked.connect(self.hearing.stop)
        self.speaking.said.connect(lambda sound: self.take.comment("", sound))
        board.nothing_chosen.connect(self.take.forget)
        self.keeping.kept.connect(self.listing.update)
        self.keeping.reread.connect(self.take.reread)
        self.keeping.failed.connect(board.tell)
        self.keeping.changed.connect(lambda: editor.show_undo(self.keeping.undoes))
        editor.undo.clicked.connect(self.keeping.undo)
        editor.show_undo("")
        editor.scrolled.connect(self._scroll)
        editor.nearer.clicked.connect(editor.wave.nearer)
        editor.farther.clicked.connect(editor.wave.farther)
        editor.whole.clicked.connect(self._see_all)
        editor.report.clicked.connect(lambda: self.report.emit(board.table.take))
        for button in (board.bring, board.table.first_step):
            button.clicked.connect(self.imports)
        board.team.clicked.connect(self.team)

    def _scroll(self, start: float) -> None:
        wave = self._board.editor.wave
        if wave.picture is not None:
            wave.show_zoom(wave.picture.zoom.around(start, start + wave.picture.zoom.span))

    def _see_all(self) -> None:
        wave = self._board.editor.wave
        if wave.picture is not None:
            wave.show_zoom(wave.picture.zoom.all())
