"""What the Offers page works with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coach.offers.drafts import Drafts
    from coach.offers.keeping import Keeping
    from coach.offers.offer import Offer
    from coach.offers.shelf import Shelf


def _none_given() -> Mapping[str, int]:
    return {}


def _unknown() -> float | None:
    return None


@dataclass(frozen=True, slots=True)
class OfferDesk:
    """`given` tells how often each offer was given, `pace` how fast the rep reads, in words a minute.

    `columns` are those of the imported list, which an offer may name as fields. `rehearse` is told the offer to
    rehearse with, `rehearsed` says which that is now. Whatever raises a CoachError has its sentence shown.
    """

    shelf: Shelf
    keeping: Keeping
    drafts: Drafts
    given: Callable[[], Mapping[str, int]] = _none_given
    pace: Callable[[], float | None] = _unknown
    columns: Callable[[], tuple[str, ...]] = tuple
    rehearse: Callable[[Offer], None] | None = None
    rehearsed: Callable[[], Offer] | None = None
