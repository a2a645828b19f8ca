"""The rows of the list: the offers, what was written and never saved, and the files that cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.window.offers.rows import Row, Standing
from coach.offers.aloud import seconds_aloud

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from coach.offers.drafts import Draft
    from coach.offers.offer import Offer
    from coach.offers.shelf import BrokenOffer

BROKEN: Final = "file:"  # begins the key of a file that is not used


def listed(
    offers: Sequence[Offer],
    broken: Sequence[BrokenOffer],
    drafts: Mapping[str, Draft],
    given: Mapping[str, int],
    pace: float | None,
    *,
    archived: bool,
) -> list[Row]:
    """In the order of the shelf; archived ones are last, and only if wanted."""
    shown = [offer for offer in offers if not offer.archived]
    shown += [offer for offer in offers if offer.archived and archived]
    rows = [_row(offer, drafts, given, pace) for offer in shown]
    known = {offer.id for offer in offers}
    rows += [
        Row(draft.id, draft.title.strip() or "New offer", "not saved yet")
        for draft in drafts.values()
        if draft.id not in known
    ]
    return rows + [Row(BROKEN + one.file, f"✗ {one.file}", "cannot be used", Standing.BROKEN) for one in broken]


def _row(offer: Offer, drafts: Collection[str], given: Mapping[str, int], pace: float | None) -> Row:
    times = given.get(offer.id, 0)
    said = "never given" if not times else f"given {times} {'time' if times == 1 else 'times'}"
    measured = [f"{offer.words} words", f"{seconds_aloud(offer.words, pace):.0f} s"]
    parts = [
        *(["archived"] if offer.archived else []),
        *(["not saved yet"] if offer.id in drafts else []),
        *([] if offer.archived or offer.id in drafts else measured),
        said,
    ]
    return Row(offer.id, offer.label, " · ".join(parts), Standing.ARCHIVED if offer.archived else Standing.GIVEN)
