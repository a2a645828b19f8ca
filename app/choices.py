"""The user's settings while the window is open: one value, replaced and saved whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from coach.errors import SettingsError
from coach.settings import Settings, load, save


class Choices:
    """`now` is what holds; `troubles` are sentences to show about reading it, `tell` hears those about writing."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.now: Settings
        self.now, trouble = load(path)
        self.troubles = (trouble,) if trouble else ()
        self.tell: Callable[[str], None] = lambda _sentence: None

    def change(self, **chosen: object) -> None:
        """Take over the given settings and save them all; nothing is written where nothing changed."""
        changed = self.now.model_copy(update=chosen)
        if changed == self.now:
            return
        self.now = changed
        try:
            save(self._path, changed)
        except SettingsError as error:
            self.tell(str(error))
