"""A progress bar on the terminal's error stream, and nothing at all where there is no terminal."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from app.command.printable import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


class Bar:
    """Counts bytes of recordings: their lengths are not known before they are opened, and bytes are near enough."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._names = [visible(path.name) for path in paths]
        self._sizes = [_size(path) for path in paths]
        self._shares = [0.0] * len(paths)
        self._done = 0.0
        columns = TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn()
        # Nothing of stdout is redirected: results may go into a file while the bar is on the terminal.
        self._bar = Progress(
            *columns,
            console=Console(stderr=True, markup=False),
            transient=True,
            disable=not sys.stderr.isatty(),
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task = self._bar.add_task("", total=sum(self._sizes) or None)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        self._bar.stop()

    def watch(self, number: int, share: float) -> None:
        self._done += (share - self._shares[number]) * self._sizes[number]
        self._shares[number] = share
        if 0 < share < 1:
            self._bar.update(self._task, completed=self._done, description=self._names[number])

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Take the bar away while a line is written where it stands."""
        self._bar.stop()
        try:
            yield
        finally:
            self._bar.start()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0
