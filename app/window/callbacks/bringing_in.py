"""A list that comes in while the window goes on: looked at first, then imported, and stopped when somebody says so."""

from __future__ import annotations

from dataclasses import replace
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from app.window.callbacks.import_view import MOST_SHOWN
from coach.calls.sheet.columns import remember
from coach.calls.sheet.importing import Imported, Problem, import_list, look_at, preview

if TYPE_CHECKING:
    from pathlib import Path

    from app.errands import Errands
    from app.window.callbacks.desk import CallDesk
    from app.window.callbacks.import_view import ImportView
    from coach.calls.sheet.columns import Meaning
    from coach.calls.sheet.form import Form
    from coach.calls.sheet.importing import Previewed

_TOLD_EVERY_S: Final = 0.1
_PREVIEWED: Final = 100


class BringingIn(QObject):
    """`opened` says that there is something to show, `ended` that there may be other people on the list."""

    opened = Signal()
    ended = Signal()

    _advanced = Signal(object)  # Imported

    def __init__(self, view: ImportView, errands: Errands, desk: CallDesk) -> None:
        super().__init__(view)
        self._view = view
        self._errands = errands
        self._desk = desk
        self._path: Path | None = None
        self._form: Form | None = None
        self._bad: list[Problem] = []
        self._stop = Event()
        self._told_at = 0.0
        self._advanced.connect(view.show_progress)
        view.remapped.connect(self._remap)
        view.reread.connect(self._reread)
        view.begun.connect(self._begin)
        view.stopped.connect(self._stop.set)

    def open(self, path: Path) -> None:
        """Look at the file beside the window; `opened` comes where it can be read."""
        self._path = path
        self._look(None)

    def close(self) -> None:
        self._stop.set()

    def _reread(self, encoding: str) -> None:
        self._look(encoding)

    def _look(self, encoding: str | None) -> None:
        desk, path = self._desk, self._path
        if path is None:
            return
        self._stop.clear()

        def look() -> tuple[Form, list[Previewed]]:
            form = look_at(path, desk.columns(), desk.region(), lambda: not self._stop.is_set(), encoding)
            return form, preview(path, form, desk.region(), _PREVIEWED)

        self._errands.run(look, self._show)

    def _show(self, found: tuple[Form, list[Previewed]]) -> None:
        if self._path is not None:
            self._form = found[0]
            self._view.show_form(self._path.name, *found)
            self.opened.emit()

    def _remap(self, meanings: tuple[Meaning, ...]) -> None:
        desk, path, form = self._desk, self._path, self._form
        if path is not None and form is not None:
            self._form = mapped = replace(form, meanings=meanings)
            self._errands.run(lambda: preview(path, mapped, desk.region(), _PREVIEWED), self._view.show_rows)

    def _begin(self) -> None:
        desk, path, form = self._desk, self._path, self._form
        if path is None or form is None:
            return
        self._stop.clear()
        self._bad = []
        self._view.show_progress(Imported())

        def bring_in() -> Imported:
            if form.has_headings:
                desk.keep_columns(remember(form.headings, form.meanings))
            return import_list(path, form, desk.region(), desk.calls, self._told, self._found_bad)

        self._errands.run(bring_in, self._end)

    def _told(self, done: Imported) -> bool:
        if monotonic() - self._told_at > _TOLD_EVERY_S:
            self._told_at = monotonic()
            self._advanced.emit(done)
        return not self._stop.is_set()

    def _found_bad(self, problem: Problem) -> None:
        if len(self._bad) < MOST_SHOWN:
            self._bad.append(problem)

    def _end(self, done: Imported) -> None:
        self._view.show_problems(self._bad, done.bad)
        said = f"{done.added:,} new, {done.changed:,} brought up to date, {done.known:,} as they were"
        bad = f", {done.bad:,} not imported" if done.bad else ""
        stopped = "" if done.share == 1.0 else "Stopped. "
        again = "" if done.share == 1.0 else " Who is in stays; import the file again to go on."
        self._view.show_end(f"{stopped}{said}{bad}.{again}")
        self.ended.emit()
