"""Opens the window: what is seen at once, and after the first paint what takes long."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.folders import Folders
    from app.window.main_window import MainWindow


def run(page: str = "rehearse") -> int:
    """Open it at that page, until the window is closed; the exit status."""
    from PySide6.QtWidgets import QApplication

    from app.folders import folders
    from app.lock import WINDOW, lock

    kept = folders()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Okbye")
    app.setDesktopFileName("okbye")
    with lock(kept.home, WINDOW) as alone:
        return _open(app, kept, page) if alone else _say_so(app, kept)


def _open(app: QApplication, kept: Folders, page: str) -> int:
    from app import build
    from app.crash import CrashDialog
    from app.log import keep_log

    keep_log(kept.log)
    CrashDialog(kept.log, app).install()
    shown = build.window(app, build.read_look(kept.settings))
    shown.show_page(page)
    shown.painted.connect(lambda: _after_first_paint(shown, kept))
    shown.show()
    return app.exec()


def _say_so(app: QApplication, kept: Folders) -> int:
    from app import build
    from app.theme.theme import Theme
    from app.window.already_open import AlreadyOpen

    look = build.read_look(kept.settings)
    said = AlreadyOpen(Theme(app, look.theme, look.text_percent), kept.home)
    said.show()
    return app.exec()


def _after_first_paint(shown: MainWindow, kept: Folders) -> None:
    if os.environ.get("OKBYE_TRACE"):
        from app.trace import seconds_since_start

        sys.stderr.write(f"first paint after {seconds_since_start():.2f} s\n")
    from app import build
    from app.presses.controls import Controls
    from app.presses.live import live_press
    from app.presses.server import PressServer
    from app.wiring import parts

    controls = Controls(shown)
    server = PressServer(kept.home, controls.press, shown)
    shown.closed.connect(server.close)
    server.listen()
    made = parts(kept)
    if made.live is not None:
        controls.live = live_press(made.live)
    build.bring_to_life(shown, made)
