"""What the rest of the program may ask of the trainers' words and comments, wherever they are stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from coach.bands import Bands
from coach.review.agreement import JudgedByBoth

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import datetime

    from coach.review.review import Comment, Review

OURS = Bands()


class Reviews(JudgedByBoth, Protocol):
    """Each method may raise `StoreError`. A trainer has one word on a take; the newest of several trainers counts."""

    def put(self, review: Review, bands: Bands = OURS) -> bool:
        """Keep it in place of that trainer's last; False if there is no such take.

        A take that the machine found no close in, and the trainer did, is held to `bands`.
        """

    def get(self, take: str, by: str) -> Review | None: ...

    def of(self, take: str) -> Sequence[Review]:
        """All trainers' words on it, the newest first."""

    def remove(self, take: str, by: str) -> bool:
        """As if that trainer had not looked at it; False if they had not."""

    def trainers(self) -> Sequence[str]:
        """Name everybody who has a word on a take, in alphabetical order."""


class Comments(Protocol):
    """Each method may raise `StoreError`.

    A comment that was set aside is in no list and no count until it is brought back; its sound is still known.
    """

    def add(self, comment: Comment) -> bool:
        """Keep it; False if there is one of the same id already, which then stays as it is, or no such take."""

    def change(self, comment: Comment) -> bool:
        """Replace the one of the same id; False if there is none."""

    def of(self, take: str) -> Sequence[Comment]:
        """Those of a take, in order of their moments."""

    def set_aside(self, ids: Collection[str], at: datetime) -> int:
        """Take them out of every list, under that moment; how many they were."""

    def bring_back(self, at: datetime) -> int:
        """Undo what was set aside under that moment; how many came back."""

    def aside(self) -> Iterable[tuple[str, str | None]]:
        """Return id and key of the sound of all that were set aside and not brought back."""

    def delete_these(self, ids: Sequence[str]) -> None:
        """Forget them, all or none."""

    def by(self, name: str) -> Iterable[str]:
        """Return the ids of all that somebody made, wherever."""
