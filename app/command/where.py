"""`okbye where`: the folder that holds everything, and what is in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from app.folders import Folders


def where(
    *, as_json: Annotated[bool, typer.Option("--json", help="Its parts and their sizes, as JSON.")] = False
) -> None:
    """Say where takes, settings and the log are kept."""
    from app.folders import folders  # noqa: PLC0415

    place = folders()
    typer.echo(json.dumps(_described(place), ensure_ascii=False) if as_json else place.home)


def _described(place: Folders) -> dict[str, object]:
    parts = {
        "database": (place.database, _with_suffixes(place.database)),
        "backups": (place.backups, place.backups.rglob("*")),
        "sound": (place.sound, place.sound.rglob("*")),
        "settings": (place.settings, _with_suffixes(place.settings)),
        "voice": (place.voice, _with_suffixes(place.voice)),
        "log": (place.log, _with_suffixes(place.log)),
    }
    described = {
        name: {"path": str(path), "exists": path.exists(), "bytes": _size(files)}
        for name, (path, files) in parts.items()
    }
    return {
        "home": str(place.home),
        "exists": place.home.exists(),
        "bytes": _size(place.home.rglob("*")),
        "parts": described,
    }


def _with_suffixes(path: Path) -> Iterable[Path]:
    """List a file and what belongs to it: `okbye.db-wal`, `okbye.log.1` and so on."""
    return path.parent.glob(f"{path.name}*")


def _size(paths: Iterable[Path]) -> int:
    """Add up the files; one that goes away meanwhile takes no room."""
    total = 0
    for path in paths:
        try:
            total += path.stat().st_size if path.is_file() else 0
        except OSError:
            continue
    return total
