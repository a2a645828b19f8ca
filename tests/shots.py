"""The pictures of the guide, taken from the real window: `python -m shots [--to FOLDER] [--all]`.

With `--all` every moment in light and dark, at three sizes and two text scales: to be looked at before a screen is
called done.
"""

import argparse
import os
import shutil
import tempfile
from dataclasses import replace
from itertools import product
from pathlib import Path

import list_shots
import live_shots
import numpy as np
import progress_shots
import review_shots
import staged
import staged_drill
import staged_offers
import staged_setup
import stored
import team_shots
from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app import build
from app.trials.line import LineSaid, NothingSaid, SoFar
from app.window.lines.form import LineForm
from app.window.look import Look

STAGES = {
    "waiting": staged.WAITING,
    "pause": staged.PAUSE,
    "saying": staged.SAYING,
    "silence": staged.SILENCE,
    "long_silence": staged.LONG_SILENCE,
}
OTHERS = ("empty", "idle", "microphone_fault", "notice", "hearing")
SAMPLES = ("samples", "sample_heard", "sample_moved", "no_output")
OVERLAY = "overlay"
LINES = ("line_new", "line_recording", "line_refused")
DRILLS = ("drill_idle", "drill_broken", "drill_refused", "drill_summary", *staged_drill.MOMENTS, *staged_drill.VERDICTS)
LIVE = live_shots.MOMENTS
SET_UP = staged_setup.MOMENTS
OFFERS = staged_offers.MOMENTS
MOMENTS = (
    *OTHERS,
    *STAGES,
    *staged.VERDICTS,
    *SAMPLES,
    OVERLAY,
    *progress_shots.MOMENTS,
    *review_shots.MOMENTS,
    *DRILLS,
    *SET_UP,
    *LINES,
    *OFFERS,
    *LIVE,
    *list_shots.MOMENTS,
    *team_shots.MOMENTS,
)
IN_GUIDE_OF_DRILLS = ("drill_idle", "drill_waiting", "drill_fail", "drill_summary")
IN_GUIDE = ("idle", "pause", "fail", "pass", "samples", "overlay", "progress", "takes")
GUIDE = (
    *IN_GUIDE,
    *review_shots.GUIDE,
    *live_shots.GUIDE,
    *IN_GUIDE_OF_DRILLS,
    *staged_setup.GUIDE,
    *staged_offers.GUIDE,
    *list_shots.GUIDE,
    *team_shots.GUIDE,
)
OF_STORES = (progress_shots, list_shots, review_shots, team_shots)
STORED = {moment: shots for shots in OF_STORES for moment in shots.MOMENTS}
OF_THEIR_OWN = {*LIVE, *SAMPLES, OVERLAY, *DRILLS, *SET_UP, *LINES, *OFFERS, *STORED}
SIZES = ((1180, 760), (880, 600), (420, 330))
THEMES = ("light", "dark")


def main():
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--to", type=Path, default=Path("docs/pictures"))
    wanted.add_argument("--all", action="store_true")
    wanted.add_argument("--moment", choices=MOMENTS, action="append")
    chosen = wanted.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if not chosen.all:
        os.environ.setdefault("QT_SCALE_FACTOR", "2")  # crisp on paper and on dense screens
    chosen.to.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    if chosen.all:
        for moment, theme, size, percent in product(chosen.moment or MOMENTS, THEMES, SIZES, (100, 150)):
            name = f"{moment}-{theme}-{size[0]}x{size[1]}-{percent}.png"
            take(app, moment, Look(theme, percent), size).save(str(chosen.to / name))
    else:
        for moment, theme in product(chosen.moment or GUIDE, THEMES):
            name = moment.replace("_", "-") if moment in OF_THEIR_OWN else f"rehearse-{moment}"
            size = live_shots.SIZE if moment in live_shots.COMPANIONS else SIZES[1 if moment in SET_UP else 0]
            take(app, moment, Look(theme), size).save(str(chosen.to / f"{name}-{theme}.png"))


def take(app, moment, look, size):
    if moment in live_shots.COMPANIONS:
        window = live_shots.companion(app, moment, look, size)
    else:
        window = build.window(app, look)
        window.resize(*size)
        window.show()
    if moment != "empty" and moment not in live_shots.COMPANIONS:
        bring_about(window, moment)
    settle()
    picture = window.grab()
    window.close()
    window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return picture


def settle():
    for _ in range(5):  # a layout may take a few rounds
        QApplication.processEvents()


def bring_about(window, moment):
    listener = staged.FakeListener()
    if moment in LIVE:
        live_shots.bring_about(window, listener, moment)
        return
    if moment in SET_UP:
        build.bring_to_life(window, staged.parts(listener, set_up=staged_setup.desk()))
        staged_setup.bring_about(listener, staged_setup.wizard(window), moment)
        return
    if moment in LINES:
        show_line(window, listener, moment)
        return
    session = staged_drill.session_for(moment) if moment in DRILLS else staged_drill.just_the_close()
    build.bring_to_life(window, staged.parts(listener, drills=stored.DRILLS, session=session))
    listener.microphone_changed.emit(staged.MUTED if moment == "microphone_fault" else staged.HEADSET)
    settle()
    show(window, listener, moment)


def show(window, listener, moment):
    if moment in STORED:
        STORED[moment].bring_about(window, moment)
    elif moment in OFFERS:
        folder = Path(tempfile.mkdtemp())
        window.closed.connect(lambda: shutil.rmtree(folder))
        staged_offers.bring_about(window, moment, folder / "offers")
    elif moment in STAGES:
        staged.play_stage(listener, STAGES[moment])
    elif moment in staged.VERDICTS:
        listener.take_started.emit()
        fault = staged.UNPLUGGED if moment == "not_measured" else None
        listener.take_ended.emit(staged.ended(staged.VERDICTS[moment], fault=fault))
    elif moment in DRILLS:
        show_drill(window, listener, moment)
    elif moment == "notice":
        window.rehearse.notice.tell(staged.RECOVERED)
    elif moment in SAMPLES:
        show_samples(window, moment)
    elif moment == OVERLAY:
        listener.take_started.emit()
        listener.take_ended.emit(staged.ended(staged.FAILED))
        window.rehearse.verdict.overlay.click()
        await_done(window.rehearse.beside.comparing)
    elif moment == "hearing":
        listener.take_started.emit()
        listener.take_ended.emit(staged.ended(staged.FAILED))
        window.rehearse.verdict.show_playing(at=3.4)


def show_line(window, listener, moment):
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder)
        build.bring_to_life(window, staged.parts(listener, session=staged_drill.session(), lines=staged.lines(own)))
        listener.microphone_changed.emit(staged.HEADSET)
        window.rehearse.head.drills.add_line.emit()
        form = window.findChild(LineForm)
        form.words.setText("We are all at lunch.")
        form.record.click()
        said = {
            "line_new": LineSaid(staged.Block(np.full((40_000, 1), 0.1, np.float32), 16_000)),
            "line_recording": SoFar(3.0),
            "line_refused": NothingSaid(),
        }
        listener.tried.emit(listener.trial, said[moment])


def show_drill(window, listener, moment):
    page = window.rehearse
    if moment in staged_drill.MOMENTS:
        page.buttons.start.click()
        staged_drill.play(listener, *staged_drill.MOMENTS[moment])
        page.buttons.hang_up.setEnabled(True)  # a second later
    elif moment in staged_drill.VERDICTS:
        for judged in (staged_drill.PASSED, staged_drill.PASSED, staged_drill.VERDICTS[moment]):
            page.buttons.start.click()
            staged_drill.end(listener, judged)
    elif moment == "drill_summary":
        right, wrong = staged_drill.PASSED, staged_drill.FAILED
        for judged in (wrong, right, wrong, right, right, right, right):
            page.buttons.start.click()
            clean = staged_drill.CLEAN.get(page.conductor.drill.id, judged.headline)
            staged_drill.end(listener, replace(judged, headline=clean) if judged is right else judged)
        page.buttons.finish.click()
    elif moment == "drill_broken":
        page.buttons.broken.click()
    elif moment == "drill_refused":
        page.buttons.start.click()
        listener.take_refused.emit(staged_drill.NO_OUTPUT)


def show_samples(window, moment):
    page = window.samples
    window.show_page("samples")
    page.list.setCurrentRow(4 if moment == "samples" else 0)
    if moment == "sample_moved":
        page.view.pause.setValue(35)
    await_done(page.sound.aside)
    if moment == "sample_heard":
        page.play.click()
        page.view.timeline.show_cursor(1.2)
    elif moment == "no_output":
        page.notice.tell("There is nothing to play sound on. Plug in headphones or speakers, then play it again.")


def await_done(aside):
    """What is measured in a thread of its own."""
    told = QEventLoop()
    aside.done.connect(told.quit)
    QTimer.singleShot(10_000, told.quit)
    told.exec()
    settle()


if __name__ == "__main__":
    main()
