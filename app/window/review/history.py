"""What was done to takes, so that it can be undone: the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST: Final = 200


@dataclass(frozen=True, slots=True)
class Step:
    """`undo` is done in a thread of its own, and may raise a `CoachError`."""

    take: str
    sentence: str
    undo: Callable[[], object]


class History:
    def __init__(self) -> None:
        self._steps: list[Step] = []

    @property
    def newest(self) -> Step | None:
        return self._steps[-1] if self._steps else None

    def add(self, step: Step) -> None:
        self._steps = [*self._steps[1 - _MOST :], step]

    def drop(self, step: Step) -> None:
        """It is no longer there to be undone."""
        self._steps = [one for one in self._steps if one is not step]
