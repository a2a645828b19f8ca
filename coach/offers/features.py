"""The rule that an offer names two features, and not what they are to get out of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from coach.offers.finding import Found
from coach.offers.introducing import who_is_calling
from coach.offers.phrases import pattern, places
from coach.verdict import Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.offers.prose import Prose, Sentence
    from coach.offers.word_lists import FeatureWords, WordLists

_WANTED: Final = 2
_COMMA: Final = re.compile(r"\s*(?:,\s+and\s|,\s+plus\s|[,;:]\s|\s[–—-]\s)\s*", re.IGNORECASE)
_AND: Final = re.compile(r"\s+(?:and|plus|&)\s+", re.IGNORECASE)
_SUBJECT: Final = re.compile(r"(?:we|i|our|it|you|they|there)\b", re.IGNORECASE)

Place = tuple[int, int]


def two_features(prose: Prose, words: WordLists) -> Found:
    """Commas part features; an "and" may part two of them or belong to one. So there are at least and at most so many."""
    surely, perhaps = _counted(prose, words)
    span = (perhaps[0][0], perhaps[-1][1]) if perhaps else (0, 0)
    least, most = len(surely), len(perhaps)
    if least > _WANTED:
        return Found(Result.FAIL, f"More than two features: {_quoted(prose, surely)}. Keep two.", *span)
    if benefits := places(prose.plain, words.features.benefits):
        says = f"“{prose.text[slice(*benefits[0])]}” may tell what they get out of it. Name what it is: two features."
        return Found(Result.UNSURE, says, *benefits[0])
    if most == _WANTED:
        return Found(Result.PASS, f"Two features: {_quoted(prose, perhaps)}.", *span)
    if most > _WANTED:
        return Found(
            Result.UNSURE, f"Two features or more, depending on how one counts: {_quoted(prose, perhaps)}.", *span
        )
    found = (
        f"One feature can be told from the words: {_quoted(prose, perhaps)}"
        if perhaps
        else "No feature can be told from the words"
    )
    return Found(Result.UNSURE, f"{found}. Two are wanted, set apart by commas.", *span)


def _quoted(prose: Prose, found: list[Place]) -> str:
    return ", ".join(f"“{prose.text[start:end]}”" for start, end in found)


def _counted(prose: Prose, words: WordLists) -> tuple[list[Place], list[Place]]:
    """What is surely a feature, and what may be one. The first part says what is offered."""
    surely: list[Place] = []
    perhaps: list[Place] = []
    for number, sentence in enumerate(_body(prose, words)):
        parts = list(_parts(sentence))
        what = 0
        if number == 0:
            what = 1 + next((n for n, place in enumerate(parts) if _SUBJECT.match(prose.plain, place[0])), 0)
            perhaps += _brought(prose, parts[what - 1], words.features)
        for place in parts[what:]:
            aside = pattern(words.features.aside).match(prose.plain, place[0]) is not None
            surely += [] if aside else [place]
            perhaps += [place] if aside else _split(prose, place)
    return surely, perhaps


def _body(prose: Prose, words: WordLists) -> Iterator[Sentence]:
    """The sentences that tell: not who is calling, and not what is asked."""
    introduced = who_is_calling(prose, words)
    for sentence in prose.sentences:
        greets = sentence.start <= introduced.start < sentence.end and introduced.end > 0
        if not sentence.asks and not greets and len(sentence.body.split()) > _WANTED:
            yield sentence


def _parts(sentence: Sentence) -> Iterator[Place]:
    start = 0
    for cut in (*_COMMA.finditer(sentence.text), None):
        end = cut.start() if cut else len(sentence.text.rstrip(" .!?…\"'”’"))
        if end > start:
            yield sentence.start + start, sentence.start + end
        start = cut.end() if cut else end


def _brought(prose: Prose, what: Place, words: FeatureWords) -> list[Place]:
    """ "We run payroll with a fixed price" names a feature without a comma."""
    found = pattern(words.brings).search(prose.plain, *what)
    return [] if found is None else _split(prose, (found.start(), what[1]))


def _split(prose: Prose, place: Place) -> list[Place]:
    made, start = [], place[0]
    for cut in (*_AND.finditer(prose.plain, *place), None):
        end = cut.start() if cut else place[1]
        if end > start:
            made.append((start, end))
        start = cut.end() if cut else end
    return made
