"""Writes a trainer's own line or drill into the user's folder: each file whole or not at all, nothing overwritten."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from coach.drills.line_file import LINES, LineEntry, LinesFile
from coach.errors import BadScript, CoachError
from coach.file_name import free, plain_name
from coach.toml_text import pairs, written
from coach.whole_file import replace

if TYPE_CHECKING:
    from pathlib import Path

    from coach.drills.drill import DrillFile
    from coach.drills.line import Meaning


def add_line(own: Path, group: str, meaning: Meaning, text: str, sound: Path, voice: str = "own") -> Path:
    """Add a line to lines/`group`.toml of the folder `own`, with a copy of its recording; return the copy.

    The recording is copied first, so whatever breaks off leaves no line without one. Raise `CoachError`.
    """
    folder = own / "lines"
    file = folder / f"{group}.toml"
    known = LINES.read(file) if file.exists() else None
    if known is not None and known.meaning is not meaning:
        raise BadScript(
            f"The line was not kept: those in {file.name} mean “{known.meaning}”, and this one “{meaning}”. "
            "Nothing was changed. Give it another group."
        )
    copy = free(folder / f"{plain_name(text)}{sound.suffix.lower() or '.flac'}")
    entry = LineEntry(text=text, sound=copy.name, voice=voice)
    try:
        replace(copy, sound.read_bytes())
        _write_or_remove(copy, file, _with(entry, meaning, file, known))
    except OSError as error:
        raise _unwritten("line", error) from error
    return copy


def add_drill(own: Path, drill: DrillFile) -> Path:
    """Write drills/NAME.toml of the folder `own`, named after its title; return it. Raise `CoachError`."""
    file = free(own / "drills" / f"{plain_name(drill.title)}.toml")
    try:
        replace(file, _drill_text(drill).encode())
    except OSError as error:
        raise _unwritten("drill", error) from error
    return file


def _write_or_remove(copy: Path, file: Path, text: str) -> None:
    """A recording that no line names would only lie about."""
    try:
        replace(file, text.encode())
    except OSError:
        copy.unlink(missing_ok=True)
        raise


def _with(entry: LineEntry, meaning: Meaning, file: Path, known: LinesFile | None) -> str:
    """The file's text with one line more; what its author wrote stays as it was, comments too."""
    before = f"meaning = {written(str(meaning))}\n" if known is None else file.read_text(encoding="utf-8-sig")
    longer = f"{before.rstrip()}\n\n{_entry_text(entry)}"
    try:
        tomllib.loads(longer)
    except tomllib.TOMLDecodeError:  # they are written as one list in brackets, which cannot be added to at the end
        every = (*(known.line if known else ()), entry)
        return "\n".join((f"meaning = {written(str(meaning))}\n", *map(_entry_text, every)))
    return longer


def _entry_text(entry: LineEntry) -> str:
    given = entry.model_dump(exclude_none=True, exclude_defaults=True)
    return "".join(("[[line]]\n", *(f"{key} = {written(value)}\n" for key, value in given.items())))


def _drill_text(drill: DrillFile) -> str:
    given = drill.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
    prospect = given.pop("prospect", None)
    parts = [pairs(given)]
    if prospect is not None:
        parts.append(f"[prospect]\n{pairs(prospect)}")
    return "\n\n".join(parts) + "\n"


def _unwritten(what: str, error: OSError) -> CoachError:
    where = f": {error.filename}" if error.filename else ""
    return CoachError(
        f"The {what} could not be kept ({error.strerror}){where}. What was there is as it was. "
        "Make room or allow the folder, and try again."
    )
