"""Opens the window: what is seen at once, and after the first paint what takes long."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.folders import Folders
    from app.window.main_window import MainWindow


def run(page: str = "rehearse") -> int:
    """Open it at that page, until the window is closed; the exit status."""
    from PySide6.QtWidgets import QApplication

    from app import build
    from app.crash import CrashDialog
    from app.folders import folders
    from app.log import keep_log

    kept = folders()
    keep_log(kept.log)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Okbye")
    app.setDesktopFileName("okbye")
    CrashDialog(kept.log, app).install()
    shown = build.window(app, build.read_look(kept.settings))
    shown.show_page(page)
    shown.painted.connect(lambda: _after_first_paint(shown, kept))
    shown.show()
    return app.exec()


def _after_first_paint(shown: MainWindow, kept: Folders) -> None:
    if os.environ.get("OKBYE_TRACE"):
        from app.trace import seconds_since_start

        sys.stderr.write(f"first paint after {seconds_since_start():.2f} s\n")
    from app import build
    from app.wiring import parts

    build.bring_to_life(shown, parts(kept))
