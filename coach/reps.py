"""Who the reps are: names and colours, what a name was before, and what goes where somebody is to be forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


@dataclass(frozen=True, slots=True)
class Rep:
    """`colour` is as the window wrote it, None where nobody chose one."""

    name: str
    colour: str | None
    takes: int


@dataclass(frozen=True, slots=True)
class OfOneName:
    """What went under a name, by its ids; `reviews` by the ids of their takes. `listed`: it was in the list of reps."""

    name: str
    listed: bool
    colour: str | None
    takes: tuple[str, ...]
    comments: tuple[str, ...]
    reviews: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Renaming:
    """What now goes under the name `into`, beside what went there before; with it the renaming can be undone."""

    into: str
    into_before: OfOneName
    was: tuple[OfOneName, ...]

    @property
    def takes(self) -> int:
        return sum(len(of.takes) for of in self.was)


class Reps(Protocol):
    """Each method may raise `StoreError`."""

    def all(self) -> Sequence[Rep]:
        """Everybody who has a take or was listed, in alphabetical order. Takes that were set aside do not count."""

    def list_with(self, name: str, colour: str | None) -> None:
        """Put somebody on the list, with a colour or without."""

    def rename(self, names: Collection[str], into: str) -> Renaming:
        """Give all that goes under these names to one: takes, what was said of them, comments and reviews by them.

        One name is renamed by it, two spellings are merged. All or nothing.
        """

    def undo(self, renaming: Renaming) -> int:
        """Give it back, but for what was deleted meanwhile; how many takes that is."""

    def forget(self, name: str) -> None:
        """Take them off the list. Their takes are let go of elsewhere: sound goes first."""
