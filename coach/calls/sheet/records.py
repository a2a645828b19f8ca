"""Reads the records of a file one by one, whatever is wrong with some of them, in little memory."""

from __future__ import annotations

import csv
import re
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

LONGEST_RECORD: Final = 64 * 1024  # characters
MOST_LINES: Final = 100  # of a record: a note may have many
MOST_CELLS: Final = 500
DELIMITERS: Final = ",;\t|"
_NEVER_CLOSED: Final = "has a quotation mark that is never closed"
_NO_TEXT: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LOOKED_AT = 30  # records, to find out what stands between the cells


@dataclass(frozen=True, slots=True)
class Record:
    """`line` is where it begins, counted from 1. `fault` says why it cannot be read, and then there are no cells."""

    line: int
    cells: tuple[str, ...] = ()
    fault: str | None = None


class _Unreadable(Exception):
    """Its text completes `Line 7 …`."""


class _Lines:
    """The lines of a file, no longer than they may be; those of a record that failed can be read once more."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._again: deque[str] = deque()
        self._taken: list[str] = []
        self._length = 0
        self.number = 0  # of lines that belong to records that are done with
        self.ended_inside = False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else self._read()
        if not line:
            self.ended_inside = bool(self._taken)
            raise StopIteration
        self._taken.append(line)
        self._length += len(line)
        if len(self._taken) > MOST_LINES or self._length > LONGEST_RECORD:
            raise _Unreadable(_NEVER_CLOSED)
        return line

    @property
    def last(self) -> str:
        return self._taken[-1]

    @property
    def many(self) -> bool:
        return len(self._taken) > 1

    def done(self, lines: int | None = None) -> None:
        """So many of the lines taken are done with, None all of them; the others come again."""
        done = len(self._taken) if lines is None else lines
        self._again.extendleft(reversed(self._taken[done:]))
        self.number += done
        self._taken, self._length, self.ended_inside = [], 0, False

    def _read(self) -> str:
        line = self._file.readline(LONGEST_RECORD)
        if len(line) < LONGEST_RECORD or line.endswith(("\n", "\r")):
            return line
        if self._taken:  # an open quotation mark before it: it is read again by itself
            self._again.appendleft(line)
            raise _Unreadable(_NEVER_CLOSED)
        self._taken.append("")
        while (rest := self._file.readline(LONGEST_RECORD)) and not rest.endswith(("\n", "\r")):
            pass
        raise _Unreadable(f"is longer than {LONGEST_RECORD:,} characters")


def records(file: TextIO, delimiter: str, cells: int | None = None) -> Iterator[Record]:
    """Yield all but empty ones. The file was opened with `newline=""`; `cells` is how many an ordinary record has.

    A quotation mark that is never closed swallows what follows: such a record is told, and the next line begins anew.
    """
    lines = _Lines(file)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        line = lines.number + 1
        try:
            row = _row(reader, lines, delimiter)
            fault = _fault(row, lines, cells)
        except StopIteration:
            return
        except (csv.Error, _Unreadable) as error:
            row, fault = [], str(error) if isinstance(error, _Unreadable) else _NEVER_CLOSED
        if fault is None:
            lines.done()
            if any(row):
                yield Record(line, tuple(row))
        else:
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
            lines.done(1)
            yield Record(line, fault=fault)


def _row(reader: Iterator[list[str]], lines: _Lines, delimiter: str) -> list[str]:
    """A quotation mark where none belongs is forgiven within a line; over several lines it has closed too late."""
    try:
        return next(reader)
    except csv.Error:
        if lines.ended_inside or lines.many:
            raise
        return next(csv.reader([lines.last], delimiter=delimiter))


def delimiter_of(lines: Sequence[str]) -> str:
    """What makes the most of the first lines the same number of cells, two at least; else a comma."""
    return max(DELIMITERS, key=lambda delimiter: _agreement(lines, delimiter))


def _agreement(lines: Sequence[str], delimiter: str) -> tuple[float, int]:
    try:
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if row][:_LOOKED_AT]
    except csv.Error:
        return 0.0, 0
    usual = max(set(widths), key=lambda width: (widths.count(width), width), default=0)
    return (widths.count(usual) / len(widths), usual) if usual > 1 else (0.0, 0)


def _fault(row: list[str], lines: _Lines, cells: int | None) -> str | None:
    # A lone quotation mark and a later one hold between them what are lines of their own: the count gives them away.
    if lines.many and cells is not None and len(row) != cells:
        return _NEVER_CLOSED
    if len(row) > MOST_CELLS:
        return f"has more than {MOST_CELLS} cells"
    text = "".join(row)
    if _NO_TEXT.search(text):
        return "holds characters that are no text"
    if "\ufffd" in text:
        return "holds characters that cannot be read in this encoding"
    return None
