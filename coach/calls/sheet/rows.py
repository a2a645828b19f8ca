"""A row of a list as somebody to call: what can be used of it, or why nothing can."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final
from zoneinfo import ZoneInfo

from coach.calls.phone import Phone, as_read, read_phone
from coach.calls.prospect import Prospect
from coach.calls.sheet.cells import plain
from coach.calls.sheet.columns import Meaning, field_names
from coach.calls.sheet.form import Form
from coach.calls.sheet.records import Record

LONGEST_CELL: Final = 300
LONGEST_NOTE: Final = 10_000
MOST_NUMBERS: Final = 10
_SHOWN: Final = 40  # characters of a cell in a sentence
_APART: Final = re.compile(r"[;\n]|\s/\s|\s(?:or|oder|ou|o)\s")
_NO: Final = frozenset({"", "no", "n", "false", "0", "nein", "non", "nej", "nee", "nie", "falsch", "faux", "-"})


class BadRow(Exception):
    """Its text completes `Line 7 …`."""


def called(prospect: Prospect) -> str:
    """What to call somebody whose name is not known."""
    return prospect.name or prospect.company or as_read(prospect.numbers[0])


@dataclass(frozen=True, slots=True)
class Read:
    """`prospect` has no id yet, nor a name where the row has none.

    `without` says what of the row could not be used, if something could not.
    """

    prospect: Prospect
    without: str | None = None


def read_row(record: Record, form: Form, region: str) -> Read:
    """Raise `BadRow`."""
    if record.fault is not None:
        raise BadRow(record.fault)
    cells = _by_meaning(record, form)
    phones, no_numbers = _phones(cells.get(Meaning.NUMBER, []), region)
    one = {meaning: texts[0] for meaning, texts in cells.items()}
    first, last = one.get(Meaning.FIRST_NAME, ""), one.get(Meaning.LAST_NAME, "")
    zone, no_zone = _time_zone(one.get(Meaning.TIME_ZONE, ""), phones)
    extensions = [f"ext. {phone.extension}" for phone in phones if phone.extension]
    prospect = Prospect(
        id="",
        name=one.get(Meaning.NAME) or f"{first} {last}".strip(),
        company=one.get(Meaning.COMPANY, ""),
        first_name=first,
        last_name=last,
        numbers=tuple(dict.fromkeys(phone.number for phone in phones)),
        email=one.get(Meaning.EMAIL, ""),
        time_zone=zone,
        note="\n".join(filter(None, [one.get(Meaning.NOTE, ""), *extensions])),
        more=MappingProxyType(_more(record, form)),
        never=one.get(Meaning.NEVER, "").casefold() not in _NO,
        postponed=_day(one.get(Meaning.POSTPONED, "")),
    )
    return Read(prospect, "; ".join([*no_numbers, *no_zone]) or None)


def _by_meaning(record: Record, form: Form) -> dict[Meaning, list[str]]:
    """The cells that say something; of a meaning that is there once, the first that does."""
    extra = [cell for cell in record.cells[len(form.meanings) :] if cell.strip()]
    if extra:
        raise BadRow(f"has {len(record.cells)} cells where there are {len(form.meanings)} columns")
    found: defaultdict[Meaning, list[str]] = defaultdict(list)
    for heading, meaning, cell in zip(form.headings, form.meanings, record.cells, strict=False):
        text = plain(cell).strip()
        longest = LONGEST_NOTE if meaning is Meaning.NOTE else LONGEST_CELL
        if len(text) > longest and meaning is not Meaning.IGNORED:
            raise BadRow(f"has more than {longest} characters in “{_short(heading)}”")
        if text:
            found[meaning].append(text)
    return found


def _phones(texts: Sequence[str], region: str) -> tuple[list[Phone], list[str]]:
    """What can be called, and a sentence for each that is no number. Raise `BadRow` where there is none at all."""
    phones: list[Phone] = []
    wrong: list[str] = []
    for text in texts:
        whole = read_phone(text, region)
        parts = [(text, whole)] if whole else [(part, read_phone(part, region)) for part in _APART.split(text)]
        phones += [phone for _, phone in parts if phone]
        wrong += [f"“{_short(part)}” is no telephone number in {region}" for part, phone in parts if not phone]
    if not phones:
        raise BadRow("has no telephone number" + (f": {'; '.join(wrong)}" if wrong else ""))
    return phones[:MOST_NUMBERS], wrong


def _time_zone(text: str, phones: Sequence[Phone]) -> tuple[str | None, list[str]]:
    """The row's own, else that of the first number that tells."""
    by_number = next((phone.time_zone for phone in phones if phone.time_zone), None)
    if not text:
        return by_number, []
    try:
        return ZoneInfo(text).key, []
    except (KeyError, ValueError, OSError):
        return by_number, [f"“{_short(text)}” is no time zone such as Europe/London"]


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadRow(f"has “{_short(text)}” where a day such as 2026-12-31 belongs") from None


def _more(record: Record, form: Form) -> dict[str, str]:
    named = zip(field_names(form.headings), form.meanings, record.cells, strict=False)
    return {name: text for name, meaning, cell in named if meaning is Meaning.MORE and (text := plain(cell).strip())}


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _SHOWN else one_line[: _SHOWN - 1] + "…"
