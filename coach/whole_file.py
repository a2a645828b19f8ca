"""Replaces a file as a whole: a crash leaves the old one or the new one, never half of it."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO


def replace(path: Path, data: bytes) -> None:
    """Its folder is made where there is none; both are for their user alone. Raise `OSError`."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}")
    with _put_in_place(Path(name), path), os.fdopen(handle, "wb") as file:
        file.write(data)
        _flush(file)


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """What is written here is at `path` once the block has ended well, and nowhere else. Raise `OSError`.

    It is as open to others as the user's files are: it was made to be passed on.
    """
    part = path.with_name(f".{path.name}.part")
    with _put_in_place(part, path), part.open("wb") as file:
        yield file
        _flush(file)


@contextmanager
def _put_in_place(part: Path, path: Path) -> Iterator[None]:
    try:
        yield
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _flush(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())
