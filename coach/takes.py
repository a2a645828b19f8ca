"""What the rest of the program may ask of the stored takes, wherever they are stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from coach.take import Take
    from coach.verdict import Result


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which takes: every field that is not None must match; `since` is included, `until` is not.

    `day` is the user's own day on which the take was spoken. `drill` is "" for takes outside of a drill. All words of
    `text` must be found in who spoke, the drill, the file's name, the note or a comment; takes of `or_drills` are found
    as well. `reviewed` is whether a trainer has a word on it, `needs_a_look` whether the machine doubts and nobody has.
    `last` leaves the newest so many of all that match.
    """

    rep: str | None = None
    verdict: Result | None = None
    since: datetime | None = None
    day: date | None = None
    ids: frozenset[str] | None = None
    last: int | None = None
    reps: frozenset[str] | None = None
    drill: str | None = None
    until: datetime | None = None
    needs_a_look: bool | None = None
    reviewed: bool | None = None
    text: str | None = None
    or_drills: frozenset[str] = frozenset()


EVERY = Wanted()


class Takes(Protocol):
    """Each method may raise `StoreError`.

    A take that was set aside is in no list and in no count until it is brought back; `get` and `sounds` know of it,
    so that nobody takes it, or its sound, for one that is not there.
    """

    def add(self, take: Take) -> None:
        """Keep it; a take of the same id is replaced, and keeps what was said of it."""

    def add_new(self, take: Take) -> bool:
        """Keep it unless there is a take of the same id, even one set aside: that one stays as it is, and False."""

    def get(self, take_id: str) -> Take | None: ...

    def newest(self, wanted: Wanted = EVERY) -> Iterator[Take]:
        """Yield them, the newest first, reading on as the caller does."""

    def count(self, wanted: Wanted = EVERY) -> int: ...

    def reps(self) -> list[str]:
        """Name everybody who has a take, in alphabetical order."""

    def drills(self) -> list[str]:
        """Name every drill that a take was spoken in, in alphabetical order."""

    def known(self, contents: Collection[str]) -> Mapping[str, str]:
        """Return the id of a take for each of these contents that there is one of, even one set aside."""

    def sounds(self) -> frozenset[str]:
        """Return the key of every sound that a take, or a comment, speaks of."""

    def sounds_before(self, moment: datetime) -> Iterable[tuple[str, str]]:
        """Return id and key of every take that began earlier and still speaks of a sound."""

    def forget_sounds(self, ids: Sequence[str]) -> None:
        """Keep their numbers only."""

    def delete(self, take_id: str) -> bool:
        """Forget it; False if there was none."""

    def delete_these(self, ids: Sequence[str]) -> None:
        """Forget them with all that was said of them, all or none."""

    def set_aside(self, wanted: Wanted, at: datetime) -> int:
        """Take them out of every list, under that moment; how many they were."""

    def bring_back(self, at: datetime) -> int:
        """Undo what was set aside under that moment; how many came back."""

    def aside(self) -> Iterable[tuple[str, str | None]]:
        """Return id and key of the sound of all that was set aside and not brought back.

        Sound that was spoken as a comment on one of them is there too, under the take's id.
        """


def start_of(day: date) -> datetime:
    """Return the first moment of the user's own day."""
    return datetime.combine(day, time.min).astimezone()


def day_of(moment: datetime) -> date:
    """Return the user's own day in which it lies."""
    return moment.astimezone().date()
