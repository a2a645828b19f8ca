"""What the counter strip shows, asked of the call list in one go."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from coach.live.breaks import break_word
from coach.live.showing import Tally

if TYPE_CHECKING:
    from coach.calls.call_list import CallList

HOUR: Final = timedelta(hours=1)
_MOST: Final = 2_000  # calls in a day: more than anybody makes


def tally(calls: CallList, now: datetime) -> Tally:
    """The last sixty minutes and the user's own day, up to `now`."""
    here = now.astimezone()
    midnight = datetime.combine(here.date(), time()).astimezone()
    due, overdue = calls.due_count(now)
    today = calls.calls(since=midnight, limit=_MOST)
    return Tally(
        hour=calls.counts(now - HOUR),
        day=calls.counts(midnight),
        due=due,
        overdue=overdue,
        word=break_word((call.started_at for call in today), now),
    )
