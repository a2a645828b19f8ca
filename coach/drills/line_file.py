"""A file of lines: what they mean, each with its text and the sound file that has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

from pydantic import Field

from coach.drills.drill import DrillFile, Text, Written
from coach.drills.line import Line, Meaning, Recording
from coach.toml_file import TomlFile

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Name = Annotated[str, Field(min_length=1, max_length=60)]
SoundName = Annotated[str, Field(max_length=120, pattern=r"^[^/\\\x00]*\.[A-Za-z0-9]+$")]


class LineEntry(Written):
    """`sound` is a file beside this one; `voice` is who speaks in it."""

    text: Text
    sound: SoundName | None = None
    voice: Name = "own"


class LinesFile(Written):
    meaning: Annotated[Meaning, Field(strict=False)]
    line: Annotated[tuple[LineEntry, ...], Field(strict=False, min_length=1)]


_REASONS: Final = {
    "string_type": "must be a text in quotation marks, not {}",
    "string_too_short": "must not be empty",
    "string_too_long": "must not be longer than {max_length} characters",
    "string_pattern_mismatch": "must be the name of a sound file in the same folder, such as no.flac, not {}",
    "enum": "must be {expected}, not {}",
    "int_type": "must be a whole number, not {}",
    "float_type": "must be a number, not {}",
    "finite_number": "must be a number, not {}",
    "bool_type": "must be true or false, not {}",
    "greater_than_equal": "must not be less than {ge:g}, and it is {}",
    "less_than_equal": "must not be more than {le:g}, and it is {}",
    "tuple_type": "must be a list, not {}",
    "too_short": "must have at least one entry",
    "model_type": "must be a table, not {}",
}

LINES: Final = TomlFile(LinesFile, "a file of lines", _REASONS, strict=None)
DRILL: Final = TomlFile(DrillFile, "a drill", _REASONS, strict=None)


def ours(voices: Traversable, entry: LineEntry, group: str, meaning: Meaning) -> Line:
    """Every shipped voice has a folder with its recording of the line."""
    folders = sorted((folder for folder in voices.iterdir() if folder.is_dir()), key=lambda folder: folder.name)
    files = ((folder.name, folder / entry.sound) for folder in folders if entry.sound)
    made = tuple(Recording(voice, file) for voice, file in files if file.is_file())
    return Line(group, entry.text, meaning, made)


def theirs(folder: Traversable, entry: LineEntry, group: str, meaning: Meaning) -> Line:
    """A recording lies beside the file."""
    file = folder / entry.sound if entry.sound else None
    made = () if file is None or not file.is_file() else (Recording(entry.voice, file),)
    return Line(group, entry.text, meaning, made)
