"""The rules that count: how long it is, and whether every field can be filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from coach.offers.aloud import words_in
from coach.offers.filling import fields_in
from coach.offers.finding import Found
from coach.verdict import Result

if TYPE_CHECKING:
    from collections.abc import Collection

    from coach.offers.prose import Prose

MOST_WORDS: Final = 45
KNOWN_FIELDS: Final = ("prospect", "first_name", "last_name", "company", "caller", "firm")
_FIELD: Final = re.compile(r"\{([^{}]*)\}")
_TOKEN: Final = re.compile(r"(?:\{[^{}]*\}|\S)+")
_BRACE: Final = re.compile(r"[{}]")


def filled(text: str, fields: Mapping[str, str]) -> str:
    """As it is said; of a field that nobody knows its name in words. Braces that do not match are no matter here."""
    return _FIELD.sub(lambda field: fields.get(field[1], "") or field[1].replace("_", " "), text)


def length(prose: Prose, fields: Mapping[str, str]) -> Found:
    """With the invented prospect's names in it."""
    count, beyond = 0, None
    for token in _TOKEN.finditer(prose.text):
        count += words_in(filled(token[0], fields))
        if count > MOST_WORDS and beyond is None:
            beyond = token.start()
    if beyond is not None:
        says = f"{count} words; at most {MOST_WORDS}. What stands here is too much."
        return Found(Result.FAIL, says, beyond, len(prose.text.rstrip()))
    if not count:
        return Found(Result.FAIL, "There is nothing to say yet.")
    return Found(Result.PASS, f"{count} words; at most {MOST_WORDS}.")


def fields(prose: Prose, further: Collection[str]) -> Found:
    """`further` are the columns of an imported list, as far as they are known."""
    try:
        named = fields_in(prose.text)
    except ValueError:
        return _not_matching(prose.text)
    known = (*KNOWN_FIELDS, *further)
    unsure = None
    for field in named:
        if field in known:
            continue
        start = prose.text.find("{" + field)
        place = (start, start + len(field) + 2)
        if not field.isidentifier():
            return Found(Result.FAIL, f"{{{field}}} cannot be the name of a field.", *place)
        if close := get_close_matches(field.casefold(), known, n=1, cutoff=0.75):
            return Found(Result.FAIL, f"{{{field}}} is no field. Is {{{close[0]}}} meant?", *place)
        unsure = unsure or Found(
            Result.UNSURE, f"{{{field}}} is filled in only if your list has a column of that name.", *place
        )
    return unsure or Found(Result.PASS, "Every field is known." if named else "No fields.")


def _not_matching(text: str) -> Found:
    """Where the first brace stands that has no partner."""
    blanked = _FIELD.sub(lambda field: " " * len(field[0]), text)
    brace = _BRACE.search(blanked)
    at = brace.start() if brace else text.find("{")
    end = min(len(text), at + 20)
    return Found(Result.FAIL, "The braces do not match. A field is written {first_name}.", at, end)
