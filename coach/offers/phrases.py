"""Finds words and phrases in a text, as whole words and however they are written."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Final

_APOSTROPHES: Final = str.maketrans(dict.fromkeys("’\u2018\u02bc`", "'"))
_UP_TO_THREE_WORDS: Final = r"(?:[^\w.?!]+\w+){0,3}?[^\w.?!]+"
_BETWEEN: Final = r"[^\w.?!]+"  # a comma or a dash does not make it another phrase; the end of a sentence does


def even(text: str) -> str:
    """One kind of apostrophe; every letter stays in its place."""
    return text.translate(_APOSTROPHES)


@cache
def pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """The longest first, so that it is the one that is quoted."""
    inside = "|".join(_one(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<![\w'-])(?:{inside})(?![\w-])", re.IGNORECASE)


def _one(phrase: str) -> str:
    words = even(phrase).split()
    made = _word(words[0])
    for before, word in pairwise(words):
        if word != "…":
            made += (_UP_TO_THREE_WORDS if before == "…" else _BETWEEN) + _word(word)
    return made


def _word(word: str) -> str:
    """A hyphen may also be a space."""
    whole = re.escape(word.removesuffix("*").rstrip(",")).replace(r"\-", "[- ]")
    return whole + (r"\w*" if word.endswith("*") else "")


def places(text: str, phrases: tuple[str, ...]) -> list[tuple[int, int]]:
    """From where to where each stands, in order; `text` with `even` apostrophes."""
    return [match.span() for match in pattern(phrases).finditer(text)]


def has(text: str, phrases: tuple[str, ...]) -> bool:
    return pattern(phrases).search(text) is not None
