"""What the Call-backs page works with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from coach.calls.call_list import CallList
    from coach.offers.offer import Offer


def _now() -> datetime:
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class CallDesk:
    """Everything in it may be asked in any thread.

    `offers` tells all there are, archived ones as well: a call of last year may name one. `region` is the country of
    numbers without one; `columns` is what each column of the last imported list was taken for, and `keep_columns` is
    told when that changes.
    """

    calls: CallList
    offers: Callable[[], Sequence[Offer]]
    region: Callable[[], str]
    columns: Callable[[], Mapping[str, str]]
    keep_columns: Callable[[dict[str, str]], None]
    now: Callable[[], datetime] = field(default=_now)

    def labels(self) -> dict[str, str]:
        return {offer.id: offer.label for offer in self.offers()}
