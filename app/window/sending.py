"""The take that was just made, into one file for the trainer."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from app.archive import Archive
    from app.said import TakeEnded
    from app.theme.theme import Theme
    from app.window.progress.export_bar import ExportBar
    from app.window.verdict_view import VerdictView


class Sending(QWidget):
    """What `send` of a verdict does, and how far it is. `told` carries how it ended.

    There is nothing to press before the archive is there, nor for a take whose sound was not kept.
    """

    told = Signal(str)

    def __init__(self, theme: Theme, view: VerdictView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = view
        self._archive: Archive | None = None
        self._sound: str | None = None
        self._bar: ExportBar | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()
        view.send.clicked.connect(self._send)

    def connect_to(self, archive: Archive) -> None:
        self._archive = archive
        self._show()

    def show_take(self, take: TakeEnded) -> None:
        self._sound = take.sound
        self._show()

    def close_down(self) -> None:
        if self._bar is not None:
            self._bar.close_down()

    def _show(self) -> None:
        self._view.send.setVisible(self._archive is not None and self._sound is not None)

    def _send(self) -> None:
        from coach.takes import Wanted  # noqa: PLC0415 - the window is there sooner without it

        if self._archive is not None and self._sound is not None:
            self.show()
            self.bar.begin(self._archive, Wanted(ids=frozenset({PurePosixPath(self._sound).stem})))
            self.setVisible(self.bar.busy)

    @property
    def bar(self) -> ExportBar:
        """Made when it is first needed."""
        from app.window.progress.export_bar import ExportBar  # noqa: PLC0415 - likewise

        if self._bar is None:
            self._bar = ExportBar(self._theme)
            self._bar.ended.connect(self._end)
            self._column.addWidget(self._bar)
        return self._bar

    def _end(self, sentence: str) -> None:
        self.hide()
        self.told.emit(sentence)
