"""Where Okbye keeps its things: one folder the user can see, or the one OKBYE_HOME names."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True, slots=True)
class Folders:
    """All of them are below `home`; made on first use."""

    home: Path

    @property
    def sound(self) -> Path:
        return self.home / "sound"

    @property
    def database(self) -> Path:
        return self.home / "okbye.db"

    @property
    def settings(self) -> Path:
        return self.home / "settings.json"

    @property
    def log(self) -> Path:
        return self.home / "okbye.log"


def folders() -> Folders:
    """The user's own, by the custom of the system; OKBYE_HOME moves them all."""
    if home := os.environ.get("OKBYE_HOME"):
        return Folders(Path(home).expanduser().absolute())
    return Folders(platformdirs.user_data_path("okbye", appauthor=False))
