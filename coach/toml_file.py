"""Reads a TOML file that somebody wrote by hand into a model; every line that is wrong is named, with the reason."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from coach.errors import BadScript
from coach.toml_lines import line_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

    from pydantic_core import ErrorDetails

MOST_BYTES = 16 * 1024  # what is much longer than a few pages is another kind of file
MOST_SHOWN = 10**9

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class TomlFile(Generic[Model]):
    """A kind of file: its model and what it is called ("a timing profile").

    `reasons` says what pydantic's kinds of error mean to somebody who edits one; {} is what stands there. `strict`
    None leaves it to the model which of its fields take another type than their own.
    """

    model: type[Model]
    called: str
    reasons: Mapping[str, str]
    strict: bool | None = True

    def read(self, source: Traversable) -> Model:
        """Raise `BadScript`."""
        text = self._text(source)
        try:
            values = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise self._refused(source, [_syntax(error, text)]) from error
        except RecursionError as error:
            raise self._refused(source, ["its tables are nested too deeply"]) from error
        try:
            return self.model.model_validate(values, strict=self.strict)
        except ValidationError as error:
            found = sorted(self._placed(detail, text) for detail in error.errors(include_url=False))
            raise self._refused(source, [_with_line(line, says) for line, says in found]) from error

    def _text(self, source: Traversable) -> str:
        try:
            with source.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except (FileNotFoundError, NotADirectoryError, ValueError) as error:
            raise BadScript(f"{source.name} was not found: there is no {self._noun} at {source}.") from error
        except OSError as error:
            raise BadScript(f"{source.name} could not be opened as {self.called}: {error.strerror}.") from error
        if len(data) > MOST_BYTES:
            raise self._refused(source, ["it is far too long for one"])
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise self._refused(source, [_with_line(line, "this is not text (UTF-8)")]) from error

    @property
    def _noun(self) -> str:
        return self.called.partition(" ")[2]

    def _refused(self, source: Traversable, faults: list[str]) -> BadScript:
        return BadScript(f"{source.name} is not {self.called} this program can use: {'; '.join(faults)}.")

    def _placed(self, detail: ErrorDetails, text: str) -> tuple[int, str]:
        """Line (0 if it has none) and sentence of one of pydantic's errors."""
        keys = tuple(str(key) for key in detail["loc"])
        if detail["type"] == "value_error":  # from a table as a whole: low against high
            where = f"in {keys[-1]}, " if keys else ""
            return line_of(text, (*keys, "high")), f"{where}{detail['ctx']['error']}"
        return line_of(text, keys), self._says(detail, ".".join(keys))

    def _says(self, detail: ErrorDetails, name: str) -> str:
        if detail["type"] == "extra_forbidden":
            return f"{name} is nothing {self.called} has{self._meant(detail)}"
        if detail["type"] == "missing":
            return f"{name} is missing"
        reason = self.reasons.get(detail["type"], "is wrong: {}")
        return f"{name} {reason.format(_shown(detail['input']), **detail.get('ctx', {}))}"

    def _meant(self, detail: ErrorDetails) -> str:
        *tables, wrong = detail["loc"]
        known = _fields_at(self.model, tables)
        close = get_close_matches(str(wrong), known, n=1)
        return f" (did you mean {close[0]}?)" if close else f" (it has {', '.join(known)})"


def _fields_at(model: type[BaseModel], tables: list[int | str]) -> list[str]:
    """The names a table may hold, down the keys that lead to it."""
    for key in tables:
        if isinstance(key, str):
            annotation = model.model_fields[key].annotation
            model = next(part for part in (annotation, *get_args(annotation)) if _is_model(part))
    return list(model.model_fields)


def _is_model(part: Any) -> bool:  # noqa: ANN401
    return isinstance(part, type) and issubclass(part, BaseModel)


def _with_line(line: int, says: str) -> str:
    return f"line {line}: {says}" if line else says


def _syntax(error: tomllib.TOMLDecodeError, text: str) -> str:
    """Python 3.11 tells the place only inside the message: "… (at line 3, column 8)" or "(at end of document)"."""
    message = re.sub(r" \(at [^(]*\)$", "", str(error))
    message = re.sub(r"\(('.*'),?\)", lambda keys: ".".join(re.findall(r"'(.*?)'", keys[1])), message)
    place = re.search(r"\(at line (\d+), column \d+\)$", str(error))
    line = int(place[1]) if place else max(1, len(text.rstrip("\n").split("\n")))
    return _with_line(line, message[0].lower() + message[1:])


def _shown(value: Any) -> str:  # noqa: ANN401 - whatever a TOML file may hold
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and abs(value) > MOST_SHOWN:
        return "a huge number"
    if isinstance(value, int | float):
        return f"{value:g}"
    if isinstance(value, str):
        return f'"{value[:40]}"'
    return "a table" if isinstance(value, dict) else "a list" if isinstance(value, list) else str(value)
