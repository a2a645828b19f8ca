"""Which offers are given now, by their ids: ours and the user's own, in the order of their names."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import scripts
from coach.errors import BadScript
from coach.offers.offer import read_offer

if TYPE_CHECKING:
    from app.folders import Folders

_SUFFIX = ".toml"


def offer_ids(place: Folders) -> list[str]:
    """An archived one is not given any more; a file that cannot be read is told where offers are shown."""
    own = place.scripts / "offers"
    found = {}
    for file in [*(files(scripts) / "offers").iterdir(), *(own.iterdir() if own.is_dir() else ())]:
        if file.name.endswith(_SUFFIX):
            try:
                found[file.name.removesuffix(_SUFFIX)] = read_offer(file).archived
            except BadScript:
                continue
    return sorted(name for name, archived in found.items() if not archived)
