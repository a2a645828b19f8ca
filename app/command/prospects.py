"""`okbye prospects`: people on the call list, in from a spreadsheet and out to one."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.command.opened_list import NOBODY, call_list

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coach.calls.sheet.importing import Imported, Problem

prospects = typer.Typer(name="prospects", help="The call list: in from a spreadsheet, and out to one.")


@prospects.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A list as CSV, with or without headings.")],
    *,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object a line for each bad row, and one at the end.")
    ] = False,
    region: Annotated[
        str | None, typer.Option(metavar="XX", help="The country of numbers without one, such as GB.")
    ] = None,
) -> None:
    """Bring a list in: who is on yours already stays one person, and never-call-again stays."""
    from app.folders import folders  # noqa: PLC0415
    from coach import settings  # noqa: PLC0415
    from coach.calls.sheet.importing import import_list, look_at  # noqa: PLC0415

    chosen, _ = settings.load(folders().settings)
    country = (region or chosen.region).upper()
    form = look_at(file, chosen.list_columns, country, lambda: True)
    tell = _as_line if as_json else _as_sentence
    with call_list(made=True) as people, _bar("Rows") as share:
        assert people is not None  # noqa: S101 - it is made
        done, stopped = _until_stopped(lambda told: import_list(file, form, country, people, told, tell), share)
    typer.echo(json.dumps(_ended(done)) if as_json else _sentence(done, stopped=stopped))
    if stopped or done.bad:
        raise typer.Exit(130 if stopped else 1)


@prospects.command("export")
def export(file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to; list.csv, for example.")]) -> None:
    """Write the list as CSV that is safe to open in a spreadsheet, and can be imported again."""
    from coach.calls.sheet.exporting import export_list  # noqa: PLC0415
    from coach.errors import ListError  # noqa: PLC0415

    if file.exists():
        raise ListError(f"There is a file {file} already, and it stays as it is. Name another one.")
    with call_list() as people:
        if people is None or not (people.count() or people.never_called()):
            raise ListError(NOBODY)
        everybody = people.count()
        with _bar("People") as share:
            done = export_list(file, people, lambda count: share(count / max(1, everybody)))
    typer.echo(f"{done or 0} in {file}")


def _until_stopped(
    run: Callable[[Callable[[Imported], bool]], Imported], share: Callable[[float], bool]
) -> tuple[Imported, bool]:
    """Ctrl-C ends it between two writes of the store, or takes back the one that runs."""
    from coach.calls.sheet.importing import Imported  # noqa: PLC0415

    reached = Imported()

    def told(done: Imported) -> bool:
        nonlocal reached
        reached = done
        return share(done.share)

    try:
        return run(told), False
    except KeyboardInterrupt:
        return reached, True


def _as_line(problem: Problem) -> None:
    error = {"kind": "row", "says": f"Line {problem.line} {problem.says}."}
    typer.echo(json.dumps({"line": problem.line, "imported": problem.used, "error": error}))


def _as_sentence(problem: Problem) -> None:
    from app.command.printable import visible  # noqa: PLC0415

    end = "imported without it" if problem.used else "not imported"
    says = f"Line {problem.line}: {problem.says}" if problem.used else f"Line {problem.line} {problem.says}"
    typer.echo(visible(f"{says}; {end}."), err=True)


def _ended(done: Imported) -> dict[str, object]:
    return {
        "rows": done.rows,
        "added": done.added,
        "changed": done.changed,
        "known": done.known,
        "bad": done.bad,
        "complete": done.share == 1.0,
    }


def _sentence(done: Imported, *, stopped: bool) -> str:
    said = f"{done.added} added, {done.changed} brought up to date, {done.known} as they were, {done.bad} not imported."
    return f"Stopped. {said} Import the file again to go on." if stopped else said


@contextmanager
def _bar(what: str) -> Iterator[Callable[[float], bool]]:
    """Show on a terminal how far it is."""
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task(what, total=1.0)

        def share(done: float) -> bool:
            progress.update(task, completed=done)
            return True

        yield share
