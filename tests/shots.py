"""The pictures of the guide, taken from the real window: `python -m shots [--to FOLDER] [--all]`.

With `--all` every moment in light and dark, at three sizes and two text scales: to be looked at before a screen is
called done.
"""

import argparse
import os
from itertools import product
from pathlib import Path

import staged
import staged_setup
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app import build
from app.window.look import Look

STAGES = {
    "waiting": staged.WAITING,
    "pause": staged.PAUSE,
    "saying": staged.SAYING,
    "silence": staged.SILENCE,
    "long_silence": staged.LONG_SILENCE,
}
OTHERS = ("empty", "idle", "microphone_fault", "notice", "hearing")
MOMENTS = (*OTHERS, *STAGES, *staged.VERDICTS, *staged_setup.MOMENTS)
GUIDE = ("idle", "pause", "fail", "pass", *staged_setup.GUIDE)
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
            setup = moment in staged_setup.MOMENTS
            name = f"{moment if setup else f'rehearse-{moment}'}-{theme}.png"
            take(app, moment, Look(theme), SIZES[1 if setup else 0]).save(str(chosen.to / name))


def take(app, moment, look, size):
    window = build.window(app, look)
    window.resize(*size)
    window.show()
    if moment != "empty":
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
    if moment in staged_setup.MOMENTS:
        build.bring_to_life(window, staged.parts(listener, set_up=staged_setup.desk()))
        staged_setup.bring_about(listener, staged_setup.wizard(window), moment)
        return
    build.bring_to_life(window, staged.parts(listener))
    listener.microphone_changed.emit(staged.MUTED if moment == "microphone_fault" else staged.HEADSET)
    settle()
    if moment in STAGES:
        staged.play_stage(listener, STAGES[moment])
    elif moment in staged.VERDICTS:
        listener.take_started.emit()
        fault = staged.UNPLUGGED if moment == "not_measured" else None
        listener.take_ended.emit(staged.ended(staged.VERDICTS[moment], fault=fault))
    elif moment == "notice":
        window.rehearse.notice.tell(staged.RECOVERED)
    elif moment == "hearing":
        listener.take_started.emit()
        listener.take_ended.emit(staged.ended(staged.FAILED))
        window.rehearse.verdict.show_playing(at=3.4)


if __name__ == "__main__":
    main()
