"""What somebody is found by: the words of their name and company, and each end of their numbers."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 40
MOST_TERMS = 8  # of a search
_SHORTEST_END = 4  # of a number: the last four digits are what one reads off a list
_WORD = re.compile(r"[^\W_]+")
_DIGITS_ONLY = re.compile(r"[\d\s()+./-]+")


def words_of(names: Iterable[str], numbers: Iterable[str]) -> set[str]:
    found = {word for name in names for word in _words(name)}
    for number in numbers:
        digits = "".join(filter(str.isdigit, number))
        found |= {digits[start:] for start in range(max(1, len(digits) - _SHORTEST_END + 1))} - {""}
    return found


def terms_of(text: str) -> list[tuple[str, ...]]:
    """What all must be found, each in one of its spellings; the longest first.

    Digits that are written in groups are one number; the zero before an area code is not in its international form.
    """
    if _DIGITS_ONLY.fullmatch(text):
        digits = "".join(filter(str.isdigit, text))[:LONGEST]
        return [tuple({digits, digits.lstrip("0") or digits})] if digits else []
    longest_first = sorted(set(_words(text)), key=len, reverse=True)
    return [(word,) for word in longest_first[:MOST_TERMS]]


def _words(text: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return [word[:LONGEST] for word in _WORD.findall(plain)]
