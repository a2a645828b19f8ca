"""The rooms behind the Review page: the team, imports and reports, each made when it is first entered."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from app.window.dropping import Dropping
from coach.takes import Wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.window.importing.desk import ImportDesk
    from app.window.importing.work import ImportWork
    from app.window.main_window import MainWindow
    from app.window.reporting.desk import ReportDesk
    from app.window.reporting.work import ReportWork
    from app.window.team.desk import TeamDesk
    from app.window.team.work import TeamWork

_FILES: Final = "Recordings and takes (*.wav *.flac *.ogg *.mp3 *.aiff *.aif *.okbye);;All files (*)"
_ASKING: Final = frozenset({"import_recordings", "first_import"})  # the buttons that ask for an import


@dataclass(frozen=True, slots=True)
class TrainerDesks:
    team: TeamDesk
    importing: ImportDesk
    reporting: ReportDesk


class Trainer(QObject):
    """`changed` says that there are other takes, or other reps of them.

    `ask_files` and `ask_folder` may be answered by somebody else than the user.
    """

    changed = Signal()

    def __init__(self, shown: MainWindow, desks: TrainerDesks) -> None:
        super().__init__(shown)
        self._shown = shown
        self._theme = shown.theme
        self._desks = desks
        self._team: TeamWork | None = None
        self._importing: ImportWork | None = None
        self._reporting: ReportWork | None = None
        self.ask_files: Callable[[], Sequence[Path]] = self._ask_files
        self.ask_folder: Callable[[], Sequence[Path]] = self._ask_folder
        review = shown.review
        review.imports.connect(self.ask_what)
        review.team.connect(self.open_team)
        review.report.connect(lambda take: self._report(Wanted(ids=frozenset({take})), "one take"))
        self._dropping = Dropping(shown)
        self._dropping.dropped.connect(self.bring_in)
        shown.closed.connect(self._close)

    def renew(self, desks: TrainerDesks) -> None:
        """The store is another one now."""
        self._close()
        self._shown.review.leave_all()
        self._desks = desks
        self._team = self._importing = self._reporting = None

    # Where to.

    def open_team(self) -> None:
        from app.window.team.board import TeamBoard  # noqa: PLC0415 - made when it is first wanted
        from app.window.team.work import TeamWork  # noqa: PLC0415

        if self._team is None:
            self.team_board = TeamBoard(self._theme)
            self._team = work = TeamWork(self.team_board, self._desks.team)
            work.back.connect(self._leave)
            work.imports.connect(self.ask_what)
            work.open_takes.connect(self._show_takes)
            work.open_rep.connect(self._show_rep)
            work.report.connect(self._report)
            work.changed.connect(self.changed)
        self._shown.review.enter(self.team_board)
        self._team.show_team()

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Whatever was dropped or chosen, from wherever in the window."""
        from app.window.importing.board import ImportBoard  # noqa: PLC0415 - likewise
        from app.window.importing.work import ImportWork  # noqa: PLC0415

        if not paths:
            return
        if self._importing is None:
            self.import_board = ImportBoard(self._theme)
            self._importing = ImportWork(self.import_board, self._desks.importing)
            self._importing.back.connect(self._leave)
            self._importing.changed.connect(self.changed)
        self._shown.show_page("review")
        self._shown.review.enter(self.import_board)
        self._importing.open(paths)

    def ask_what(self) -> None:
        """Files or a folder: no system asks for both at once."""
        asked = [button for button in self._shown.review.findChildren(QPushButton) if button.objectName() in _ASKING]
        seen = next((button for button in asked if button.isVisible()), None)
        below: QWidget = seen or self._shown.review
        self.import_menu().popup(below.mapToGlobal(QPoint(0, below.height() if seen else 0)))

    def import_menu(self) -> QMenu:
        menu = QMenu(self._shown)
        menu.setObjectName("import_menu")
        for words, ask in (("Files…", self.ask_files), ("A folder…", self.ask_folder)):
            menu.addAction(words).triggered.connect(lambda _=False, ask=ask: self.bring_in(ask()))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _report(self, wanted: Wanted, title: str) -> None:
        from app.window.reporting.form_view import ReportView  # noqa: PLC0415 - likewise
        from app.window.reporting.work import ReportWork  # noqa: PLC0415

        if self._reporting is None:
            self.report_view = ReportView(self._theme)
            self._reporting = ReportWork(self.report_view, self._desks.reporting)
            self._reporting.back.connect(self._leave)
        self._shown.review.enter(self.report_view)
        self._reporting.open(wanted, title)

    def _leave(self) -> None:
        """Back to where one came from; the takes may be others now."""
        review = self._shown.review
        review.leave()
        review.refresh()
        if self._team is not None and review.entered is self.team_board:
            self._team.refresh()

    def _show_takes(self, ids: frozenset[str], title: str) -> None:
        self._shown.review.leave_all()
        self._shown.review.show_only(ids, title)

    def _show_rep(self, rep: str) -> None:
        self._shown.review.leave_all()
        self._shown.review.show_rep(rep)

    def _close(self) -> None:
        for work in (self._team, self._importing, self._reporting):
            if work is not None:
                work.close()

    def _ask_files(self) -> Sequence[Path]:
        files, _ = QFileDialog.getOpenFileNames(self._shown, "Import recordings", str(Path.home()), _FILES)
        return tuple(map(Path, files))

    def _ask_folder(self) -> Sequence[Path]:
        path = QFileDialog.getExistingDirectory(self._shown, "Import a folder of recordings", str(Path.home()))
        return (Path(path),) if path else ()
