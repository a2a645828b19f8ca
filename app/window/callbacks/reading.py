"""What the page reads of the list, in any thread: a stretch of rows, and the figures around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.window.callbacks.list_view import Wish
from coach.calls.next_call import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date, datetime

    from app.window.callbacks.desk import CallDesk
    from coach.calls.call_list import Week
    from coach.calls.next_call import Planned

AT_A_TIME: Final = 100
_FOUND: Final = 50  # of a search


@dataclass(frozen=True, slots=True)
class Stretch:
    rows: Sequence[Planned]
    more: bool
    labels: Mapping[str, str]
    today: date


@dataclass(frozen=True, slots=True)
class Figures:
    people: int
    due: int
    overdue: int
    weeks: Sequence[Week]


def stretch(desk: CallDesk, wish: Wish, text: str, after: str | None = None) -> Stretch:
    now = desk.now()
    if text:
        found = [desk.calls.planned(one.id, now) for one in desk.calls.find(text, _FOUND)]
        return Stretch([one for one in found if one is not None], more=False, labels=desk.labels(), today=now.date())
    page_of = {Wish.WAITING: desk.calls.waiting, Wish.NEVER: desk.calls.never}.get(wish, desk.calls.due)
    rows = page_of(now, AT_A_TIME, after)
    more = len(rows) == AT_A_TIME
    if wish is Wish.OVERDUE:  # they come first of those who are due
        rows = [one for one in rows if one.next.status is Status.OVERDUE]
        more = len(rows) == AT_A_TIME
    return Stretch(rows, more, desk.labels(), now.date())


def figures(desk: CallDesk) -> Figures:
    now = desk.now()
    due, overdue = desk.calls.due_count(now)
    return Figures(desk.calls.count(), due, overdue, desk.calls.weeks(now))


def call_backs(desk: CallDesk, now: datetime) -> Iterator[Planned]:
    """Whoever was called before and is to be called again: who is new has no day."""
    for page_of in (desk.calls.due, desk.calls.waiting):
        after: str | None = None
        while page := page_of(now, AT_A_TIME, after):
            yield from (one for one in page if one.calls)
            after = page[-1].prospect.id
