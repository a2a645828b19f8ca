"""A timing profile as a file: saved to be sent; a bad one is refused with every line that is wrong and the reason."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Final

import scripts
from coach import whole_file
from coach.bands import Bands
from coach.errors import CoachError
from coach.toml_file import TomlFile
from coach.toml_text import pairs, written

_PROFILE: Final = TomlFile(
    Bands,
    "a timing profile",
    {
        "float_type": "must be a number of seconds, not {}",
        "finite_number": "must be a number of seconds, not {}",
        "greater_than_equal": "must not be less than 0 seconds, and it is {}",
        "less_than_equal": "must not be more than 60 seconds, and it is {}",
        "string_type": "must be a text in quotation marks, not {}",
        "model_type": "must be a table with low and high, not {}",
    },
)


def load(path: Path | None = None) -> Bands:
    """Read the profile in `path`, our own defaults without one. Raise `BadScript`."""
    return _PROFILE.read(files(scripts) / "timing.toml" if path is None else path)


def save(path: Path, bands: Bands) -> None:
    """Write the profile whole, or leave what was at `path` as it was. Raise `CoachError`."""
    try:
        whole_file.replace(path, profile_text(bands).encode())
    except OSError as error:
        raise CoachError(
            f"The timing profile could not be saved ({error.strerror}): {path}. What was there is as it was. "
            "Make room or allow the folder, and save it again."
        ) from error


def profile_text(bands: Bands) -> str:
    """Every limit is named, so that the profile means the same where other defaults are used."""
    limits = bands.model_dump(exclude={"name"}, exclude_none=True)
    tables = (f"\n[{key}]\n{pairs(band)}\n" for key, band in limits.items())
    return "".join(("# A timing profile of Okbye, in seconds.\n", f"name = {written(bands.name)}\n", *tables))
