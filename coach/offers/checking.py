"""Checks an offer's text against the method: one finding for every rule."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coach.offers.aloud import seconds_aloud, words_in
from coach.offers.asking import closed_question, one_question
from coach.offers.features import two_features
from coach.offers.finding import SOURCES, Finding, Rule
from coach.offers.introducing import who_is_calling
from coach.offers.measures import fields as fields_known
from coach.offers.measures import filled, length
from coach.offers.offer import Rehearsal
from coach.offers.prose import prose
from coach.offers.word_lists import our_words
from coach.offers.wording import persuasion, second_pitch, small_talk

if TYPE_CHECKING:
    from coach.offers.finding import Found
    from coach.offers.word_lists import WordLists


@dataclass(frozen=True, slots=True)
class Checked:
    """`words` and `seconds` as it is said to the invented prospect, with one finding for each `Rule` in their order."""

    words: int
    seconds: float
    findings: tuple[Finding, ...]


def check(
    text: str,
    fields: Mapping[str, str] | None = None,
    *,
    words_a_minute: float | None = None,
    further: Collection[str] = (),
    words: WordLists | None = None,
) -> Checked:
    """Never raises, whatever `text` is. `fields` fill it in, `further` are columns of a list that it may name too."""
    known = Rehearsal().fields() if fields is None else fields
    lists = words or our_words()
    said = prose(text, lists.sentences)
    found: dict[Rule, Found] = {
        Rule.LENGTH: length(said, known),
        Rule.CLOSED_QUESTION: closed_question(said, lists),
        Rule.ONE_QUESTION: one_question(said, lists),
        Rule.WHO_IS_CALLING: who_is_calling(said, lists),
        Rule.TWO_FEATURES: two_features(said, lists),
        Rule.SMALL_TALK: small_talk(said, lists),
        Rule.PERSUASION: persuasion(said, lists),
        Rule.SECOND_PITCH: second_pitch(said, lists),
        Rule.FIELDS: fields_known(said, further),
    }
    count = words_in(filled(text, known))
    findings = tuple(
        Finding(rule, one.result, text[one.start : one.end], one.says, SOURCES[rule]) for rule, one in found.items()
    )
    return Checked(count, seconds_aloud(count, words_a_minute), findings)
