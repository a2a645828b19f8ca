"""Tells when something in the folder of offers has changed, also one that is made only later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

if TYPE_CHECKING:
    from pathlib import Path

_SETTLED_MS: Final = 150  # an editor writes a file in several steps


class Watching(QObject):
    changed = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._note)
        self._watcher.fileChanged.connect(self._note)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SETTLED_MS)
        self._soon.timeout.connect(self._tell)
        self.look()

    def look(self) -> None:
        """Watch what is there now: the folder and its files, or the nearest folder above it."""
        place = self._folder
        while not place.is_dir() and place != place.parent:
            place = place.parent
        wanted = {str(place)}
        if place == self._folder:
            wanted |= {str(file) for file in place.glob("*.toml") if not file.name.startswith(".")}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if gone := watched - wanted:
            self._watcher.removePaths(list(gone))
        if new := wanted - watched:
            self._watcher.addPaths(list(new))

    def _note(self) -> None:
        self._soon.start()

    def _tell(self) -> None:
        self.look()
        self.changed.emit()
