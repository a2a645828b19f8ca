"""How fast the rep reads offers, from the takes in which one was read to its end."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Final

from coach.takes import Wanted

if TYPE_CHECKING:
    from coach.takes import Takes

_NEWEST: Final = 40
_ENOUGH: Final = 3


def own_pace(takes: Takes, rep: str | None = None) -> float | None:
    """Words a minute, the middle of the newest takes; None where too few tell. May raise `StoreError`."""
    read = (take.verdict.offer for take in takes.newest(Wanted(rep=rep, last=_NEWEST)))
    known = [offer.words_per_minute for offer in read if offer is not None and offer.words_per_minute is not None]
    return median(known) if len(known) >= _ENOUGH else None
