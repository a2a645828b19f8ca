"""Moments of the team's pages, over takes that were never spoken."""

import shutil
import tempfile
import time
from pathlib import Path

import staged_team
from PySide6.QtWidgets import QApplication

from app.window.team.board import TeamBoard
from app.window.team.work import TeamWork
from coach.bands import Band
from coach.store.opening import open_store

MOMENTS = ("team", "team_empty", "team_saving", "reps", "reps_merging", "reps_erasing")
GUIDE = ("team", "reps")
WITHIN_S = 20.0


def bring_about(window, moment):
    folder = Path(tempfile.mkdtemp())
    store = open_store(folder / "okbye.db")
    if moment != "team_empty":
        staged_team.fill(store)
        staged_team.judge(store)
        store.reps.list_with("Dana Reyes", "teal")
        store.reps.list_with("Sam Ito", "rust")
    if moment == "reps_merging":
        store.reps.rename(["Ola Berg"], "S. Ito")
    board = TeamBoard(window._theme)
    work = TeamWork(board, staged_team.desk(store, folder))
    window.closed.connect(work.close)
    window.closed.connect(store.close)
    window.closed.connect(lambda: shutil.rmtree(folder))
    window.cover(board)
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
