"""Loads a timing profile; a bad one is refused with every line that is wrong and the reason in plain words."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Final

import scripts
from coach.bands import Bands
from coach.toml_file import TomlFile

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
