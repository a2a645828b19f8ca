"""Fetches pyqtgraph while the page can already be read: it is the slowest import of the program."""

from __future__ import annotations

from importlib import import_module
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Signal

ENDS_WITHIN_S = 10.0


class Plots(QObject):
    """`ready` carries the library, once."""

    ready = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = Thread(target=self._fetch, name="plots", daemon=True)

    def fetch(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """An interpreter that ends in the middle of an import is torn down under it."""
        if self._thread.is_alive():
            self._thread.join(ENDS_WITHIN_S)

    def _fetch(self) -> None:
        graphics: Any = import_module("pyqtgraph")
        self.ready.emit(graphics)
