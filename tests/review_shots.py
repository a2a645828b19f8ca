"""Moments of the Review page, over a library that was never spoken."""

import shutil
import tempfile
import time
from pathlib import Path

import staged
import staged_review
from PySide6.QtWidgets import QApplication

from audio.sound_folder import SoundFolder
from coach.store.opening import open_store

MOMENTS = ("review", "review_empty", "review_edited", "review_overruling", "review_compared", "review_curves")
GUIDE = ("review", "review_edited", "review_compared")
WITHIN_S = 30.0


def bring_about(window, moment):
    folder = Path(tempfile.mkdtemp())
    store = open_store(folder / "okbye.db")
    if moment != "review_empty":
        staged_review.fill(store, SoundFolder(folder / "sound"))
        staged_review.say(store)
    window.review.connect_to(staged_review.desk(store, folder), staged.FakeListener())
    window.show_page("review")
    board, work = window.review.board, window.review.work
    window.closed.connect(store.close)
    window.closed.connect(lambda: shutil.rmtree(folder))
    if moment == "review_empty":
        wait(lambda: board.table.first_step.isVisibleTo(board))
        return
    wait(lambda: work.take.shown is not None)
    board.table.choose(board.table.rows.place(staged_review.ident(0)))
    wait(lambda: work.take.shown is not None and work.take.opened.take.id == staged_review.ident(0))
    if moment == "review_edited":
        words = work.take.words
        for _ in range(3):
            words.step(1)
        words.nudge(-0.4)
    elif moment == "review_overruling":
        board.trainer.choose("silence")
        board.trainer.overrule_it.click()
        board.trainer.overruling.reason.setText("They had hung up by then.")
    elif moment == "review_compared":
        work.comparing.with_sample()
        wait(board.editor.compared.isVisible)
    elif moment == "review_curves":
        board.editor.curves.click()
        wait(lambda: len(board.editor.wave.picture.pitches) == len(work.take.shown.words))


def wait(done):
    until = time.monotonic() + WITHIN_S
    while not done() and time.monotonic() < until:
        QApplication.processEvents()
