"""Where Okbye keeps its things: one folder the user can see, or the one OKBYE_HOME names."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import platformdirs

from coach.errors import CoachError


@dataclass(frozen=True, slots=True)
class Folders:
    """All of them are below `home`, which `make` makes: what a rep says is for nobody else to read."""

    home: Path

    def make(self) -> Self:
        """Make the folder if it is not there, open to its user alone. Raise `CoachError`."""
        try:
            self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise CoachError(
                f"The folder for takes and settings cannot be made: {self.home} ({error.strerror}). "
                "Nothing was changed. Name another one in OKBYE_HOME, or allow this one."
            ) from error
        return self

    @property
    def sound(self) -> Path:
        return self.home / "sound"

    @property
    def call_sound(self) -> Path:
        """Of live calls, where the rep has chosen to keep it: apart from the takes, which are found by their sound."""
        return self.home / "call-sound"

    @property
    def database(self) -> Path:
        return self.home / "okbye.db"

    @property
    def backups(self) -> Path:
        """The store's own: it copies itself there before it is changed."""
        return self.home / "backups"

    @property
    def scripts(self) -> Path:
        """The user's own offers, drills and lines, as in our scripts/: offers/*.toml, drills/*.toml, lines/*.toml."""
        return self.home / "scripts"

    @property
    def settings(self) -> Path:
        return self.home / "settings.json"

    @property
    def voice(self) -> Path:
        """The rep's own sayings of both words."""
        return self.home / "voice.npz"

    @property
    def log(self) -> Path:
        return self.home / "okbye.log"


def folders() -> Folders:
    """The user's own, by the custom of the system; OKBYE_HOME moves them all."""
    if home := os.environ.get("OKBYE_HOME"):
        return Folders(Path(home).expanduser().absolute())
    return Folders(platformdirs.user_data_path("okbye", appauthor=False))
