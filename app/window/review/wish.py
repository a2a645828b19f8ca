"""Which takes the table shows, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from coach.review.rows import MOST_DOUBTFUL, Order
from coach.takes import Wanted, start_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from coach.verdict import Result

RECENT_DAYS: Final = 30


@dataclass(frozen=True, slots=True)
class Wish:
    """`text` is searched for in all that is known of a take, the drill's title too."""

    needs_a_look: bool = False
    rep: str | None = None
    verdict: Result | None = None
    recent: bool = False
    text: str = ""
    ids: frozenset[str] | None = None
    order: Order = MOST_DOUBTFUL

    @property
    def narrowed(self) -> bool:
        """Whether some takes are left out."""
        return self.needs_a_look or self.recent or bool(self.text or self.rep or self.verdict) or self.ids is not None

    def wanted(self, today: date, drills: Mapping[str, str]) -> Wanted:
        words = self.text.casefold().split()
        titled = {drill for drill, title in drills.items() if words and all(w in title.casefold() for w in words)}
        return Wanted(
            rep=self.rep,
            verdict=self.verdict,
            since=start_of(today - timedelta(days=RECENT_DAYS - 1)) if self.recent else None,
            needs_a_look=True if self.needs_a_look else None,
            text=self.text or None,
            ids=self.ids,
            or_drills=frozenset(titled),
        )
