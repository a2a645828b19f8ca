"""Moments of the Progress page, over takes that were never spoken."""

import shutil
import tempfile
import time
from pathlib import Path

import soundfile
import stored
from PySide6.QtWidgets import QApplication

from app.archive import Archive
from app.samples import SAMPLES, composed
from audio.sound_folder import SoundFolder
from coach.bands import Bands
from coach.store.opening import open_store

TAKES = {
    "progress_empty": 0,
    "progress_few": 3,
    "progress": 214,
    "progress_many": 10_000,
    "takes": 214,
    "take": 214,
    "undo": 214,
    "erase": 214,
    "exporting": 214,
}
DAYS = {"progress_few": 2, "progress_many": 300}
MOMENTS = tuple(TAKES)
PLOTS_WITHIN_S = 30.0


def bring_about(window, moment):
    folder = Path(tempfile.mkdtemp())
    store = open_store(folder / "okbye.db")
    window.closed.connect(store.close)
    window.closed.connect(lambda: shutil.rmtree(folder))
    sounds = SoundFolder(folder / "sound")
    stored.fill(store, TAKES[moment], DAYS.get(moment, 12), sound=_sound(sounds))
    window.progress.connect_to(
        Archive(store.takes, store.tallies, store.reviews, store.comments, sounds, "Dana Reyes", Bands())
    )
    window.show_page("progress")
    board = window.progress.board
    until = time.monotonic() + PLOTS_WITHIN_S
    while not all(plot.drawn for plot in _shown(board)) and time.monotonic() < until:
        QApplication.processEvents()
    if moment == "progress_many":
        board._all.click()
    if not moment.startswith("progress"):
        board.show_takes()
    match moment:
        case "take":
            board.takes._open.click()
        case "undo":
            board.takes._delete.click()
        case "erase":
            board.takes.keeping.ask()
        case "exporting":
            board.export.tell("Exporting take 12 of 214…")


def _shown(board):
    return [plot for plot in board.overview.plots.values() if plot.isVisible()]


def _sound(sounds):
    """One recording that all of them speak of."""
    key = "2026/11/sample.flac"
    path = sounds.path(key)
    path.parent.mkdir(parents=True)
    made = composed(SAMPLES[0])
    soundfile.write(path, made.samples, made.rate_hz, "PCM_16")
    return key
