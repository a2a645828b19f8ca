"""The rules about what is left out: small talk, persuasion, a second pitch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coach.offers.finding import Found
from coach.offers.phrases import pattern, places
from coach.verdict import Result

if TYPE_CHECKING:
    from coach.offers.prose import Prose, Sentence
    from coach.offers.word_lists import PhraseWords, WordLists

_MOST_QUOTED: Final = 4
_TWO: Final = 2


def small_talk(prose: Prose, words: WordLists) -> Found:
    return _listed(
        prose,
        words.small_talk,
        "Small talk: {}. Leave it out.",
        "{}: filler or small talk? The offer does without.",
        "No small talk.",
    )


def persuasion(prose: Prose, words: WordLists) -> Found:
    return _listed(
        prose,
        words.persuasion,
        "Persuades or praises: {}. Say what it is, and let them decide.",
        "{}: a fact, or praise? Keep it only if it is a fact.",
        "No persuasion, no hype.",
    )


def second_pitch(prose: Prose, words: WordLists) -> Found:
    asked = [sentence for sentence in prose.sentences if sentence.asks and not _is_small_talk(sentence, words)]
    if asked and (after := [sentence for sentence in prose.sentences if sentence.start > asked[-1].start]):
        return _said_after(after, words)
    wanting = [
        sentence for sentence in asked if "want" in sentence.text.casefold() or "like" in sentence.text.casefold()
    ]
    if len(wanting) >= _TWO:
        second = wanting[1]
        return Found(Result.FAIL, "Offers a second time. One offer, one question.", second.start, second.end)
    return _listed(
        prose,
        words.second_pitch,
        "A second pitch: {}. One offer a call; the next comes weeks later.",
        "{}: the same offer, or a second one? One offer a call.",
        "No second pitch.",
    )


def _said_after(after: list[Sentence], words: WordLists) -> Found:
    """The silence after the question is theirs."""
    only_filler = all(sentence.body.casefold() in words.second_pitch.fillers for sentence in after)
    says = (
        "Something is said after the question. Ask, and wait."
        if only_filler
        else "Goes on after the question. Ask, and wait."
    )
    return Found(Result.UNSURE if only_filler else Result.FAIL, says, after[0].start, after[-1].end)


def _is_small_talk(sentence: Sentence, words: WordLists) -> bool:
    return pattern(words.small_talk.fail).search(sentence.text) is not None


def _listed(prose: Prose, listed: PhraseWords, wrong: str, unsure: str, right: str) -> Found:
    for phrases, result, says in ((listed.fail, Result.FAIL, wrong), (listed.unsure, Result.UNSURE, unsure)):
        if found := places(prose.plain, phrases):
            return Found(result, says.format(_quoted(prose, found)), *found[0])
    return Found(Result.PASS, right)


def _quoted(prose: Prose, found: list[tuple[int, int]]) -> str:
    said = list(dict.fromkeys(f"“{prose.text[start:end]}”" for start, end in found))
    return ", ".join(said[:_MOST_QUOTED])
