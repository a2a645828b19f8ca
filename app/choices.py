"""What the user has chosen, kept as it is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach import settings

if TYPE_CHECKING:
    from pathlib import Path


class Choices:
    """The settings now; `problem` is a sentence where the file could not be read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.now, self.problem = settings.load(path)

    def change(self, **chosen: object) -> None:
        """Raise `SettingsError` where that cannot be kept; it holds until the end of this run even so."""
        before, self.now = self.now, self.now.model_copy(update=chosen)
        if self.now != before:
            settings.save(self._path, self.now)
