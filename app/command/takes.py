"""`okbye takes`: the stored practice takes, the newest first."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.times_folder import Format
from coach.verdict import Result

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audio.sound_folder import SoundFolder
    from coach.store.opening import Store
    from coach.take import Take
    from coach.takes import Wanted

Json = dict[str, object]


def takes(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    rep: Annotated[str | None, typer.Option(metavar="R", help="Only the takes of this rep.")] = None,
    verdict: Annotated[Result | None, typer.Option(help="Only the takes with this verdict.")] = None,
    since: Annotated[
        datetime | None,
        typer.Option(metavar="DATE", formats=["%Y-%m-%d"], help="Only the takes of that day and later."),
    ] = None,
    missing: Annotated[bool, typer.Option("--missing", help="Only those whose sound is gone or was changed.")] = False,
    export: Annotated[Format | None, typer.Option(help="Write their times in this format instead.")] = None,
    to: Annotated[Path | None, typer.Option(metavar="DIR", help="The folder that --export writes to.")] = None,
) -> None:
    """List the stored takes, the newest first."""
    if (export is None) != (to is None):
        raise typer.BadParameter("--export and --to go together.")
    # Loaded here, so that the other commands and --help need not wait for it.
    from app.folders import folders  # noqa: PLC0415
    from app.sound_state import not_as_measured  # noqa: PLC0415
    from audio.sound_folder import SoundFolder  # noqa: PLC0415
    from coach.store.opening import open_store  # noqa: PLC0415
    from coach.takes import Wanted, start_of  # noqa: PLC0415

    place = folders()
    wanted = Wanted(rep, verdict, start_of(since.date()) if since else None)
    show = _as_lines if as_json else _as_table
    if not place.database.exists():  # looking must not make one
        show((), wanted, SoundFolder(place.sound))
        return
    sounds = SoundFolder(place.sound)
    with open_store(place.database) as store:
        found = store.takes.newest(wanted)
        if missing:
            found = (take for take, _ in not_as_measured(found, sounds))
        if export and to:
            _write(store, found, export, to)
        else:
            show(found, wanted, sounds)


def _write(store: Store, takes: Iterable[Take], kind: Format, folder: Path) -> None:
    from app.take_times import write_times  # noqa: PLC0415
    from coach.bands import Bands  # noqa: PLC0415
    from coach.parcel.packing import always  # noqa: PLC0415
    from coach.review.gathering import gathered  # noqa: PLC0415

    done = write_times(folder, kind, gathered(takes, store.reviews, store.comments, Bands()), always)
    typer.echo(f"{done} take{'' if done == 1 else 's'} in {folder}")


def _as_lines(found: Iterable[Take], _: Wanted, sounds: SoundFolder) -> None:
    for take in found:
        typer.echo(json.dumps(line(take, sounds), allow_nan=False))


def line(take: Take, sounds: SoundFolder) -> Json:
    """Return the line of `okbye analyze` for the take's sound, and what the store knows beside it."""
    from audio.errors import AudioError  # noqa: PLC0415
    from audio.head import read_head  # noqa: PLC0415
    from coach.report import as_json  # noqa: PLC0415

    path = rate_hz = None
    with suppress(ValueError, AudioError):  # the numbers outlive the sound
        if take.sound:
            rate_hz = read_head(sounds.path(take.sound)).rate_hz
            path = sounds.path(take.sound)
    return {
        **as_json(take.verdict, path=str(path or ""), sample_rate_hz=rate_hz),
        "path": path and str(path),
        "id": take.id,
        "started_at": take.started_at.isoformat(),
        "rep": take.rep,
        "drill": take.drill,
        "offer": take.offer,
        "bands": take.bands_name,
        "recovered": take.recovered,
        "sound": take.sound,
        "fault": take.fault,
        "note": take.note,
    }


def _as_table(found: Iterable[Take], wanted: Wanted, _: SoundFolder) -> None:
    from rich import box  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from app.command.printable import visible  # noqa: PLC0415
    from app.command.show import MARKS  # noqa: PLC0415
    from coach.takes import EVERY  # noqa: PLC0415

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("When", "Rep", "Drill", "Verdict"):
        table.add_column(heading)
    for heading in ("Pause", "Silence"):
        table.add_column(heading, justify="right")
    for take in found:
        close = take.verdict.close
        table.add_row(
            f"{take.started_at.astimezone():%Y-%m-%d %H:%M}",
            Text(visible(take.rep)),
            Text(visible(take.drill or "")),
            Text(*MARKS[take.verdict.result]),
            f"{close.pause:.2f} s" if close else "",
            f"{close.silence:.1f} s" if close else "",
        )
    if table.row_count:
        Console(file=sys.stdout).print(table)
    elif wanted == EVERY:
        typer.echo("No takes yet. Start the app, press Space, and say your first close.")
    else:
        typer.echo("No take is like that. `okbye takes` alone lists them all.")
