"""What kind of question a sentence asks: yes or no, anything else, or one that words alone cannot tell."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from coach.offers.phrases import has, pattern

if TYPE_CHECKING:
    from coach.offers.prose import Sentence
    from coach.offers.word_lists import QuestionWords


class Kind(StrEnum):
    CLOSED = "closed"  # yes or no
    OPEN = "open"  # what, how, why
    TAG = "tag"  # a statement that asks to be agreed with
    LEADING = "leading"  # "Wouldn't you …?"
    MORE = "more"  # "Can you tell me what …?"
    CHOICE = "choice"  # "Monday or Tuesday?"
    OR = "or"  # either a choice, or yes and no
    TWO = "two"  # two questions in one
    SHORT = "short"  # "Interested?", "You want that?"


_PARTS: Final = re.compile(r"\s*[,;:–—]\s*|\s+-+\s+")
_OR: Final = re.compile(r"[\s,]or\s", re.IGNORECASE)
_FIELD: Final = re.compile(r"\{[^{}]*\}")
_TAG_WORDS: Final = 4


def kind_of(sentence: Sentence, words: QuestionWords) -> Kind:
    """Of a sentence that is marked as a question."""
    body = _FIELD.sub("X", sentence.body)
    if plain := _without_or_not(body, words):
        return _kind(plain, words, settled=True)
    return _kind(body, words)


def _kind(body: str, words: QuestionWords, *, settled: bool = False) -> Kind:
    parts = [part for part in (_without_lead_in(part, words) for part in _PARTS.split(body)) if part]
    asking = [part for part in parts if asks(part, words)]
    if len(parts) > 1 and _is_tag(parts[-1], words) and not asks(parts[0], words):
        return Kind.TAG
    if not asking:
        return Kind.SHORT
    if _begins(asking[0], words.open):
        return Kind.OPEN
    if settled:
        return _plainly_closed(asking[0], words)
    if len(asking) > 1 and not _is_tag(asking[-1], words):
        return Kind.OR if _OR.search(body) else Kind.TWO
    kind = _plainly_closed(asking[0], words)
    return _closed_or_choice(body, words) if kind is Kind.CLOSED else kind


def _plainly_closed(part: str, words: QuestionWords) -> Kind:
    if has(part, words.asks_more):
        return Kind.MORE
    return Kind.LEADING if _begins(part, words.negative) else Kind.CLOSED


def looks_asked(sentence: Sentence, words: QuestionWords) -> bool:
    """Whether it reads as a question although it is not marked as one."""
    first = _without_lead_in(_PARTS.split(_FIELD.sub("X", sentence.body))[0], words)
    tokens = first.casefold().split()
    if len(tokens) > 1 and tokens[0] in (*words.helpers, *words.negative):
        return tokens[1] in words.subjects
    if len(tokens) > 2 and tokens[0] in words.open:  # noqa: PLR2004 - how, are, you
        return tokens[1] in words.helpers and tokens[2] in words.subjects
    return False


def _without_or_not(body: str, words: QuestionWords) -> str:
    """The question before "or not", nothing where it has none."""
    found = [match for match in pattern(words.or_not).finditer(body) if match.end() == len(body)]
    return body[: found[0].start()].rstrip(" ,;:–—-") if found else ""


def _closed_or_choice(body: str, words: QuestionWords) -> Kind:
    """An "or" between two days is a choice; between two things it may be one."""
    cut = _OR.search(body)
    if cut is None:
        return Kind.CLOSED
    before, after = body[: cut.start()], body[cut.end() :]
    return Kind.CHOICE if has(before, words.choices) and has(after, words.choices) else Kind.OR


def asks(part: str, words: QuestionWords) -> bool:
    """Whether it begins as a question does."""
    return _begins(part, (*words.helpers, *words.negative, *words.open))


def _is_tag(part: str, words: QuestionWords) -> bool:
    tokens = part.casefold().split()
    if part.casefold() in words.tags:
        return True
    helper = len(tokens) > 1 and tokens[0] in (*words.helpers, *words.negative)
    return helper and tokens[1] in words.subjects and len(tokens) < _TAG_WORDS


def _begins(part: str, with_one_of: tuple[str, ...]) -> bool:
    return part.casefold().split(maxsplit=1)[0] in with_one_of if part.split() else False


def _without_lead_in(part: str, words: QuestionWords) -> str:
    """What is left once "So", "And" and "Tell me" are gone; a part that is nothing else is gone wholly."""
    rest = part.strip()
    while found := pattern(words.lead_ins).match(rest):
        rest = rest[found.end() :].lstrip(" ,:")
    return rest
