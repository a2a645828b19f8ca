"""One take in a report: its numbers, its picture, its sound, and what is missing of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.said import Peaks
    from coach.review.reviewed import Reviewed


@dataclass(frozen=True, slots=True)
class Clip:
    """Sound as it stands in a page: `kind` is its media type."""

    kind: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """`peaks` is empty where there is no sound; `note` then says why. `spoken` are comments' sounds by their ids."""

    reviewed: Reviewed
    peaks: Peaks
    clip: Clip | None = None
    note: str = ""
    spoken: tuple[tuple[str, Clip], ...] = ()
