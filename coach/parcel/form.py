"""What a parcel looks like: a zip file with a manifest, and for each take its numbers and its sound."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from datetime import datetime

from pydantic import TypeAdapter
from pydantic_core import to_json

from coach.take import Take

VERSION = 1
KIND = "okbye takes"
SUFFIX = ".okbye"
MANIFEST = "manifest.json"

AT_ONCE = 256 * 1024  # bytes of sound in memory
LONGEST_NAME = 200
_YEARS = 1980, 2200
_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")
_TAKE = TypeAdapter(Take)


@dataclass(frozen=True, slots=True)
class Manifest:
    """`made_at` knows its time zone."""

    made_at: datetime
    takes: int
    prospects: int = 0
    calls: int = 0
    kind: str = KIND
    version: int = VERSION


def is_id(text: str) -> bool:
    """Whether it may name a take in a parcel: it names files there and on the disk of whoever reads it."""
    return _ID.fullmatch(text) is not None


def take_name(take_id: str) -> str:
    return f"takes/{take_id}.json"


def sound_name(take_id: str) -> str:
    return f"sound/{take_id}.flac"


def manifest_text(manifest: Manifest) -> bytes:
    return to_json(manifest, indent=2)


def take_text(take: Take) -> bytes:
    """All that is known of it. JSON has no word for infinity (the level of perfect silence): it is kept as text."""
    return to_json(asdict(take), indent=1, inf_nan_mode="strings")


def read_take(text: bytes) -> Take:
    """Raise `ValueError` for what is no take, or none of this world."""
    take = _TAKE.validate_json(text)
    if not _YEARS[0] <= take.started_at.year <= _YEARS[1]:
        raise ValueError(f"it was not spoken in the year {take.started_at.year}")
    if any(len(name) > LONGEST_NAME for name in (take.rep, take.drill, take.offer, take.bands_name) if name):
        raise ValueError("a name in it is far too long")
    return take
