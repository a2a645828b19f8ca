"""The offers as the window works with them: where they are kept, how fast they are read, and which is rehearsed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.window.offers.desk import OfferDesk
from coach.offers.drafts import Drafts
from coach.offers.keeping import Keeping
from coach.offers.measures import KNOWN_FIELDS
from coach.offers.pace import own_pace

if TYPE_CHECKING:
    from app.archive import Archive
    from app.choices import Choices
    from coach.offers.offer import Offer
    from coach.offers.shelf import Shelf


class OwnPace:
    """The rep's own, once there is an archive to ask."""

    def __init__(self) -> None:
        self._archive: Archive | None = None

    def connect_to(self, archive: Archive) -> None:
        self._archive = archive

    def __call__(self) -> float | None:
        """May raise `StoreError`."""
        return None if self._archive is None else own_pace(self._archive.takes, self._archive.rep)


def rehearsed_offer(shelf: Shelf, choices: Choices) -> Offer:
    """The chosen one; where it is gone or archived, the first that may be given."""
    chosen = shelf.get(choices.now.offer)
    if chosen is not None and not chosen.archived:
        return chosen
    return next(iter([*shelf.offers(), *shelf.every()]))


def offer_desk(shelf: Shelf, choices: Choices, pace: OwnPace) -> OfferDesk:
    """`shelf` has a folder of the user's."""
    if shelf.folder is None:
        raise ValueError("offers are written into a folder")
    return OfferDesk(
        shelf,
        Keeping(shelf),
        Drafts(shelf.folder),
        pace=pace,
        columns=lambda: tuple(name for name in choices.now.list_columns.values() if _is_further(name)),
        rehearse=lambda offer: choices.change(offer=offer.id),
        rehearsed=lambda: rehearsed_offer(shelf, choices),
    )


def _is_further(name: str) -> bool:
    """A column that is no field of ours, and can be named in braces."""
    return name.isidentifier() and name not in KNOWN_FIELDS
