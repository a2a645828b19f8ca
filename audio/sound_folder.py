"""The folder of kept sound: a take names its sound by key, and only this class knows the path behind it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

SUFFIX = ".flac"
PART = ".part.flac"


def part_of(path: Path) -> Path:
    """Name the file that is written while `path` is being recorded."""
    return path.with_name(path.name.removesuffix(SUFFIX) + PART)


def whole_of(part: Path) -> Path:
    """Name the file that `part` becomes once it is whole."""
    return part.with_name(part.name.removesuffix(PART) + SUFFIX)


def outline_beside(sound: Path) -> Path:
    """Name the file in which the outline of a long recording is kept; it goes when the sound goes."""
    return sound.with_name(f"{sound.name}.outline")


@dataclass(frozen=True, slots=True)
class SoundFolder:
    """Keys look like `2026/11/1f0c….flac`: always forward slashes, always below `root`."""

    root: Path

    def path(self, key: str) -> Path:
        """Raise ValueError for a key that would lead out of the folder."""
        parts = key.split("/")
        if not all(_is_plain(part) for part in parts):
            raise ValueError(f"{key!r} is no key of a sound")
        return self.root.joinpath(*parts)

    def key(self, path: Path) -> str:
        """Name the sound at `path`; raise ValueError if it lies elsewhere."""
        return path.relative_to(self.root).as_posix()

    def new_key(self, take: str, started_at: datetime) -> str:
        return f"{started_at:%Y/%m}/{take}{SUFFIX}"

    def finished(self) -> Iterator[str]:
        """Yield the key of every whole sound."""
        for path in self.root.rglob(f"*{SUFFIX}"):
            if not path.name.endswith(PART) and path.is_file():
                yield self.key(path)

    def unfinished(self) -> list[Path]:
        """List what is being recorded now, or was when a program died; the oldest name first."""
        return sorted(path for path in self.root.rglob(f"*{PART}") if path.is_file())


def _is_plain(part: str) -> bool:
    """True for one ordinary file name on every system: no root, drive, parent, or separator in it."""
    return (
        part not in ("", ".", "..")
        and "\0" not in part
        and PurePosixPath(part).name == part
        and PureWindowsPath(part).name == part
    )
