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
    """Its folder is made where there is none, open to its user alone. Raise `OSError`."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with writing(path) as file:
        file.write(data)


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """What is written here is at `path` once the block has ended well, and nowhere else. Raise `OSError`."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
