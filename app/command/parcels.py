"""`okbye export`, and what `okbye import` does with such a file: takes out into one file, and in from one."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.command.printable import visible
from coach.verdict import Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.folders import Folders
    from coach.parcel.packing import Told


def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to; takes.okbye, for example.")],
    *,
    rep: Annotated[str | None, typer.Option(metavar="R", help="Only the takes of this rep.")] = None,
    verdict: Annotated[Result | None, typer.Option(help="Only the takes with this verdict.")] = None,
    since: Annotated[
        datetime | None,
        typer.Option(metavar="DATE", formats=["%Y-%m-%d"], help="Only the takes of that day and later."),
    ] = None,
    take: Annotated[list[str] | None, typer.Option(metavar="ID", help="Only this take; may be given often.")] = None,
) -> None:
    """Write all takes with their sound, what was said of them and the call list into one file, or those you choose."""
    from app.folders import folders  # noqa: PLC0415
    from app.merging import Words  # noqa: PLC0415
    from app.parcels import export_takes  # noqa: PLC0415
    from audio.sound_folder import SoundFolder  # noqa: PLC0415
    from coach.errors import ParcelError  # noqa: PLC0415
    from coach.store.opening import open_store  # noqa: PLC0415
    from coach.takes import EVERY, Wanted, start_of  # noqa: PLC0415

    place = folders()
    if file.exists():
        raise ParcelError(f"There is a file {file} already, and it stays as it is. Name another one.")
    if not place.database.exists():  # looking must not make one
        raise ParcelError("There are no takes yet, so there is nothing to export.")
    ids = frozenset(take) if take else None
    wanted = Wanted(rep, verdict, start_of(since.date()) if since else None, ids=ids)
    with open_store(place.database) as store:
        count = store.takes.count(wanted)
        people = store.calls if wanted == EVERY and store.calls.known() else None
        if not count and people is None:
            raise ParcelError("No take is like that, so there is nothing to export. `okbye takes` lists them all.")
        with _bar(count) as go_on:
            said = Words(store.reviews, store.comments, "").said
            done = export_takes(file, SoundFolder(place.sound), store.takes, wanted, go_on, people, said)
    typer.echo(f"{_takes(done or 0)}{' and the call list' if people else ''} in {file}")


def import_parcel(file: Path, place: Folders) -> None:
    """Add the takes of such a file to yours, what was said of them, and its call list; nothing is written over."""
    from app.merging import Words  # noqa: PLC0415
    from app.parcels import import_takes  # noqa: PLC0415
    from audio.sound_folder import SoundFolder  # noqa: PLC0415
    from coach import settings  # noqa: PLC0415
    from coach.parcel.unpacking import open_parcel  # noqa: PLC0415
    from coach.store.opening import open_store  # noqa: PLC0415

    with open_parcel(file) as parcel:  # before a store is made for nothing
        count = len(parcel)
    place.make()
    me = settings.load(place.settings)[0].rep
    with open_store(place.database) as store, _bar(count) as go_on:
        words = Words(store.reviews, store.comments, me)
        found = import_takes(file, SoundFolder(place.sound), store.takes, go_on, store.calls, words)
    known = f", {found.known} were here already" if found.known else ""
    said = f", {found.said} new comments and words on them" if found.said else ""
    listed = f"; {found.prospects} people and {found.calls} calls added" if found.prospects or found.calls else ""
    typer.echo(f"{_takes(found.added)} added{known}{said}{listed}")
    for conflict in found.conflicts:
        typer.echo(visible(conflict), err=True)


def _takes(count: int) -> str:
    return f"{count} take{'' if count == 1 else 's'}"


@contextmanager
def _bar(count: int) -> Iterator[Told]:
    """Show on a terminal how far it is; Ctrl-C stops it, and what stops leaves no half of anything."""
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("Takes", total=count)

        def told(done: int) -> bool:
            progress.update(task, completed=done)
            return True

        yield told
