"""Opens the store: one that another program has locked is waited for, one that is damaged is not touched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from coach.errors import LockedStore

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from threading import Event

    from coach.store.backups import Backup
    from coach.store.opening import Store

RETRY_S: Final = 3.0
TRIED_AGAIN: Final = "It is tried again until it can be opened; until then takes are kept as sound."


@dataclass(frozen=True, slots=True)
class Damage:
    """A store that is damaged, by its sentence, and the backup that may take its place, if there is one."""

    sentence: str
    store: Path
    backup: Backup | None


def open_when_free(
    database: Path, closing: Event, locked: Callable[[str], None], offers: Callable[[], Sequence[str]]
) -> Store | None:
    """Return None where `closing` came first; `locked` is told once what is waited for. Raise `StoreError`."""
    from coach.store.opening import open_store  # noqa: PLC0415 - this takes long
    from coach.store.soundness import check  # noqa: PLC0415

    said = False
    while not closing.is_set():
        try:
            check(database)
            return open_store(database, offers=offers)
        except LockedStore as error:
            if not said:
                locked(f"{error} {TRIED_AGAIN}")
            said = True
            closing.wait(RETRY_S)
    return None
