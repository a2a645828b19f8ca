"""What a parcel looks like: a zip file with a manifest, and for each take its numbers, its sound and what was said."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from datetime import datetime

from pydantic import TypeAdapter
from pydantic_core import to_json

from coach.parcel.sanity import sane_said, sane_take
from coach.review.review import Comment, Review
from coach.take import Take

VERSION = 2  # 1 had takes and their sound only
KIND = "okbye takes"
SUFFIX = ".okbye"
MANIFEST = "manifest.json"

AT_ONCE = 256 * 1024  # bytes of sound in memory
_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")
_TAKE = TypeAdapter(Take)


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of one take. The `sound` of a spoken comment is named as it is where it was kept."""

    reviews: tuple[Review, ...] = ()
    comments: tuple[Comment, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.reviews or self.comments)


NOTHING = Said()
_SAID = TypeAdapter(Said)


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


def said_name(take_id: str) -> str:
    return f"said/{take_id}.json"


def spoken_name(comment_id: str) -> str:
    return f"spoken/{comment_id}.flac"


def manifest_text(manifest: Manifest) -> bytes:
    return to_json(manifest, indent=2)


def take_text(take: Take) -> bytes:
    """All that is known of it. JSON has no word for infinity (the level of perfect silence): it is kept as text."""
    return to_json(asdict(take), indent=1, inf_nan_mode="strings")


def said_text(said: Said) -> bytes:
    return to_json(asdict(said), indent=1, inf_nan_mode="strings")


def read_take(text: bytes) -> Take:
    """Raise `ValueError` for what is no take, or none of this world."""
    take = _TAKE.validate_json(text)
    sane_take(take)
    return take


def read_said(text: bytes, take_id: str) -> Said:
    """Raise `ValueError` for what is nothing that could be said of that take."""
    said = _SAID.validate_json(text)
    sane_said(said.reviews, said.comments, take_id)
    if not all(is_id(comment.id) for comment in said.comments):
        raise ValueError("a comment in it is called by no name")
    return said
