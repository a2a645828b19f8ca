"""What a search looks through: the same letters, however they are written."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.take import Take

MOST_TERMS = 8
BETWEEN = "\n"


def folded(text: str) -> str:
    """Without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def terms_of(text: str) -> list[str]:
    return folded(text).split()[:MOST_TERMS]


def found_by(take: Take) -> str:
    """The rep first: whoever gets another name is found by it at once."""
    return rep_found_by(take.rep) + rest_found_by(take.drill, take.source, take.note)


def rep_found_by(rep: str) -> str:
    return folded(rep) + BETWEEN


def rest_found_by(drill: str | None, source: str | None, note: str) -> str:
    return folded(BETWEEN.join(filter(None, ((drill or "").replace("_", " "), source, note))))
