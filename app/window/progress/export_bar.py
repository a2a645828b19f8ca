"""An export from the question where to, over how far it is, to how it ended."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from app.exporting import Exporting
from app.widgets.key_button import KeyButton
from app.widgets.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.archive import Archive
    from app.theme.theme import Theme
    from coach.takes import Wanted


class ExportBar(Strip):
    """`ended` carries the sentence of how it went; `ask_where` is given a proposal and returns a path or nothing."""

    ended = Signal(str)

    def __init__(self, theme: Theme) -> None:
        cancel = KeyButton(theme, "cancel_export", "Cancel")
        cancel.setAccessibleDescription("Stops the export; nothing of it is written")
        super().__init__("export_bar", cancel)
        self.ask_where: Callable[[str], str] = self._ask
        self._of = 0
        self._exporting = Exporting(self)
        self._exporting.advanced.connect(self._advance)
        self._exporting.ended.connect(self._end)
        cancel.clicked.connect(self._exporting.stop)

    @property
    def busy(self) -> bool:
        return self._exporting.running

    def begin(self, archive: Archive, wanted: Wanted) -> None:
        from coach.parcel.form import SUFFIX  # noqa: PLC0415 - the page is there sooner without it

        if self.busy:
            return
        chosen = self.ask_where(f"takes-{datetime.now().astimezone():%Y-%m-%d}{SUFFIX}")
        if chosen:
            path = Path(chosen)
            self._of = archive.takes.count(wanted)
            self.tell("Exporting…")
            self._exporting.start(path if path.suffix else path.with_suffix(SUFFIX), archive, wanted)

    def close_down(self) -> None:
        self._exporting.close()

    def _advance(self, done: int) -> None:
        self.tell(f"Exporting take {min(done + 1, self._of)} of {self._of}…")

    def _end(self, sentence: str) -> None:
        self.tell("")
        self.ended.emit(sentence)

    def _ask(self, proposal: str) -> str:
        path, _ = QFileDialog.getSaveFileName(
            self, "Export takes", str(Path.home() / proposal), f"Okbye takes (*{Path(proposal).suffix})"
        )
        return path
