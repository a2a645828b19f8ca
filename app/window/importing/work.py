"""An import while the window goes on: looked through first, then what was picked is taken in."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from app.aside import Aside
from app.errands import Errands
from app.importing.pattern import BadPattern
from app.importing.run import ImportRun
from app.window.importing import desk as reading
from app.window.importing import wording
from app.window.importing.bringing_in import bring_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.importing.found import Heard, Seen
    from app.importing.taking_in import TakenIn
    from app.window.importing.board import ImportBoard
    from app.window.importing.bringing_in import BroughtIn
    from app.window.importing.desk import ImportDesk

_AT_A_TIME: Final = 0.005  # of the way: more often nobody needs to be told


class ImportWork(QObject):
    """`back` says that nothing is asked any more, `changed` that there are other takes than before."""

    back = Signal()
    changed = Signal()

    _advanced = Signal(str, float)

    def __init__(self, board: ImportBoard, desk: ImportDesk) -> None:
        super().__init__(board)
        self._board = board
        self._desk = desk
        self._paths: tuple[Path, ...] = ()
        self._first: Sequence[Path] = ()
        self._run: ImportRun | None = None
        self._stop = Event()
        self._told = 0.0
        self._errands = Errands("importing", self)
        self._preview = Aside(self)
        self._connect()

    def open(self, paths: Sequence[Path]) -> None:
        """Files and folders, in any mixture; what Okbye wrote itself comes in without a question."""
        self._board.notice.clear()
        self._errands.run(partial(reading.are_parcels, tuple(paths)), self._begin)

    def close(self) -> None:
        """What runs is stopped; what was added by then is whole."""
        self._cancel()
        self._preview.close()
        self._errands.close()

    def _connect(self) -> None:
        form, found = self._board.form, self._board.found
        for told in (self._errands.failed, self._preview.failed):
            told.connect(self._fail)
        form.changed.connect(self._show_first)
        form.begun.connect(self._look)
        found.stopped.connect(self._cancel)
        found.added.connect(self._take)
        for left in (form.back, found.done):
            left.connect(self.back)
        found.back.connect(lambda: self._board.show_view(form))
        self._preview.done.connect(form.show_first)
        self._advanced.connect(found.show_progress)

    def _begin(self, kinds: tuple[tuple[Path, ...], tuple[Path, ...]]) -> None:
        parcels, self._paths = kinds
        if self._paths:
            self._board.form.ask(self._paths, self._desk.me())
            self._board.show_view(self._board.form)
            self._errands.run(partial(reading.first_of, self._paths), self._show_files)
        if parcels:
            self._bring_in(parcels)

    def _fail(self, sentence: str) -> None:
        self._board.notice.tell(sentence)
        if self._paths:
            self._board.show_view(self._board.form)
        else:
            self._board.found.show_end("", ())

    # Recordings.

    def _show_files(self, files: Sequence[Path]) -> None:
        self._first = files
        self._show_first()

    def _show_first(self) -> None:
        """The first names, as the pattern reads them, at every letter of it."""
        try:
            naming = self._board.form.naming()
        except BadPattern as error:
            self._preview.forget()
            self._board.form.show_bad(error)
        else:
            self._preview.want(partial(reading.preview, self._first, naming))

    def _look(self) -> None:
        form, found = self._board.form, self._board.found
        desk, paths, naming, side = self._desk, self._paths, form.naming(), form.side
        self._run = run = ImportRun(desk.looking(naming, side), desk.library(), self._advance)
        self._told = 0.0
        found.begin()
        self._board.show_view(found)
        self._errands.run(partial(run.look, paths), partial(self._show_seen, run))

    def _show_seen(self, run: ImportRun, seen: Sequence[Seen]) -> None:
        self._board.found.show_seen(seen, stopped=run.stopped)

    def _take(self) -> None:
        picked: tuple[Heard, ...] = self._board.found.rows.picked()
        if self._run is None:
            return
        if self._run.stopped:  # while it was looking: what was found is taken all the same
            form = self._board.form
            self._run = ImportRun(self._desk.looking(form.naming(), form.side), self._desk.library(), self._advance)
        run, self._told = self._run, 0.0
        self._board.found.show_progress("", 0.0)
        self._errands.run(partial(run.take, picked), partial(self._show_taken, run))

    def _show_taken(self, run: ImportRun, done: TakenIn) -> None:
        problems = [one.says for one in done.unusable]
        self._board.found.show_end(wording.taken_in_told(done, stopped=run.stopped), problems)
        self.changed.emit()

    # Files that Okbye wrote.

    def _bring_in(self, parcels: Sequence[Path]) -> None:
        self._stop.clear()
        self._board.found.begin()
        self._board.show_view(self._board.found)
        self._errands.run(partial(bring_in, self._desk, parcels, self._advance, self._stop), self._show_brought)

    def _show_brought(self, done: BroughtIn) -> None:
        """Recordings that came with them are asked about afterwards."""
        self._board.found.show_end("\n".join(done.says), done.conflicts, wording.CONFLICTS)
        if self._paths:
            self._board.notice.tell("\n".join((*done.says, *done.conflicts)))
            self._board.show_view(self._board.form)
        self.changed.emit()

    def _advance(self, what: str, share: float) -> None:
        if share >= self._told + _AT_A_TIME or share in (0.0, 1.0) or share < self._told:
            self._told = share
            self._advanced.emit(what, share)

    def _cancel(self) -> None:
        self._stop.set()
        if self._run is not None:
            self._run.stop()
