"""The call list in a parcel: a line of JSON for each prospect and each call, and the numbers never to be called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields, replace
from typing import IO, TYPE_CHECKING, Final, TypeVar

from pydantic import TypeAdapter
from pydantic_core import from_json, to_json

from coach.calls.call import Call
from coach.calls.prospect import Prospect

if TYPE_CHECKING:
    from coach.calls.call_list import CallList

    T = TypeVar("T")

PROSPECTS: Final = "list/prospects.jsonl"
CALLS: Final = "list/calls.jsonl"
NEVER: Final = "list/never-called.jsonl"
LONGEST_LINE: Final = 256 * 1024
_LONGEST_ID: Final = 64
_YEARS: Final = 1980, 2200
_PROSPECT: Final = TypeAdapter(Prospect)
_CALL: Final = TypeAdapter(Call)
_AT_A_TIME: Final = 500


@dataclass(frozen=True, slots=True)
class Lines:
    """What is written under each name, in this order."""

    people: CallList

    def parts(self) -> Iterator[tuple[str, Iterator[bytes]]]:
        yield PROSPECTS, map(_prospect_line, self.people.everybody())
        yield CALLS, map(_call_line, self.people.all_calls())
        yield NEVER, (to_json(number) for number in self.people.never_called())


def read_prospect(line: bytes) -> Prospect:
    """Raise `ValueError` for what is none."""
    prospect = _PROSPECT.validate_json(line)
    _check_id(prospect.id)
    return prospect


def read_call(line: bytes) -> Call:
    """Raise `ValueError` for what is none, or none of this world."""
    call = _CALL.validate_json(line)
    _check_id(call.id)
    if not _YEARS[0] <= call.started_at.year <= _YEARS[1]:
        raise ValueError(f"a call was not made in the year {call.started_at.year}")
    return call


def read_number(line: bytes) -> str:
    """Raise `ValueError` for what is none."""
    number = from_json(line)
    if not isinstance(number, str) or not number.removeprefix("+").isdigit() or len(number) > _LONGEST_ID:
        raise ValueError("a number is none")
    return number


def lines_of(file: IO[bytes]) -> Iterator[bytes]:
    """Raise `ValueError` for a line that nobody has written."""
    while line := file.readline(LONGEST_LINE + 1):
        if len(line) > LONGEST_LINE:
            raise ValueError("a line in it is far too long")
        yield line


def take_in(
    people: CallList, prospects: Iterable[Prospect], calls: Iterable[Call], never: Iterable[str]
) -> tuple[int, int]:
    """Add who and what is not here yet; how many prospects and calls these are. Nothing is written over.

    Whoever has a number that somebody here has is that somebody, and so their calls are theirs.
    """
    same: dict[str, str] = {}
    added = sum(_take_in_prospects(people, some, same) for some in _some(prospects))
    for numbers in _some(never):
        people.never_call(numbers)
    logged = sum(
        people.log_new([replace(call, prospect=same.get(call.prospect or "", call.prospect)) for call in some])
        for some in _some(calls)
    )
    return added, logged


def _take_in_prospects(people: CallList, some: list[Prospect], same: dict[str, str]) -> int:
    by_number = people.by_number({number for one in some for number in one.numbers})
    new = []
    for one in some:
        known = next((by_number[number] for number in one.numbers if number in by_number), None)
        if known is not None and known.id != one.id:
            same[one.id] = known.id
        if known is None and people.get(one.id) is None:
            new.append(one)
    people.put(new)
    return len(new)


def _some(found: Iterable[T]) -> Iterator[list[T]]:
    some: list[T] = []
    for one in found:
        some.append(one)
        if len(some) == _AT_A_TIME:
            yield some
            some = []
    if some:
        yield some


def _prospect_line(prospect: Prospect) -> bytes:
    known = {field.name: getattr(prospect, field.name) for field in fields(prospect)}
    return to_json(known | {"more": dict(prospect.more)})


def _call_line(call: Call) -> bytes:
    """Its sound stays where it is."""
    return to_json(asdict(replace(call, sound=None)))


def _check_id(name: str) -> None:
    if not 0 < len(name) <= _LONGEST_ID:
        raise ValueError("an id in it is none")
