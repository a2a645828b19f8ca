"""The list out to a spreadsheet and the call-backs out to a calendar, and the questions where to and where from."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFileDialog

from app.window.callbacks.reading import call_backs
from coach.calls.calendar_file import write
from coach.calls.sheet.exporting import export_list

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.errands import Errands
    from app.window.callbacks.board import Board
    from app.window.callbacks.desk import CallDesk

_LISTS: Final = "Lists (*.csv *.tsv *.txt);;All files (*)"


class Files:
    """`ask_what` and `ask_where` may be answered by somebody else than the user."""

    def __init__(self, board: Board, desk: CallDesk, errands: Errands) -> None:
        self._board = board
        self._desk = desk
        self._errands = errands
        self._stop = Event()
        self.ask_where: Callable[[str, str, str], str] = self._ask_where
        self.ask_what: Callable[[], Path | None] = self._ask_what

    def write_calendar(self) -> None:
        if chosen := self.ask_where("Calendar file", "call-backs.ics", "Calendars (*.ics)"):
            path = Path(chosen)

            def out() -> str:
                now = self._desk.now()
                count = write(path, call_backs(self._desk, now), now)
                return f"{count:,} call-back{'' if count == 1 else 's'} in {path}. A later file brings them up to date."

            self._errands.run(out, self._tell)

    def export(self) -> None:
        if chosen := self.ask_where("Export list", "call-list.csv", "Lists (*.csv)"):
            path = Path(chosen)

            def out() -> str:
                done = export_list(path, self._desk.calls, lambda _: not self._stop.is_set())
                return "" if done is None else f"{done:,} {'person' if done == 1 else 'people'} in {path}."

            self._errands.run(out, self._tell)

    def close(self) -> None:
        """An export that runs is stopped, and leaves nothing."""
        self._stop.set()

    def _tell(self, sentence: str) -> None:
        if sentence:
            self._board.notice.tell(sentence)

    def _ask_where(self, title: str, proposal: str, kinds: str) -> str:
        path, _ = QFileDialog.getSaveFileName(self._board, title, str(Path.home() / proposal), kinds)
        return path

    def _ask_what(self) -> Path | None:
        path, _ = QFileDialog.getOpenFileName(self._board, "Import list", str(Path.home()), _LISTS)
        return Path(path) if path else None
