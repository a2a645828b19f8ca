"""The timing profiles of this house: saved under a name, taken from a file, and chosen, each with its way back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coach import profile
from coach.errors import CoachError
from coach.file_name import free, plain_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.window.team.desk import TeamDesk
    from coach.bands import Bands


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was done, as a sentence, and what undoes it."""

    says: str
    undo: Callable[[], None]


def save_as_the_teams(desk: TeamDesk, bands: Bands, name: str) -> Chosen:
    """Keep them under a name of their own and judge by them. Raise `CoachError`."""
    if _named(desk, name) is not None:
        raise CoachError(f"There is a band called “{name}” already, and it stays as it is. Write another name.")
    path = free(desk.profiles / f"{plain_name(name, 'band')}.toml")
    profile.save(path, bands.model_copy(update={"name": name}))
    return _choose(desk, path, name, made=True)


def use_file(desk: TeamDesk, file: Path) -> Chosen:
    """Judge by what somebody sent; it is copied, since the file may go. Raise `CoachError`."""
    bands = profile.load(file)
    known = _named(desk, bands.name)
    if known is not None and _read(known) == bands:
        return _choose(desk, known, bands.name, made=False)
    path = free(desk.profiles / f"{plain_name(bands.name, 'band')}.toml")
    profile.save(path, bands)
    return _choose(desk, path, bands.name, made=True)


def _choose(desk: TeamDesk, path: Path, name: str, *, made: bool) -> Chosen:
    before = desk.band_file()
    desk.choose_bands(path)

    def undo() -> None:
        desk.choose_bands(before)
        if made:
            path.unlink(missing_ok=True)

    return Chosen(f"“{name}” is the team's band. Takes are judged by it from the next start.", undo)


def _named(desk: TeamDesk, name: str) -> Path | None:
    files = sorted(desk.profiles.glob("*.toml"))
    return next((file for file in files if (read := _read(file)) is not None and read.name == name), None)


def _read(file: Path) -> Bands | None:
    try:
        return profile.load(file)
    except CoachError:
        return None
