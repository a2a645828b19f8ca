"""The rule that an offer names two features, and not what they are to get out of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from coach.offers.aloud import words_in
from coach.offers.finding import Found
from coach.offers.introducing import who_is_calling
from coach.offers.phrases import pattern, places
from coach.offers.questions import asks
from coach.verdict import Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.offers.prose import Prose
    from coach.offers.word_lists import FeatureWords, WordLists

_WANTED: Final = 2
_COMMA: Final = re.compile(r"\s*(?:,\s+(?:and|plus)\s|[,;:]\s|\s[–—-]\s)\s*", re.IGNORECASE)
_AND: Final = re.compile(r"\s+(?:and|plus|&)\s+", re.IGNORECASE)
_SUBJECT: Final = re.compile(r"(?:we|i|our|it|you|they|there)\b", re.IGNORECASE)

Place = tuple[int, int]


def two_features(prose: Prose, words: WordLists) -> Found:
    """Commas part features; an "and" may part two of them, or belong to one: so many at least, so many at most."""
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
    for number, body in enumerate(_body(prose, words)):
        parts = list(_parts(prose, body))
        what = 0
        if number == 0:
            what = 1 + next((n for n, place in enumerate(parts) if _SUBJECT.match(prose.plain, place[0])), 0)
            perhaps += _brought(prose, parts[what - 1], words.features)
        for place in parts[what:]:
            sure = place != parts[0] and not _maybe(prose, place, words.features)
            surely += [place] if sure else []
            aside = pattern(words.features.aside).match(prose.plain, place[0])
            perhaps += [place] if aside else _split(prose, place)
    return surely, perhaps


def _maybe(prose: Prose, place: Place, words: FeatureWords) -> bool:
    """ "In Leeds", "which you know", "we come on Fridays": perhaps a feature, perhaps not."""
    starts = (_SUBJECT, pattern(words.aside))
    return any(start.match(prose.plain, place[0]) for start in starts)


def _body(prose: Prose, words: WordLists) -> list[Place]:
    """What tells: not who is calling, not what is asked, and not what follows the question."""
    introduced = who_is_calling(prose, words)
    asked = max((sentence.start for sentence in prose.sentences if sentence.asks), default=len(prose.plain))
    telling = []
    for sentence in prose.sentences:
        start = max(sentence.start, min(introduced.end, sentence.end))
        one_breath = sentence.start < introduced.end <= sentence.end
        end = _until_it_asks(prose, (start, sentence.end), words) if sentence.asks else sentence.end
        greets = start == sentence.start and pattern(words.who.greetings).match(sentence.text)
        if (one_breath or not (sentence.asks or greets)) and words_in(prose.plain[start:end]) > _WANTED:
            telling.append((start, end))
    return [place for place in telling if place[0] <= asked] or telling


def _until_it_asks(prose: Prose, place: Place, words: WordLists) -> int:
    """Offer and question in one sentence."""
    parts = _parts(prose, place)
    return next((start for start, end in parts if asks(prose.plain[start:end], words.questions)), place[1])


def _parts(prose: Prose, place: Place) -> Iterator[Place]:
    start, last = place
    last = start + len(prose.plain[start:last].rstrip(" .!?…\"'”’"))
    for cut in (*_COMMA.finditer(prose.plain, *place), None):
        end = min(cut.start() if cut else last, last)
        if end > start:
            yield start, end
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
