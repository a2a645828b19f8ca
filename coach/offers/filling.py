"""Fills the fields of a text: what belongs to this prospect is marked, and so is what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Final

# What the rep brings and what belongs to the firm; every other field changes from call to call.
OURS: Final = frozenset({"caller", "firm"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the filled-in text; `highlighted` where it belongs to this prospect alone.

    `missing` where nobody knows what to say there: the text is then the field's name in words, never a brace.
    """

    text: str
    highlighted: bool = False
    missing: bool = False


def fill(text: str, fields: Mapping[str, str]) -> tuple[Piece, ...]:
    """The text filled in, in order. Raise `ValueError` where its braces do not match."""
    made = []
    for literal, field, _, _ in Formatter().parse(text):
        if literal:
            made.append(Piece(literal))
        if field is not None:
            known = fields.get(field, "").strip()
            made.append(Piece(known, field not in OURS) if known else Piece(field.replace("_", " "), missing=True))
    return tuple(made)


def fields_in(text: str) -> tuple[str, ...]:
    """Each once, in order. Raise `ValueError` where the braces do not match."""
    return tuple(dict.fromkeys(field for _, field, _, _ in Formatter().parse(text) if field is not None))
