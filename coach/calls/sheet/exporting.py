"""Writes the call list to a file that a spreadsheet opens and that can be imported again, the same."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import Final

from coach.calls.call_list import CallList
from coach.calls.prospect import Prospect
from coach.calls.sheet.cells import safe
from coach.errors import ListError
from coach.whole_file import writing

_TOLD_EVERY: Final = 1000
_FIRST: Final = ("Name", "First name", "Last name", "Company")
_LAST: Final = ("Email", "Time zone", "Note", "Never call again", "Not before")


def export_list(path: Path, people: CallList, told: Callable[[int], bool]) -> int | None:
    """Return how many are in the file, None if it was stopped: then there is none. Raise `ListError`.

    Numbers that are never to be called again are in it too, though nobody on the list has them any more.
    """
    phones, more = _columns(people)
    done = 0
    try:
        with writing(path) as file:
            # The mark at the beginning is what tells spreadsheets that it is UTF-8.
            text = TextIOWrapper(file, "utf-8-sig", newline="")
            sheet = csv.writer(text)
            numbered = [f"Phone {place}" if place > 1 else "Phone" for place in range(1, phones + 1)]
            sheet.writerow([*_FIRST, *numbered, *_LAST, *map(safe, more)])
            rows = _rows(people, phones, more)
            while some := list(islice(rows, _TOLD_EVERY)):
                sheet.writerows(some)
                done += len(some)
                _go_on(told(done))
            text.detach()
    except _Stopped:
        return None
    except OSError as error:
        raise ListError(
            f"The list could not be written to {path} ({error.strerror}). No half of a file is left there. "
            "Make room, or choose another folder."
        ) from error
    return done


class _Stopped(Exception):
    pass


def _go_on(wanted: bool) -> None:  # noqa: FBT001
    if not wanted:
        raise _Stopped


def _columns(people: CallList) -> tuple[int, list[str]]:
    """How many numbers somebody has at most, and what else is known of anybody."""
    phones, more = 1, dict[str, None]()
    for one in people.everybody():
        phones = max(phones, len(one.numbers))
        more |= dict.fromkeys(one.more)
    return phones, list(more)


def _rows(people: CallList, phones: int, more: list[str]) -> Iterator[list[str]]:
    never = dict.fromkeys(people.never_called())
    for one in people.everybody():
        for number in one.numbers:
            never.pop(number, None)
        yield [safe(cell) for cell in _row(one, phones, more)]
    for number in never:
        yield [safe(cell) for cell in _row(Prospect("", "", numbers=(number,), never=True), phones, more)]


def _row(one: Prospect, phones: int, more: list[str]) -> list[str]:
    numbers = [*one.numbers, *[""] * (phones - len(one.numbers))]
    known = [one.email, one.time_zone or "", one.note, "yes" if one.never else ""]
    before = one.postponed.isoformat() if one.postponed else ""
    names = [one.name, one.first_name, one.last_name, one.company]
    return [*names, *numbers, *known, before, *(one.more.get(name, "") for name in more)]
