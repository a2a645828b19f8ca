"""How soon the Review page shows what is wanted of a hundred thousand takes, from the key to the painted window."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from pathlib import Path

import staged
import staged_review
from PySide6.QtWidgets import QApplication

from app import build
from app.window.look import Look
from audio.sound_folder import SoundFolder

SIZE = (1180, 760)
HEADS = ("rep", "when", "drill", "pause", "silence", "verdict")
WITHIN_S = 60.0


def measured(store, folder: Path):
    """Yield what was measured, and how long each time took, in milliseconds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    staged_review.fill(store, SoundFolder(folder / "sound"))
    app = QApplication.instance() or QApplication([])
    window = build.window(app, Look())
    listener = staged.FakeListener()
    build.bring_to_life(window, staged.parts(listener))
    window.resize(*SIZE)
    window.show()
    app.processEvents()
    page = window.review
    page.connect_to(staged_review.desk(store, folder, now=lambda: datetime.now(UTC)), listener)
    yield "page opened", [_ms(window, lambda: window.show_page("review"), lambda: page.work and _rows(page) > 0)]
    yield from _other_rows(window, page)
    yield (
        "take opened, with its waveform",
        [_opened(window, page, number) for number in range(len(staged_review.SPOKEN))],
    )
    window.close()


def _other_rows(window, page):
    read = []
    page.work.listing.read.connect(lambda: read.append(None))

    def until_read(act):
        before = len(read)
        return _ms(window, act, lambda: len(read) > before)

    for column, head in enumerate(HEADS):
        yield f"sorted by {head}", [until_read(lambda column=column: page.board.table._sort(column)) for _ in range(2)]
    for chip in (page.board.filters.needs, page.board.filters.recent):
        yield f"chip {chip.accessibleName()}", [until_read(chip.click) for _ in range(2)]


def _opened(window, page, number):
    take = staged_review.ident(number)
    work = page.work.take
    return _ms(window, lambda: work.open(take), lambda: work.opened is not None and work.opened.take.id == take)


def _rows(page) -> int:
    return page.board.table.rows.rowCount()


def _ms(window, act, there) -> float:
    began = time.perf_counter()
    act()
    while not there() and time.perf_counter() - began < WITHIN_S:
        QApplication.processEvents()
        time.sleep(0.001)  # the thread that reads needs the interpreter too
    window.repaint()
    return 1000 * (time.perf_counter() - began)
