"""What the checker says of an offer: one finding for every rule."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from coach.verdict import Result


class Rule(StrEnum):
    """By the names that other programs know them by."""

    LENGTH = "length"
    CLOSED_QUESTION = "closed_question"
    ONE_QUESTION = "one_question"
    WHO_IS_CALLING = "who_is_calling"
    TWO_FEATURES = "two_features"
    SMALL_TALK = "small_talk"
    PERSUASION = "persuasion"
    SECOND_PITCH = "second_pitch"
    FIELDS = "fields"


_PUBLIC: Final = "public writing on High Probability Selling"
SOURCES: Final = {
    **dict.fromkeys(Rule, _PUBLIC),
    Rule.CLOSED_QUESTION: "2020-08-12 article",
    Rule.FIELDS: "our own rule: a field that is not filled in would be read aloud",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """`where` quotes the words it is about as they stand in the text, empty where it is about no words.

    `result` is pass, fail or unsure: words alone cannot always tell.
    """

    rule: Rule
    result: Result
    where: str
    says: str
    source: str


@dataclass(frozen=True, slots=True)
class Found:
    """What one rule finds, and from where to where in the text."""

    result: Result
    says: str
    start: int = 0
    end: int = 0
