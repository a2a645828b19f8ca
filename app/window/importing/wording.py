"""What an import found and did, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.importing.found import Heard, nothing_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.importing.found import Seen
    from app.importing.taking_in import TakenIn
    from app.parcels import Imported

LEFT_OUT: Final = "Left out"
CONFLICTS: Final = "Otherwise here than in the file"
STOPPED: Final = "Stopped. What was found by then is above; nothing was added yet."
NOTHING_NEW: Final = "There is nothing new in these recordings. They are as they were."


def many(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def apart(seen: Iterable[Seen]) -> tuple[list[Heard], list[str]]:
    """The recordings with something in them, and a sentence for each of the others."""
    heard: list[Heard] = []
    others: list[str] = []
    for one in seen:
        if not isinstance(one, Heard):
            others.append(one.says)
        elif not one.found:
            others.append(nothing_in(one))
        else:
            heard.append(one)
            if one.note:
                others.append(one.note)
    return heard, others


def found_told(heard: Sequence[Heard]) -> str:
    """A practised take without a close is one all the same: it says so in its verdict."""
    takes = sum(len(one.found) for one in heard)
    known = sum(found.known for one in heard for found in one.found)
    already = f", {known:,} here already" if known else ""
    return f"{many(takes, 'take')} in {many(len(heard), 'recording')}{already}"


def taken_in_told(done: TakenIn, *, stopped: bool) -> str:
    known = f", {done.known:,} were here already" if done.known else ""
    said = f"{many(done.added, 'take')} added{known}. The recordings are as they were."
    return f"Stopped. {said}" if stopped else said


def imported_told(name: str, found: Imported, *, stopped: bool) -> str:
    known = f", {found.known:,} were here already" if found.known else ""
    words = f"; {many(found.said, 'new comment or word')} on them" if found.said == 1 else ""
    if found.said > 1:
        words = f"; {found.said:,} new comments and words on them"
    listed = f"; {many(found.prospects, 'prospect')} and {many(found.calls, 'call')} for the list"
    people = listed if found.prospects or found.calls else ""
    said = f"{name}: {many(found.added, 'take')} added{known}{words}{people}."
    return f"Stopped; import it again to go on. {said}" if stopped else said
