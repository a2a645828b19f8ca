"""The call list for a command: opened where there is one, with the offers that are given now."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.calls.call_list import CallList

NOBODY = "Nobody is on the list yet. `okbye prospects import FILE` brings one in."


@contextmanager
def call_list(*, made: bool = False) -> Iterator[CallList | None]:
    """None where there is no store yet and none is to be `made`: looking must not make one. Raise `StoreError`."""
    from app.folders import folders  # noqa: PLC0415
    from coach.offers.shelf import Shelf  # noqa: PLC0415
    from coach.store.opening import open_store  # noqa: PLC0415

    place = folders()
    if not made and not place.database.exists():
        yield None
        return
    with open_store(place.make().database, offers=Shelf(place.scripts / "offers").ids) as store:
        yield store.calls
