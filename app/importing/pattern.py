"""What a recording's file name tells, by a pattern the trainer wrote: "{rep}_{date}"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from coach.errors import CoachError

_DATE = r"(?P<year>\d{4})[-_.]?(?P<month>\d\d)[-_.]?(?P<day>\d\d)"
_TIME = r"(?P<hour>\d\d)[-_.:h]?(?P<minute>\d\d)(?:[-_.:m]?(?P<second>\d\d))?s?"
FIELDS = {"rep": r"(?P<rep>.+?)", "date": _DATE, "time": _TIME, "any": r".*?"}
_UNITS = ("year", "month", "day", "hour", "minute", "second")
_TEXTS = {"rep", "any"}  # those that may be of any length
_PART = re.compile(r"\{(?P<field>[^{}]*)\}|(?P<plain>[^{}]+)")


class BadPattern(CoachError):
    """Its text says what is wrong with the pattern, and what one looks like."""

    kind = "pattern"


@dataclass(frozen=True, slots=True)
class Told:
    """What a name says; None where it does not."""

    rep: str | None = None
    started_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class NamePattern:
    """Made by `compiled`. `{any}` stands for anything, `{date}` for 2026-11-23, `{time}` for 14-30 or 143005."""

    text: str
    _expression: re.Pattern[str]

    @classmethod
    def compiled(cls, text: str) -> Self:
        """Raise `BadPattern`."""
        expression, seen, last = "", set[str](), ""
        for field, plain in _parts(text):
            if not field:
                expression += re.escape(plain)
            elif field not in FIELDS:
                raise _bad(text, f"{{{field}}} stands for nothing")
            elif field != "any" and field in seen:
                raise _bad(text, f"{{{field}}} is in it twice")
            elif last in _TEXTS and field in _TEXTS:
                raise _bad(text, f"between {{{last}}} and {{{field}}} there must be something that parts them")
            else:
                expression += FIELDS[field]
            seen.add(field)
            last = field
        if not seen & {"rep", "date"}:
            raise _bad(text, "it tells neither who spoke nor when")
        if "time" in seen and "date" not in seen:
            raise _bad(text, "a {time} needs its {date}")
        return cls(text, re.compile(expression, re.IGNORECASE))

    def read(self, stem: str) -> Told | None:
        """Read a file's name without its suffix; None where it does not follow the pattern."""
        match = self._expression.fullmatch(stem)
        if match is None:
            return None
        found = match.groupdict()
        rep = found.get("rep")
        try:
            return Told(rep and rep.strip(" _-."), _moment(found))
        except ValueError:  # the 31st of a month that has none
            return None


def _parts(text: str) -> list[tuple[str, str]]:
    parts = list(_PART.finditer(text))
    if "".join(part[0] for part in parts) != text:
        raise _bad(text, "a brace in it is open, or closed, without the other")
    return [(part["field"] or ("" if part["plain"] else "?"), part["plain"] or "") for part in parts]


def _moment(found: dict[str, str | None]) -> datetime | None:
    """By the clock of this computer: a file name knows no time zone. A day alone begins at noon, so it stays a day."""
    if found.get("year") is None:
        return None
    year, month, day, hour, minute, second = (int(found.get(name) or 0) for name in _UNITS)
    noon = 12 if found.get("hour") is None else hour
    return datetime(year, month, day, noon, minute, second).astimezone()


def _bad(text: str, why: str) -> BadPattern:
    return BadPattern(
        f"“{text}” is no pattern of file names: {why}. Write it like “{{rep}}_{{date}}”, out of {{rep}}, {{date}}, "
        "{time}, {any} and whatever stands between them. Nothing was imported."
    )
