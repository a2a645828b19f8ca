"""One import from the first look to the last take: in any thread, and stopped from any other."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from app.importing.looking import look_through
from app.importing.taking_in import take_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from app.importing.found import Heard, Seen
    from app.importing.looking import Looking
    from app.importing.taking_in import Library, TakenIn

    Told = Callable[[str, float], None]  # what is at hand, and the share that is done, 0 to 1


class ImportRun:
    """`look`, let somebody pick, `take`; `told` is told how far it is, in the thread that does it."""

    def __init__(self, looking: Looking, library: Library, told: Told) -> None:
        self._looking = looking
        self._library = library
        self._told = told
        self._stopped = Event()

    @property
    def stopped(self) -> bool:
        return self._stopped.is_set()

    def stop(self) -> None:
        """It ends soon. What was seen is still told, and what was taken in stays."""
        self._stopped.set()

    def look(self, paths: Iterable[Path]) -> tuple[Seen, ...]:
        """All that is in those files and folders; nothing is kept yet."""
        return tuple(look_through(paths, self._looking, self._looking_at))

    def take(self, picked: Iterable[Heard]) -> TakenIn:
        """Keep what is `found` in them. Raise `ImportStopped` or `StoreError`."""
        wanted = [heard for heard in picked if heard.found]
        count = sum(len(heard.found) for heard in wanted)

        def done(takes: int) -> bool:
            self._told(f"{takes} of {count}", takes / count)
            return not self.stopped

        return take_in([] if self.stopped else wanted, self._library, done)

    def _looking_at(self, path: Path, share: float) -> bool:
        self._told(path.name, share)
        return not self.stopped
