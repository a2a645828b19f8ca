"""All drills and lines there are, ours and the user's; what is broken is listed with its sentence, and the rest works."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from coach.drills.drill import Drill
    from coach.drills.line import Line
    from coach.drills.scene import Scene

    Playable = Callable[[Traversable], str | None]  # the sentence why a recording cannot be played, None if it can


@dataclass(frozen=True, slots=True)
class Broken:
    """A file, or one line of it, that is not used; `says` names it and why."""

    file: str
    says: str


@dataclass(frozen=True, slots=True)
class Repertoire:
    """`drills` in their order, each of which can be played; `lines` by group."""

    drills: tuple[Drill, ...]
    lines: dict[str, tuple[Line, ...]]
    broken: tuple[Broken, ...]

    def drill(self, drill_id: str) -> Drill | None:
        return next((drill for drill in self.drills if drill.id == drill_id), None)


def load(own: Path | None = None, playable: Playable | None = None) -> Repertoire:
    """Ours, and those of the user's folder `own` (with drills/ and lines/ in it). Never raises."""
    raise NotImplementedError


def draw(drill: Drill, repertoire: Repertoire, seed: int) -> Scene:
    """The prospect of one take; the same for the same seed. The drill is not a mixed one."""
    raise NotImplementedError
