"""`okbye restore`: puts the last good backup in the place of a damaged store; the damaged file is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pathlib import Path

    from coach.store.backups import Backup


def restore(
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    anyway: Annotated[bool, typer.Option("--anyway", help="Also where the store seems whole.")] = False,
) -> None:
    """Go on with the last good backup of takes and calls where their file is damaged."""
    from app.folders import folders  # noqa: PLC0415
    from app.lock import WINDOW, lock  # noqa: PLC0415
    from coach.errors import CoachError  # noqa: PLC0415
    from coach.store.backups import newest_good, put_back  # noqa: PLC0415

    place = folders()
    if not anyway and _is_whole(place.database):
        typer.echo("The store of takes is whole. Nothing was changed.")
        return
    with lock(place.home, WINDOW) as alone:
        if not alone:
            raise CoachError("Okbye is open and uses the store of takes. Nothing was changed. Close it and try again.")
        backup = newest_good(place.database)
        if not yes and not typer.confirm(_question(backup), err=True):
            typer.echo("Nothing was changed.", err=True)
            raise typer.Exit(1)
        kept = put_back(place.database, backup)
    typer.echo(f"The backup of {backup.day} is in use now." if backup else "You have an empty store now.")
    if kept is not None:
        typer.echo(f"The file that was in use is kept as {kept}.")


def _is_whole(database: Path) -> bool:
    """One that is not there is not: a backup may bring it back. Raise `StoreError` where that cannot be known."""
    from coach.errors import DamagedStore  # noqa: PLC0415
    from coach.store.backups import newest_good  # noqa: PLC0415
    from coach.store.soundness import check  # noqa: PLC0415

    try:
        check(database)
    except DamagedStore as error:
        typer.echo(str(error), err=True)
        return False
    return database.exists() or newest_good(database) is None


def _question(backup: Backup | None) -> str:
    if backup is None:
        return "There is no good backup. Start with an empty store, and keep the file that is in use now?"
    return f"Use the backup of {backup.day}, and keep the file that is in use now?"
