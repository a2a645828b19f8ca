"""Takes a list of people into the call list: each once, however often they stand in the file or are here already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Final

from coach.calls.call_list import CallList
from coach.calls.prospect import Prospect
from coach.calls.sheet.form import Form, as_text, find_form, rows
from coach.calls.sheet.records import Record
from coach.calls.sheet.rows import BadRow, Read, called, read_row
from coach.errors import ListError
from coach.take import new_id

AT_A_TIME: Final = 500
_NEARLY: Final = 0.999  # of the file: it is read ahead of its rows


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with the row that begins at `line`; `used` says that the rest of it was imported."""

    line: int
    says: str
    used: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """How many people are new, how many were here and have something new, how many were here as they are.

    `share` of the file was read, 1.0 at its end; less where it was stopped.
    """

    added: int = 0
    changed: int = 0
    known: int = 0
    bad: int = 0
    share: float = 0.0

    @property
    def rows(self) -> int:
        return self.added + self.changed + self.known + self.bad


@dataclass(frozen=True, slots=True)
class Previewed:
    """A row as it would be imported, or why it would not be."""

    line: int
    read: Read | None
    problem: Problem | None


Told = Callable[[Imported], bool]  # told how far it is; False stops it
Bad = Callable[[Problem], None]


def preview(path: Path, form: Form, region: str, count: int = 20) -> list[Previewed]:
    """The first rows. Raise `ListError`."""
    with _explained(path), path.open("rb") as file, as_text(file, form.encoding) as text:
        found = rows(text, form.delimiter, len(form.meanings))
        return list(islice(_read(found, form, region), count))


def look_at(
    path: Path, remembered: Mapping[str, str], region: str, go_on: Callable[[], bool], encoding: str | None = None
) -> Form:
    """Find out how the file is to be read. Raise `ListError`."""
    with _explained(path):
        form = find_form(path, remembered, region, go_on, encoding)
    if not form.headings:
        raise ListError(f"There are no rows in {path.name}. Nothing was changed.")
    return form


def import_list(path: Path, form: Form, region: str, people: CallList, told: Told, bad: Bad) -> Imported:
    """Import what can be, some hundreds at a time: what is in when it is stopped stays. Raise `ListError`."""
    done = Imported()
    with _explained(path), path.open("rb") as file, as_text(file, form.encoding) as text:
        size = path.stat().st_size
        found = _read(rows(text, form.delimiter, len(form.meanings)), form, region)
        while some := list(islice(found, AT_A_TIME)):
            for row in some:
                if row.problem is not None:
                    bad(row.problem)
            new = [row.read.prospect for row in some if row.read is not None]
            done = _take_in(people, new, done)
            done = replace(done, bad=done.bad + len(some) - len(new), share=min(_NEARLY, file.tell() / size))
            if not told(done):
                return done
    return replace(done, share=1.0)


def merged(old: Prospect, new: Prospect) -> Prospect:
    """What the file says counts; what it leaves out stays, and so do the rep's own note and day."""
    both = [old.note, new.note] if new.note and new.note not in old.note else [old.note]
    return Prospect(
        id=old.id,
        name=new.name or old.name,
        company=new.company or old.company,
        first_name=new.first_name or old.first_name,
        last_name=new.last_name or old.last_name,
        numbers=tuple(dict.fromkeys([*old.numbers, *new.numbers])),
        email=new.email or old.email,
        time_zone=new.time_zone or old.time_zone,
        note="\n".join(filter(None, both)),
        more=MappingProxyType({**old.more, **new.more}),
        never=old.never or new.never,
        postponed=new.postponed or old.postponed,
    )


def _read(found: Iterable[Record], form: Form, region: str) -> Iterator[Previewed]:
    below_headings = not form.has_headings
    for record in found:
        if not below_headings and record.fault is None:
            below_headings = True
            continue
        try:
            read = read_row(record, form, region)
        except BadRow as error:
            yield Previewed(record.line, None, Problem(record.line, str(error)))
        else:
            without = Problem(record.line, read.without, used=True) if read.without else None
            yield Previewed(record.line, read, without)


def _take_in(people: CallList, new: list[Prospect], done: Imported) -> Imported:
    """Whoever has a number that somebody has already is that somebody."""
    by_number = people.by_number({number for one in new for number in one.numbers})
    before = {one.id: one for one in by_number.values()}
    now: dict[str, Prospect] = {}
    for one in new:
        same = next((by_number[number] for number in one.numbers if number in by_number), None)
        if same is None:
            kept = replace(one, id=new_id(), name=called(one))
        else:
            # A number that somebody else on the list has stays theirs.
            ours = [n for n in one.numbers if n not in by_number or by_number[n].id == same.id]
            kept = merged(now.get(same.id, same), replace(one, numbers=tuple(ours)))
        now[kept.id] = kept
        by_number |= dict.fromkeys((n for n in kept.numbers if n not in by_number or by_number[n].id == kept.id), kept)
    changed = {key: one for key, one in now.items() if before.get(key) != one}
    people.put(list(changed.values()))
    added = sum(key not in before for key in changed)
    return replace(
        done,
        added=done.added + added,
        changed=done.changed + len(changed) - added,
        known=done.known + len(new) - len(changed),
    )


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise ListError(f"There is no file {path}. Nothing was changed.") from error
    except (OSError, LookupError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise ListError(
            f"{path.name} could not be read ({why}). Who was imported by then stays; import it again to go on."
        ) from error
