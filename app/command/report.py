"""`okbye report`: takes with their numbers, pictures and sound in one page, or on paper."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.reporting.hearing import Hearing
from coach.verdict import Result

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

    from app.folders import Folders
    from app.reporting.report import Report
    from coach.takes import Wanted

_DAY = ["%Y-%m-%d"]


def report(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to: a name that ends in .html or .pdf.")],
    *,
    rep: Annotated[str | None, typer.Option(metavar="R", help="Only the takes of this rep.")] = None,
    verdict: Annotated[Result | None, typer.Option(help="Only the takes with this verdict.")] = None,
    since: Annotated[
        datetime | None, typer.Option(metavar="DATE", formats=_DAY, help="Only the takes of that day and later.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(metavar="DATE", formats=_DAY, help="Only the takes of that day and earlier.")
    ] = None,
    take: Annotated[list[str] | None, typer.Option(metavar="ID", help="Only this take; may be given often.")] = None,
    sound: Annotated[Hearing, typer.Option(help="What of the sound goes into a page.")] = Hearing.SMALL,
) -> None:
    """Write a report of takes: a page that opens anywhere, with pictures and sound in it, or a PDF."""
    from app.folders import folders  # noqa: PLC0415
    from app.reporting.making import PDF, must_be_report, write_report  # noqa: PLC0415
    from app.reporting.writing import ReportError  # noqa: PLC0415
    from coach.takes import Wanted, start_of  # noqa: PLC0415

    try:
        must_be_report(file)
    except ReportError as error:
        raise typer.BadParameter(str(error)) from error
    if file.exists():
        raise ReportError(f"There is a file {file} already, and it stays as it is. Name another one.")
    wanted = Wanted(
        rep,
        verdict,
        start_of(since.date()) if since else None,
        ids=frozenset(take) if take else None,
        until=start_of(until.date() + timedelta(days=1)) if until else None,
    )
    printed = file.suffix.lower() == PDF
    made = _report(folders(), wanted, Hearing.NONE if printed else sound)
    if printed:
        _ink = _without_a_screen()
    write_report(file, made)
    takes = sum(len(section.takes) for section in made.sections)
    typer.echo(f"{takes} take{'' if takes == 1 else 's'} in {file}, {_size(file)}")


def _report(place: Folders, wanted: Wanted, hearing: Hearing) -> Report:
    """Read all that it needs but the sound, which is read when its turn comes."""
    from app.reporting.report import report as made  # noqa: PLC0415
    from app.reporting.sounds import Sounds  # noqa: PLC0415
    from app.reporting.writing import ReportError  # noqa: PLC0415
    from audio.sound_folder import SoundFolder  # noqa: PLC0415
    from coach.bands import Bands  # noqa: PLC0415
    from coach.drills.repertoire import load  # noqa: PLC0415
    from coach.review.gathering import gathered  # noqa: PLC0415
    from coach.store.opening import open_store  # noqa: PLC0415

    if not place.database.exists():  # looking must not make one
        raise ReportError("There are no takes yet, so there is nothing to report.")
    with open_store(place.database) as store:
        takes = list(gathered(store.takes.newest(wanted), store.reviews, store.comments, Bands()))
    if not takes:
        raise ReportError("No take is like that, so there is nothing to report. `okbye takes` lists them all.")
    titles = {drill.id: drill.title for drill in load(place.scripts).drills}
    return made(takes, Sounds(SoundFolder(place.sound), hearing), titles, datetime.now(UTC))


def _without_a_screen() -> QCoreApplication:
    """Qt prints anywhere, once it has been told that it need not show anything."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    return QApplication.instance() or QApplication([])


def _size(file: Path) -> str:
    return f"{file.stat().st_size / 1e6:.1f} MB"
