"""The pictures of the guide, taken from the real window: `python -m shots [--to FOLDER] [--all]`.

With `--all` every moment in light and dark, at three sizes and two text scales: to be looked at before a screen is
called done.
"""

import argparse
import itertools
import os
from pathlib import Path

MOMENTS = (
    "empty",
    "idle",
    "waiting",
    "pause",
    "saying",
    "silence",
    "long_silence",
    "pass",
    "fail",
    "unsure",
    "not_measured",
    "microphone_fault",
    "notice",
    "hearing",
)
GUIDE = ("idle", "pause", "fail", "pass")
SIZES = ((1180, 760), (880, 600), (420, 330))


def main():
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--to", type=Path, default=Path("docs/pictures"))
    wanted.add_argument("--all", action="store_true")
    wanted.add_argument("--moment", choices=MOMENTS, action="append")
    chosen = wanted.parse_args()
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if not chosen.all:
        os.environ.setdefault("QT_SCALE_FACTOR", "2")
    chosen.to.mkdir(parents=True, exist_ok=True)

    from PySide6.QtWidgets import QApplication

    QApplication([])
    if chosen.all:
        everything = itertools.product(chosen.moment or MOMENTS, ("light", "dark"), SIZES, (100, 150))
    else:
        everything = itertools.product(chosen.moment or GUIDE, ("light", "dark"), SIZES[:1], (100,))
    for moment, theme, (width, height), percent in everything:
        name = f"{moment}-{theme}-{width}x{height}-{percent}" if chosen.all else f"rehearse-{moment}-{theme}"
        take(moment, theme, (width, height), percent).save(str(chosen.to / f"{name}.png"))


def take(moment, theme, size, percent):
    import staged
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    from app import build
    from app.window.look import Look

    window = build.window(QApplication.instance(), Look(theme, percent))
    listener = staged.FakeListener()
    if moment != "empty":
        build.bring_to_life(window, staged.parts(listener))
        listener.microphone_changed.emit(staged.MUTED if moment == "microphone_fault" else staged.HEADSET)
    window.resize(*size)
    window.show()
    QApplication.processEvents()
    stages = {
        "waiting": staged.WAITING,
        "pause": staged.PAUSE,
        "saying": staged.SAYING,
        "silence": staged.SILENCE,
        "long_silence": staged.LONG_SILENCE,
    }
    if moment in stages:
        staged.play_stage(listener, stages[moment])
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
    for _ in range(5):
        QApplication.processEvents()
    picture = window.grab()
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return picture


if __name__ == "__main__":
    main()
