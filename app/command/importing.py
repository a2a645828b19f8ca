"""`okbye import`: files of takes as they are, and recordings made elsewhere, in which every close becomes a take."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.command.printable import visible
from audio.side import Side

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from app.folders import Folders
    from app.importing.found import Found, Heard, Seen
    from app.importing.origin import Naming
    from app.importing.pace import Going
    from coach.bands import Bands

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class _Wish:
    naming: Naming
    bands: Bands
    side: Side | None


def import_(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="What `okbye export` has written, recordings, and folders.")
    ],
    *,
    rep: Annotated[str | None, typer.Option(metavar="NAME", help="Whose recordings these are.")] = None,
    by_folder: Annotated[bool, typer.Option("--by-folder", help="A recording is its folder's: Ana/1.wav.")] = False,
    names: Annotated[str | None, typer.Option(metavar="PATTERN", help="What their names tell: “{rep}_{date}”.")] = None,
    side: Annotated[
        Side | None, typer.Option(help="The rep's side of stereo calls; else the one with the close.")
    ] = None,
    bands: Annotated[Path | None, typer.Option(metavar="FILE", help="The timing profile to judge by.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a recording.")] = False,
) -> None:
    """Add takes to yours: those of such files, and of recordings every close; nothing is written over."""
    from app.command.parcels import import_parcel  # noqa: PLC0415
    from app.folders import folders  # noqa: PLC0415
    from app.importing.origin import Naming  # noqa: PLC0415
    from app.importing.pattern import BadPattern, NamePattern  # noqa: PLC0415
    from coach import settings  # noqa: PLC0415
    from coach.profile import load  # noqa: PLC0415

    place = folders()
    try:
        pattern = NamePattern.compiled(names) if names else None
    except BadPattern as error:
        raise typer.BadParameter(str(error)) from error
    chosen, _ = settings.load(place.settings)
    profile = load(bands or chosen.bands)
    parcels = [path for path in paths if _is_parcel(path)]
    for path in parcels:
        import_parcel(path, place)
    if recordings := [path for path in paths if path not in parcels]:
        naming = Naming(rep or chosen.rep, by_folder, pattern)
        _take_in(recordings, place, _Wish(naming, profile, side), _line if as_json else _words)


def _is_parcel(path: Path) -> bool:
    from coach.parcel.form import SUFFIX  # noqa: PLC0415
    from coach.parcel.unpacking import is_parcel  # noqa: PLC0415

    return not path.is_dir() and (path.suffix.lower() == SUFFIX or is_parcel(path))


def _take_in(paths: Sequence[Path], place: Folders, wish: _Wish, show: Callable[[Seen], None]) -> None:
    """Each recording is done before the next is looked at: what Ctrl-C stops leaves whole takes."""
    from app.importing.found import Heard  # noqa: PLC0415
    from app.importing.looking import Looking, look_through  # noqa: PLC0415
    from app.importing.taking_in import Library, take_in  # noqa: PLC0415
    from app.measure import Unusable  # noqa: PLC0415
    from audio.sound_folder import SoundFolder  # noqa: PLC0415
    from coach.parcel.packing import always  # noqa: PLC0415
    from coach.store.opening import open_store  # noqa: PLC0415

    added, bad = 0, False
    with open_store(place.make().database) as store, _bar() as going:
        library = Library(store.takes, SoundFolder(place.sound), wish.bands.name)
        wanted = Looking(wish.bands, wish.naming, store.takes.known, wish.side)
        try:
            for seen in look_through(paths, wanted, going):
                if isinstance(seen, Heard):
                    done = take_in([seen], library, always)
                    added += done.added
                    for one in done.unusable:
                        show(one)
                    bad |= bool(done.unusable)
                bad |= isinstance(seen, Unusable)
                show(seen)
        except KeyboardInterrupt:
            typer.echo(f"Stopped: {added} takes were added and are whole.", err=True)
            raise typer.Exit(130) from None
    typer.echo(f"{added} take{'' if added == 1 else 's'} added", err=show is _line)
    if bad:
        raise typer.Exit(1)


def _words(seen: Seen) -> None:
    """A line for people; what was left out goes to stderr with its reason."""
    from app.importing.found import Heard, nothing_in  # noqa: PLC0415

    if not isinstance(seen, Heard):
        typer.echo(visible(seen.says), err=True)
    elif not seen.found:
        typer.echo(visible(nothing_in(seen)), err=True)
    else:
        closes = " · ".join(map(_told, seen.found))
        typer.echo(f"{visible(seen.path.name)}  {visible(seen.origin.rep)}  {closes}")
        if seen.note:
            typer.echo(visible(seen.note), err=True)


def _told(found: Found) -> str:
    at = found.ok_at
    when = "" if at is None else f"at {int(at // 60)}:{at % 60:04.1f} "
    return f"{when}{found.verdict.headline}{' (here already)' if found.known else ''}"


def _line(seen: Seen) -> None:
    from app.importing.found import Copy, Heard  # noqa: PLC0415
    from coach.report import error_as_json  # noqa: PLC0415

    if isinstance(seen, Heard):
        typer.echo(json.dumps(_heard(seen), allow_nan=False))
    elif isinstance(seen, Copy):
        typer.echo(json.dumps({"path": str(seen.path), "copy": seen.says}))
    else:
        typer.echo(json.dumps(error_as_json(path=str(seen.path), kind=seen.kind, says=seen.says)))


def _heard(heard: Heard) -> Json:
    return {
        "path": str(heard.path),
        "rep": heard.origin.rep,
        "started_at": heard.origin.started_at.isoformat(),
        "duration_s": round(heard.duration, 4),
        "side": heard.side.value,
        "takes": [
            {
                "id": heard.take_id(found),
                "start_s": round(found.stretch.start, 4),
                "end_s": round(found.stretch.end, 4),
                "ok_s": None if found.ok_at is None else round(found.ok_at, 4),
                "verdict": found.verdict.result.value,
                "headline": found.verdict.headline,
                "known": found.known,
            }
            for found in heard.found
        ],
        "note": heard.note,
    }


@contextmanager
def _bar() -> Iterator[Going]:
    """Show on a terminal how far it is."""
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress  # noqa: PLC0415

    console = Console(stderr=True, markup=False)
    with Progress(
        console=console, transient=True, disable=not sys.stderr.isatty(), redirect_stdout=False, redirect_stderr=False
    ) as progress:
        task = progress.add_task("", total=1.0)

        def going(path: Path, share: float) -> bool:
            progress.update(task, completed=share, description=visible(path.name))
            return True

        yield going
