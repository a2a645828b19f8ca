"""What the rest of the program may ask of the stored takes, wherever they are stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.take import Take
    from coach.verdict import Result


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which takes: every field that is not None must match; `since` is included."""

    rep: str | None = None
    verdict: Result | None = None
    since: datetime | None = None


EVERY = Wanted()


class Takes(Protocol):
    """Each method may raise `StoreError`."""

    def add(self, take: Take) -> None:
        """Keep it; a take of the same id is replaced."""

    def get(self, take_id: str) -> Take | None: ...

    def newest(self, wanted: Wanted = EVERY) -> Iterator[Take]:
        """Yield them, the newest first, reading on as the caller does."""

    def count(self, wanted: Wanted = EVERY) -> int: ...

    def sounds(self) -> frozenset[str]:
        """Return the key of every sound that a take speaks of."""

    def delete(self, take_id: str) -> bool:
        """Forget it; False if there was none."""


def start_of(day: date) -> datetime:
    """Return the first moment of the user's own day."""
    return datetime.combine(day, time.min).astimezone()
