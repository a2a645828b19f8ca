"""`okbye analyze`: measures recordings, one line for each as soon as it is known."""

from __future__ import annotations

from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.command.export import Exporter
from app.times_folder import Format

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.command.progress import Bar
    from app.command.workers import Measure
    from app.measure import Outcome, Unusable
    from audio.voice.voice import Voice
    from coach.bands import Bands


def analyze(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Recordings, and folders of them.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    bands: Annotated[Path | None, typer.Option(metavar="FILE", help="The timing profile to judge by.")] = None,
    voice: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The voice in them, as the set-up kept it.")
    ] = None,
    workers: Annotated[int, typer.Option(min=0, metavar="N", help="Processes; 0 is one for each core.")] = 1,
    export: Annotated[Format | None, typer.Option(help="Also write the measured times in this format.")] = None,
    to: Annotated[Path | None, typer.Option(metavar="DIR", help="The folder that --export writes to.")] = None,
) -> None:
    """Measure recordings: pause, silence and verdict of each."""
    if (export is None) != (to is None):
        raise typer.BadParameter("--export and --to go together.")
    # Loaded here, so that the other commands and --help need not wait for it.
    from app.command.progress import Bar  # noqa: PLC0415
    from app.command.show import Lines, Table  # noqa: PLC0415
    from app.importing.walking import recordings  # noqa: PLC0415
    from app.measure import Measurement, Unusable, outcome  # noqa: PLC0415
    from coach.profile import load  # noqa: PLC0415

    profile = load(bands)
    measure = partial(outcome, voice=_voice(voice))
    jobs = list(recordings(paths))
    files = [job for job in jobs if isinstance(job, Path)]
    show = Lines() if as_json else Table(files)
    found: list[Outcome] = []
    with Bar(files) as bar, Exporter(export, to) if export and to else nullcontext() as exporter:
        try:
            for one in _outcomes(jobs, files, profile, workers, bar, measure):
                found.append(one)
                if exporter and isinstance(one, Measurement):
                    exporter.take(one)
                with bar.aside():
                    show.outcome(one)
        except KeyboardInterrupt:
            bar.stop()
            typer.echo(f"Stopped: {len(found)} of {len(jobs)} are done.", err=True)
            raise typer.Exit(130) from None
    show.end(found)
    if any(isinstance(one, Unusable) for one in found):
        raise typer.Exit(1)


def _voice(path: Path | None) -> Voice | None:
    if path is None:
        return None
    from audio.errors import MissingFile  # noqa: PLC0415
    from audio.voice.keeping import kept  # noqa: PLC0415

    if (voice := kept(path)) is None:
        raise MissingFile(f"{path.name} was not found: there is no voice at {path}. Nothing was measured.")
    return voice


def _outcomes(
    jobs: Sequence[Path | Unusable], files: Sequence[Path], bands: Bands, workers: int, bar: Bar, measure: Measure
) -> Iterator[Outcome]:
    """In the order of `jobs`."""
    from app.command.workers import cores, measured  # noqa: PLC0415

    measurements = measured(files, bands, workers or cores(), bar.watch, measure)
    for job in jobs:
        yield next(measurements) if isinstance(job, Path) else job
