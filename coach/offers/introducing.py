"""The rule that an offer says who is calling, before anything else."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from coach.offers.finding import Found
from coach.offers.phrases import pattern
from coach.verdict import Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.offers.prose import Prose
    from coach.offers.word_lists import WhoWords, WordLists

_EARLY: Final = 2  # sentences: a greeting, and who it is
_NAME: Final = r"(?:\{(?!prospect|company|first_name|last_name)\w+\}|[A-Z][\w.&'-]*)"
_NAMES: Final = rf"{_NAME}(?: (?:& |and |of )?{_NAME}){{0,5}}"  # a longer name would take a search without end

_BOTH: Final = "Says who is calling, and for whom."
_LATE: Final = "Says who is calling, but not at the start. Begin with it."
_NO_FIRM: Final = "Says a name, and no firm that can be told from the words. Say both."
_NO_NAME: Final = "Names a firm, and nobody who is calling. Say both."
_NOBODY: Final = "Does not say who is calling. Begin with “This is {caller} with {firm}.”"


def who_is_calling(prose: Prose, words: WordLists) -> Found:
    both, name, firm = (next(_matches(prose, kind, words.who), None) for kind in ("both", "name", "firm"))
    if both is None and name is not None and firm is not None and max(name[0], firm[0]) < _EARLY:
        start, end = min(name[1], firm[1]), max(name[2], firm[2])
        return Found(Result.PASS, _BOTH, start, end)
    for found, result, says in (
        (both, Result.PASS, _BOTH),
        (name, Result.UNSURE, _NO_FIRM),
        (firm, Result.UNSURE, _NO_NAME),
    ):
        if found is not None:
            number, start, end = found
            late = number >= _EARLY
            return Found(Result.UNSURE if late else result, _LATE if late else says, start, end)
    return Found(Result.FAIL, _NOBODY)


def _matches(prose: Prose, kind: str, words: WhoWords) -> Iterator[tuple[int, int, int]]:
    """The number of the sentence, and from where to where."""
    for number, sentence in enumerate(prose.sentences):
        for match in _introductions(words)[kind].finditer(prose.plain, sentence.start, sentence.end):
            if _is_name(match, words):
                yield number, match.start(), match.start() + len(match[0].rstrip(".,"))


@cache
def _introductions(words: WhoWords) -> dict[str, re.Pattern[str]]:
    """The words in any case, names with a capital letter or as a field."""
    before, firm, calling, after = (
        f"(?i:{pattern(phrases).pattern})"
        for phrases in (words.before_name, words.before_firm, words.calling, words.after_name)
    )
    said = rf"(?:{before} (?P<a>{_NAMES})|(?<![\w{{])(?P<b>{_NAMES})(?= {firm} | {after}|, {firm} ))"
    to_firm = rf"(?:,? {after})?,? {firm} (?:the )?{_NAMES}"
    return {
        "both": re.compile(rf"{said}{to_firm}"),
        "name": re.compile(rf"(?:{before} (?P<a>{_NAMES})|(?<![\w{{])(?P<b>{_NAMES}),? {after})"),
        "firm": re.compile(rf"{calling} (?:the )?(?P<a>{_NAMES})"),
    }


def _is_name(match: re.Match[str], words: WhoWords) -> bool:
    name = match["a"] or (match["b"] if "b" in match.re.groupindex else "")
    return name.split()[0].rstrip(",.") not in words.no_names
