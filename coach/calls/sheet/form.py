"""How a file is to be read: its characters, what stands between the cells, its headings."""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from coach.calls.phone import read_phone
from coach.calls.sheet.cells import plain
from coach.calls.sheet.columns import Meaning, guess
from coach.calls.sheet.encoding import encoding_of
from coach.calls.sheet.records import Record, delimiter_of, records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path
    from typing import BinaryIO, TextIO

_LOOKED_AT: Final = 30  # lines
_LONGEST_LOOKED_AT: Final = 8192
_EXCEL_SAYS: Final = "sep="  # a first line that names the delimiter


@dataclass(frozen=True, slots=True)
class Form:
    """`headings` has a name for each column, made up where the file has none."""

    encoding: str
    delimiter: str
    headings: tuple[str, ...]
    meanings: tuple[Meaning, ...]
    has_headings: bool = True


def as_text(file: BinaryIO, encoding: str) -> TextIO:
    return io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")


def find_form(
    path: Path,
    remembered: Mapping[str, str],
    region: str,
    go_on: Callable[[], bool],
    encoding: str | None = None,
) -> Form:
    """Find out about the file; `encoding` where the user knows it better. Raise `OSError`."""
    encoding = encoding or encoding_of(path, go_on)
    with path.open("rb") as file, as_text(file, encoding) as text:
        first = text.readline(_LONGEST_LOOKED_AT)
        sample = islice(iter(lambda: text.readline(_LONGEST_LOOKED_AT), ""), _LOOKED_AT)
        delimiter = first.strip("\r\n")[-1] if _is_said(first) else delimiter_of([first, *sample])
    with path.open("rb") as file, as_text(file, encoding) as text:
        top = next((row for row in rows(text, delimiter) if row.fault is None), Record(1))
    cells = tuple(plain(cell).strip() for cell in top.cells)
    has_headings = not any(_is_data(cell, region) for cell in cells)
    headings = cells if has_headings else tuple(f"Column {place}" for place in range(1, len(cells) + 1))
    meanings = guess(headings, remembered) if has_headings else _guess_by_content(cells, region)
    return Form(encoding, delimiter, headings, meanings, has_headings)


def rows(text: TextIO, delimiter: str, cells: int | None = None) -> Iterator[Record]:
    """Yield the records of an opened file, without the line in which Excel names the delimiter."""
    for record in records(text, delimiter, cells):
        if record.line > 1 or not _is_said(delimiter.join(record.cells) + "\n"):
            yield record


def _is_said(line: str) -> bool:
    said = line.strip("\r\n").lower()
    return said.startswith(_EXCEL_SAYS) and len(said) == len(_EXCEL_SAYS) + 1


def _is_data(cell: str, region: str) -> bool:
    return "@" in cell or read_phone(cell, region) is not None


def _guess_by_content(cells: tuple[str, ...], region: str) -> tuple[Meaning, ...]:
    """Without headings the first text is the name, and a second one the company."""
    texts = iter((Meaning.NAME, Meaning.COMPANY))
    return tuple(
        Meaning.NUMBER
        if read_phone(cell, region)
        else Meaning.EMAIL
        if "@" in cell
        else next(texts, Meaning.IGNORED)
        if cell
        else Meaning.IGNORED
        for cell in cells
    )
