"""An offer's file as the checker takes it: what is said, and who it is filled in for."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from coach.errors import BadScript
from coach.offers import plain_text
from coach.offers.offer import OFFER, SUFFIX, Rehearsal


@dataclass(frozen=True, slots=True)
class Script:
    text: str
    variants: tuple[str, ...]
    fields: Mapping[str, str]


def read_script(file: Path) -> Script:
    """TOML by the name of the file, plain text otherwise. Raise `BadScript`.

    Braces that do not match make it no offer; here they are what the checker is asked about.
    """
    if file.suffix.lower() != SUFFIX:
        return Script(plain_text.read_text(file), (), Rehearsal().fields())
    try:
        offer = OFFER.read(file)
    except BadScript:
        if (text := _with_bad_braces(file)) is not None:
            return Script(text, (), Rehearsal().fields())
        raise
    return Script(offer.text, offer.variants, offer.rehearsal.fields())


def _with_bad_braces(file: Path) -> str | None:
    """The text, if it would be an offer but for its braces."""
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8-sig"))
        text = told["text"]
        OFFER.model.model_validate(told | {"text": "x"})
    except (OSError, ValueError, RecursionError, KeyError):
        return None
    return text if isinstance(text, str) and text.strip() else None
