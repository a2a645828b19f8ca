"""How soon the Progress page is there, with thousands of takes in the store; each opening in a process of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

TAKES = 10_000
DAYS = 300
OPENINGS = 7
FIGURES = ("first paint", "with its plots", "all takes", "the list of takes")

OPEN = """
import sys, time
from pathlib import Path
import staged, stored
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from app import build
from app.archive import Archive
from app.window.look import Look
from audio.sound_folder import SoundFolder
from coach.bands import Bands
from coach.store.opening import open_store

app = QApplication([])
store = open_store(Path(sys.argv[1]))
window = build.window(app, Look())
build.bring_to_life(window, staged.parts(staged.FakeListener(), drills=stored.DRILLS))
sounds = SoundFolder(Path("none"))
said = store.reviews, store.comments
window.progress.connect_to(Archive(store.takes, store.tallies, *said, sounds, "Dana Reyes", Bands()))
window.show()
for _ in range(10):
    app.processEvents()

def until(name, begin, over):
    began = time.perf_counter()
    begin()
    while not over():
        app.processEvents()
    print(f"{name}: {1000 * (time.perf_counter() - began):.0f}", flush=True)

class Eye(QObject):
    painted = False
    def eventFilter(self, watched, event):
        self.painted = self.painted or event.type() is QEvent.Type.Paint
        return False

eye = Eye()
def look_at(view):
    eye.painted = False
    view.installEventFilter(eye)

look_at(window.progress)
began = time.perf_counter()
until("first paint", lambda: window.show_page("progress"), lambda: eye.painted)
board = window.progress.board
plots = board.overview.plots.values()
while not all(plot.drawn for plot in plots):
    app.processEvents()
print(f"with its plots: {1000 * (time.perf_counter() - began):.0f}")
look_at(board.overview)
until("all takes", board._all.click, lambda: eye.painted)
look_at(board.takes.list.viewport())
until("the list of takes", board.show_takes, lambda: eye.painted)
window.close()
"""


def run(_folder: str | None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "okbye.db"
        fill = "import sys, stored; from pathlib import Path; from coach.store.opening import open_store\n"
        fill += f"with open_store(Path(sys.argv[1])) as store: stored.fill(store, {TAKES}, {DAYS})"
        subprocess.run([sys.executable, "-c", fill, database], check=True)
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
        ms: dict[str, list[int]] = {name: [] for name in FIGURES}
        for _ in range(OPENINGS):
            done = subprocess.run(
                [sys.executable, "-c", OPEN, database], env=environment, capture_output=True, text=True, check=True
            )
            for name in FIGURES:
                found = re.search(rf"^{name}: (\d+)$", done.stdout, re.MULTILINE)
                assert found is not None
                ms[name].append(int(found[1]))
    for name, values in ms.items():
        warm = sorted(values[1:])
        sys.stdout.write(f"{TAKES} takes, {name}: {median(warm):.0f} ms median, {warm[-1]} ms the slowest\n")
