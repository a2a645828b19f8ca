"""Opens the page for a new line over the pages, and has what was added in the drills at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.window.lines.page import NewLinePage

if TYPE_CHECKING:
    from pathlib import Path

    from app.listener import Listener
    from app.window.choosing import Choosing
    from app.window.lines.desk import LineDesk
    from app.window.main_window import MainWindow


class AddingLines(QObject):
    """From the menu with all drills."""

    def __init__(self, shown: MainWindow, listener: Listener, desk: LineDesk, choosing: Choosing) -> None:
        super().__init__(shown)
        self._shown = shown
        self._listener = listener
        self._desk = desk
        self._choosing = choosing
        self._page: NewLinePage | None = None
        drills = shown.rehearse.head.drills
        drills.can_add_line = True
        drills.add_line.connect(self.open)

    def open(self) -> None:
        if self._page is not None:
            return
        side_bar = self._shown.side_bar
        self._page = NewLinePage(side_bar.theme, self._listener, self._desk, side_bar.microphone.state)
        self._page.left.connect(self._left)
        self._page.added.connect(self._added)
        self._shown.cover(self._page)
        self._page.form.words.setFocus()

    def _left(self) -> None:
        self._page = None
        self._shown.uncover()

    def _added(self, made: Path) -> None:
        self._choosing.renew(self._desk.repertoire())
        self._shown.rehearse.notice.tell(f"The line is in the drills now. Its recording is kept as {made}.")
