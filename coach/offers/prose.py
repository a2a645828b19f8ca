"""A text taken apart into sentences, each with its place; abbreviations and decimals end none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from coach.offers.phrases import even

if TYPE_CHECKING:
    from coach.offers.word_lists import SentenceWords

_CLOSING: Final = "\"'”»)]"
_STOP: Final = re.compile(rf"(?<![.?!…])[.?!…]++[{re.escape(_CLOSING)}]*+(?=\s|$)")
_PARAGRAPH: Final = re.compile(r"\n[^\S\n]*\n")
_NEXT: Final = re.compile(r"\s*([\"'“«(\[]*)(\S*)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text` has apostrophes of one kind, and is as long as what stands there."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def asks(self) -> bool:
        """Whether it is marked as a question."""
        return "?" in re.split(r"[^.?!…\s\"'”»)\]]", self.text)[-1]

    @property
    def body(self) -> str:
        """Without the signs around it."""
        return self.text.strip(" \t\r\n.?!…-–—,;:\"'“”«»()[]")


@dataclass(frozen=True, slots=True)
class Prose:
    """`text` is as it was written, `plain` with apostrophes of one kind: both are equally long."""

    text: str
    plain: str
    sentences: tuple[Sentence, ...]


def prose(text: str, words: SentenceWords) -> Prose:
    plain = even(text)
    made, start = [], 0
    for end in (*_ends(plain, words), len(plain)):
        piece = plain[start:end]
        stripped = piece.strip()
        if any(letter.isalnum() for letter in stripped):
            made.append(Sentence(stripped, start + piece.index(stripped)))
        start = end
    return Prose(text, plain, tuple(made))


def _ends(text: str, words: SentenceWords) -> list[int]:
    stops = [match.end() for match in _STOP.finditer(text) if _ends_here(text, match, words)]
    return sorted({*stops, *(match.start() for match in _PARAGRAPH.finditer(text))})


def _ends_here(text: str, stop: re.Match[str], words: SentenceWords) -> bool:
    signs = stop[0].rstrip(_CLOSING)
    opening, following = _next_word(text, stop.end())
    goes_on = following[:1].islower() and not opening
    if signs != ".":  # "Is that so?" he asked; well … yes
        return not (goes_on and (signs.strip(".…") == "" or len(signs) < len(stop[0])))
    *_, before = ("", *text[: stop.start()].rsplit(None, 1))
    before = before.lstrip("\"'“«([").casefold()
    if before == "no" and following[:1].isdigit():  # number five
        return False
    if before in {word.casefold() for word in words.titles} or (
        len(before) == 1 and before.isalpha() and before != "i"
    ):
        return False
    if before in {word.casefold() for word in words.firms}:
        return following.rstrip(",.") in words.begins or not following
    return True


def _next_word(text: str, at: int) -> tuple[str, str]:
    found = _NEXT.match(text, at)
    return (found[1], found[2]) if found else ("", "")
