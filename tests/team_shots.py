"""Moments of the rooms behind the Review page, over takes that were never spoken."""

import shutil
import tempfile
import time
from pathlib import Path

import staged_import
import staged_team
from PySide6.QtWidgets import QApplication

from app.window.importing import wording
from app.window.importing.board import ImportBoard
from app.window.importing.desk import ImportDesk
from app.window.importing.work import ImportWork
from app.window.reporting.desk import ReportDesk
from app.window.reporting.form_view import ReportView
from app.window.reporting.work import ReportWork
from app.window.team.board import TeamBoard
from app.window.team.work import TeamWork
from coach.bands import Band, Bands
from coach.store.opening import open_store
from coach.takes import Wanted

TEAM = ("team", "team_empty", "team_saving", "reps", "reps_merging", "reps_erasing")
IMPORTS = ("import_form", "import_pattern", "import_found", "import_conflicts", "report")
MOMENTS = (*TEAM, *IMPORTS)
GUIDE = ("team", "reps", "import_found")
WITHIN_S = 20.0


def bring_about(window, moment):
    folder = Path(tempfile.mkdtemp())
    store = open_store(folder / "okbye.db")
    window.closed.connect(lambda: shutil.rmtree(folder))
    window.show_page("review")
    (show_team if moment in TEAM else show_import)(window, moment, folder, store)


def show_import(window, moment, folder, store):
    window.closed.connect(store.close)
    if moment == "report":
        staged_team.fill(store, share=0.05)
        view = ReportView(window.theme)
        work = ReportWork(view, ReportDesk(staged_team.archive(store, folder), {}, Bands()))
        window.review.enter(view)
        work.open(Wanted(), "the team")
        window.closed.connect(work.close)
        return
    desk = ImportDesk(staged_team.archive(store, folder), Bands, lambda: "Dana Reyes")
    calls = folder / "Calls"
    staged_import.write(calls)
    board = ImportBoard(window.theme)
    work = ImportWork(board, desk)
    window.closed.connect(work.close)
    window.review.enter(board)
    work.open([calls])
    _await(lambda: "→" in board.form._rows.text())
    match moment:
        case "import_pattern":
            board.form._by["pattern"].click()
            board.form.pattern.setText("{rep}_{date}_{any}")
            _await(lambda: "Dana Reyes," not in board.form._rows.text())
        case "import_found":
            work._look()
            _await(board.found.add.isVisible)
        case "import_conflicts":
            board.found.begin()
            board.show_view(board.found)
            board.found.show_end(staged_import.BROUGHT_IN, staged_import.CONFLICTS, wording.CONFLICTS)


def show_team(window, moment, folder, store):
    if moment != "team_empty":
        staged_team.fill(store)
        staged_team.judge(store)
        store.reps.list_with("Dana Reyes", "teal")
        store.reps.list_with("Sam Ito", "rust")
    if moment == "reps_merging":
        store.reps.rename(["Ola Berg"], "S. Ito")
    board = TeamBoard(window.theme)
    work = TeamWork(board, staged_team.desk(store, folder))
    window.closed.connect(work.close)
    window.closed.connect(store.close)
    window.review.enter(board)
    work.refresh()
    what_if = board.team.what_if
    if moment == "team_empty":
        _await(board.team._nobody.isVisible)
    else:
        _await(lambda: what_if._found is not None)
    if moment.startswith("team") and moment != "team_empty":
        what_if.slider.moved.emit(Band(low=0.7, high=1.6))
        what_if._show_limit()
        _await(lambda: "change" in what_if._says.text() and "By the" not in what_if._says.text())
    match moment:
        case "team_saving":
            what_if.save.click()
        case "reps" | "reps_merging" | "reps_erasing":
            board.to_reps.click()
            _await(lambda: board.reps.rows.rowCount() > 0)
    match moment:
        case "reps_merging":
            board.reps.table.selectRow(3)
            board.reps.rename.click()
            board.reps.name.setText("Sam Ito")
        case "reps_erasing":
            board.reps.erase.click()


def _await(there):
    until = time.monotonic() + WITHIN_S
    while not there() and time.monotonic() < until:
        QApplication.processEvents()
    QApplication.processEvents()
