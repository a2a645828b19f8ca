"""How many words a text has when it is said, and how long that takes."""

from __future__ import annotations

from typing import Final

OUR_PACE: Final = 160.0  # words a minute, where the rep's own is not known: our default


def words_in(text: str) -> int:
    """Dashes and other signs that stand alone are no words."""
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def seconds_aloud(words: int, words_a_minute: float | None = None) -> float:
    return words / (words_a_minute or OUR_PACE) * 60
