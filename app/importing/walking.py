"""The recordings that paths stand for: files as they are, folders walked."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from app.measure import Unusable
from audio.files import SUFFIXES, named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def recordings(paths: Iterable[Path]) -> Iterator[Path | Unusable]:
    """Every recording in `paths`, in their order, and what could not be looked into.

    A file that was named is taken whatever its suffix; in folders only sound suffixes count, hidden names never.
    """
    for path in paths:
        if not _is_folder(path):
            yield path
        elif found := list(_walk(path, set())):
            yield from found
        else:
            yield Unusable(path, "empty", f"{named(path)} is a folder with no sound files in it.")


def _walk(folder: Path, entered: set[tuple[int, int]]) -> Iterator[Path | Unusable]:
    """In order of name. Links are followed, but no folder is entered twice: a link may lead back up."""
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in entered:
            return
        entered.add((status.st_dev, status.st_ino))
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names are wanted, not paths
    except OSError as error:
        yield Unusable(folder, "unreadable", f"{named(folder)} is a folder that could not be opened: {error.strerror}.")
        return
    for name in names:
        path = folder / name
        if name.startswith("."):
            continue
        if _is_folder(path):
            yield from _walk(path, entered)
        elif path.suffix.lower() in SUFFIXES:
            yield path


def _is_folder(path: Path) -> bool:
    """What cannot even be looked at is left to whoever opens it."""
    try:
        return path.is_dir()
    except OSError:
        return False
