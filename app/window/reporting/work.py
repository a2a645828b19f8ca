"""A report while the window goes on: where to, how far it is, and how it ended."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from app.aside import Aside
from app.errands import Errands
from app.reporting.in_qt_thread import InQtThread
from app.times_folder import Format
from coach.file_name import plain_name
from coach.takes import EVERY

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.window.reporting.desk import ReportDesk
    from app.window.reporting.form_view import ReportView
    from coach.takes import Wanted

_KINDS: Final = {".html": "Pages (*.html)", ".pdf": "PDF (*.pdf)"}


class ReportWork(QObject):
    """`ask_file` and `ask_folder` may be answered by somebody else than the user."""

    back = Signal()

    _advanced = Signal(float)

    def __init__(self, view: ReportView, desk: ReportDesk) -> None:
        super().__init__(view)
        self._view = view
        self._desk = desk
        self._wanted: Wanted = EVERY
        self._title = ""
        self._stop = Event()
        self.ask_file: Callable[[str, str], Path | None] = self._ask_file
        self.ask_folder: Callable[[], Path | None] = self._ask_folder
        self._errands = Errands("report", self)
        self._sizing = Aside(self)
        self._qt = InQtThread(self)
        self._errands.failed.connect(self._end)
        self._sizing.done.connect(view.show_size)
        self._advanced.connect(view.show_progress)
        view.changed.connect(self._tell_size)
        view.begun.connect(self._begin)
        view.stopped.connect(self._stop.set)
        view.back.connect(self.back)

    def open(self, wanted: Wanted, title: str) -> None:
        """Ask what is to be made of those takes; `title` is whose they are."""
        self._wanted, self._title = wanted, title
        count = self._desk.archive.takes.count(wanted)
        self._view.ask(f"{title[:1].upper()}{title[1:]}: {count:,} take{'' if count == 1 else 's'}.")

    def close(self) -> None:
        self._stop.set()
        self._qt.close()
        self._sizing.close()
        self._errands.close()

    def _tell_size(self) -> None:
        self._sizing.want(partial(self._desk.size, self._wanted, self._view.hearing))

    def _begin(self) -> None:
        form, hearing = self._view.form, self._view.hearing
        if isinstance(form, Format):
            if folder := self.ask_folder():
                self._run(lambda told: self._desk.times(folder, form, self._wanted, told))
        elif path := self.ask_file(f"{plain_name(self._title, 'report')}{form}", _KINDS[form]):
            file = path if path.suffix.lower() == form else path.with_name(path.name + form)
            self._run(lambda told: self._desk.report(file, self._wanted, hearing, told, self._qt))

    def _run(self, write: Callable[[Callable[[int], bool]], str]) -> None:
        self._stop.clear()
        self._view.show_running(running=True)
        count = max(1, self._desk.archive.takes.count(self._wanted))

        def told(done: int) -> bool:
            self._advanced.emit(done / count)
            return not self._stop.is_set()

        self._errands.run(lambda: write(told), self._end)

    def _end(self, sentence: str) -> None:
        self._view.show_running(running=False)
        self._view.notice.clear()
        self._view.notice.tell(sentence)

    def _ask_file(self, proposal: str, kinds: str) -> Path | None:
        path, _ = QFileDialog.getSaveFileName(self._view, "Save report", str(Path.home() / proposal), kinds)
        return Path(path) if path else None

    def _ask_folder(self) -> Path | None:
        path = QFileDialog.getExistingDirectory(self._view, "Folder for the files", str(Path.home()))
        return Path(path) if path else None
