"""Gives reps another name, or one name to two spellings, with its way back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.window.team.wording import many

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.window.team.desk import TeamDesk
    from coach.reps import Renaming, Rep


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, as a sentence; `undo` says what could not be undone, or nothing."""

    says: str
    name: str
    undo: Callable[[], str]


def rename(desk: TeamDesk, reps: Sequence[Rep], into: str) -> Done:
    """Who uses this computer goes along: their next takes are theirs. Raise `CoachError`."""
    me = desk.me()
    mine = any(rep.name == me for rep in reps)
    renaming = desk.reps.rename([rep.name for rep in reps], into)
    if mine:
        desk.call_me(into)

    def undo() -> str:
        back = desk.reps.undo(renaming)
        if mine:
            desk.call_me(me)
        return "" if back == renaming.takes else "Not all could be given back: some takes were deleted meanwhile."

    return Done(_says(renaming, mine=mine), into, undo)


def _says(renaming: Renaming, *, mine: bool) -> str:
    names = " and ".join(f"“{of.name}”" for of in renaming.was)
    merged = " as well" if renaming.into_before.takes else ""
    also = " That is you: new takes go under it from the next start." if mine else ""
    are = "is" if renaming.takes == 1 else "are"
    return f"{many(renaming.takes, 'take')} of {names} {are} {renaming.into}’s now{merged}.{also}"
