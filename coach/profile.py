"""Loads a timing profile; a bad one is refused with every line that is wrong and the reason in plain words."""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

import scripts
from coach.bands import Band, Bands
from coach.errors import BadScript
from coach.toml_lines import line_of

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from pydantic_core import ErrorDetails

# A profile has some thirty lines; what is much longer is another kind of file.
MOST_BYTES = 16 * 1024
MOST_SECONDS_SHOWN = 10**9

# What pydantic's kinds of error mean to somebody who edits a file of seconds; {} is what stands there.
REASONS = {
    "float_type": "must be a number of seconds, not {}",
    "finite_number": "must be a number of seconds, not {}",
    "greater_than_equal": "must not be less than 0 seconds, and it is {}",
    "less_than_equal": "must not be more than 60 seconds, and it is {}",
    "string_type": "must be a text in quotation marks, not {}",
    "model_type": "must be a table with low and high, not {}",
}


def load(path: Path | None = None) -> Bands:
    """Read the profile in `path`, our own defaults without one. Raise `BadScript`."""
    source: Path | Traversable = files(scripts) / "timing.toml" if path is None else path
    text = _text(source)
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _refused(source, [_syntax(error, text)]) from error
    except RecursionError as error:
        raise _refused(source, ["its tables are nested too deeply"]) from error
    try:
        return Bands.model_validate(values, strict=True)
    except ValidationError as error:
        found = sorted(_placed(detail, text) for detail in error.errors(include_url=False))
        raise _refused(source, [_with_line(line, says) for line, says in found]) from error


def _text(source: Path | Traversable) -> str:
    try:
        with source.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise BadScript(f"{source.name} was not found: there is no timing profile at {source}.") from error
    except OSError as error:
        raise BadScript(f"{source.name} could not be opened as a timing profile: {error.strerror}.") from error
    if len(data) > MOST_BYTES:
        raise _refused(source, ["it is far too long for one"])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _refused(source, [_with_line(line, "this is not text (UTF-8)")]) from error


def _refused(source: Path | Traversable, faults: list[str]) -> BadScript:
    return BadScript(f"{source.name} is not a timing profile this program can use: {'; '.join(faults)}.")


def _with_line(line: int, says: str) -> str:
    return f"line {line}: {says}" if line else says


def _syntax(error: tomllib.TOMLDecodeError, text: str) -> str:
    """Python 3.11 tells the place only inside the message: "… (at line 3, column 8)" or "(at end of document)"."""
    message = re.sub(r" \(at [^(]*\)$", "", str(error))
    message = re.sub(r"\(('.*'),?\)", lambda keys: ".".join(re.findall(r"'(.*?)'", keys[1])), message)
    place = re.search(r"\(at line (\d+), column \d+\)$", str(error))
    line = int(place[1]) if place else max(1, len(text.rstrip("\n").split("\n")))
    return _with_line(line, message[0].lower() + message[1:])


def _placed(detail: ErrorDetails, text: str) -> tuple[int, str]:
    """Line (0 if it has none) and sentence of one of pydantic's errors."""
    keys = tuple(str(key) for key in detail["loc"])
    if detail["type"] == "value_error" and keys:  # from a band as a whole: low against high
        return line_of(text, (*keys, "high")), f"in {keys[-1]}, {detail['ctx']['error']}"
    return line_of(text, keys), _says(detail, ".".join(keys))


def _says(detail: ErrorDetails, name: str) -> str:
    if detail["type"] == "extra_forbidden":
        return f"{name} is nothing a timing profile has{_meant(detail)}"
    reason = REASONS.get(detail["type"], "is wrong: {}")
    return f"{name} {reason.format(_shown(detail['input']))}"


def _meant(detail: ErrorDetails) -> str:
    keys = [str(key) for key in detail["loc"]]
    known = Bands.model_fields if len(keys) == 1 else Band.model_fields
    close = get_close_matches(keys[-1], known, n=1)
    return f" (did you mean {close[0]}?)" if close else f" (it has {', '.join(known)})"


def _shown(value: Any) -> str:  # noqa: ANN401 - whatever a TOML file may hold
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and abs(value) > MOST_SECONDS_SHOWN:
        return "a huge number"
    if isinstance(value, int | float):
        return f"{value:g}"
    if isinstance(value, str):
        return f'"{value[:40]}"'
    return "a table" if isinstance(value, dict) else "a list" if isinstance(value, list) else str(value)
