"""The companion without the rest of the program: shows a call, and writes every press as a line."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

HOUSE = Path(__file__).parents[2]
sys.path[:0] = [str(HOUSE), str(HOUSE / "tests")]

import staged_live  # noqa: E402

from app.companion.window import Companion, CompanionLook  # noqa: E402
from app.theme.theme import Theme  # noqa: E402

app = QApplication(sys.argv[:1])
companion = Companion(Theme(app, "light"), CompanionLook(), "F9")
companion.call.pressed.connect(lambda press: print(press.value, flush=True))  # noqa: T201
companion.show_state(staged_live.STATES["script"])
companion.appear()
app.exec()
