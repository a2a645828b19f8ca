"""`okbye erase`: deletes all that Okbye has kept, once you have written that you mean it."""

from __future__ import annotations

from typing import Annotated

import typer


def erase(*, yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False) -> None:
    """Delete all takes with their sound, the call list with its calls, your voice, the settings and the log."""
    from app.erasing import WORD  # noqa: PLC0415
    from app.erasing import erase as erase_all  # noqa: PLC0415
    from app.folders import folders  # noqa: PLC0415

    place = folders()
    if not place.home.exists():
        typer.echo(f"Nothing is kept in {place.home}.")
        return
    if not yes:
        typer.echo(
            "This deletes every take with its sound, the call list with its calls, your voice, the settings and the "
            f"log in {place.home}. It cannot be undone. `okbye export FILE` keeps a copy of the takes and the list. "
            "Your own offers, drills and lines stay. "
            "Close Okbye first.",
            err=True,
        )
        if typer.prompt(f"Write {WORD} to delete all", default="", show_default=False, err=True).strip() != WORD:
            typer.echo("Nothing was deleted.", err=True)
            raise typer.Exit(1)
    typer.echo(f"{erase_all(place)} files were deleted.")
