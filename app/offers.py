"""The offers as the window works with them: where they are kept, how fast they are read, and which is rehearsed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.window.offers.desk import OfferDesk
from coach.calls.sheet.columns import Meaning
from coach.offers.drafts import Drafts
from coach.offers.keeping import Keeping
from coach.offers.measures import KNOWN_FIELDS
from coach.offers.pace import own_pace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from app.archive import Archive
    from app.choices import Choices
    from coach.calls.call_list import CallList
    from coach.offers.offer import Offer
    from coach.offers.shelf import Shelf


class Known:
    """What the store knows of offers, once it is open: how fast the rep reads them, how often each was given."""

    def __init__(self) -> None:
        self._archive: Archive | None = None
        self._calls: CallList | None = None

    def connect_to(self, archive: Archive) -> None:
        self._archive = archive

    def listen_to(self, calls: CallList) -> None:
        self._calls = calls

    def pace(self) -> float | None:
        """Words a minute. May raise `StoreError`."""
        return None if self._archive is None else own_pace(self._archive.takes, self._archive.rep)

    def given(self) -> Mapping[str, int]:
        """May raise `StoreError`."""
        return {} if self._calls is None else self._calls.given()


def rehearsed_offer(shelf: Shelf, choices: Choices) -> Offer:
    """The chosen one; where it is gone or archived, the first that may be given."""
    chosen = shelf.get(choices.now.offer)
    if chosen is not None and not chosen.archived:
        return chosen
    return next(iter([*shelf.offers(), *shelf.every()]))


def offer_desk(shelf: Shelf, choices: Choices, known: Known) -> OfferDesk:
    """`shelf` has a folder of the user's."""
    if shelf.folder is None:
        raise ValueError("offers are written into a folder")
    return OfferDesk(
        shelf,
        Keeping(shelf),
        Drafts(shelf.folder),
        given=known.given,
        pace=known.pace,
        columns=lambda: tuple(filter(_is_field, _further(choices.now.list_columns))),
        rehearse=lambda offer: choices.change(offer=offer.id),
        rehearsed=lambda: rehearsed_offer(shelf, choices),
    )


def _further(columns: Mapping[str, str]) -> Iterator[str]:
    """The headings of an imported list that are kept by their own names."""
    return (heading for heading, meaning in columns.items() if meaning == Meaning.MORE)


def _is_field(name: str) -> bool:
    """Whether it can be named in braces, and is none of ours."""
    return name.isidentifier() and name not in KNOWN_FIELDS
