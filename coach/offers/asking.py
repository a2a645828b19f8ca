"""The rules about questions: the last one is closed, and there is no other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coach.offers.finding import Found
from coach.offers.phrases import places
from coach.offers.questions import Kind, kind_of, looks_asked
from coach.verdict import Result

if TYPE_CHECKING:
    from coach.offers.prose import Prose, Sentence
    from coach.offers.word_lists import WordLists

_SAID: Final = {
    Kind.CLOSED: (Result.PASS, "Ends with a closed question."),
    Kind.OPEN: (Result.FAIL, "Ends with an open question. Ask one that is answered by yes or no."),
    Kind.TAG: (Result.FAIL, "Asks them to agree, not whether they want it. Ask plainly: “Is that something you want?”"),
    Kind.CHOICE: (Result.FAIL, "Lets them choose between two, and neither is a no. Ask for yes or no."),
    Kind.LEADING: (Result.UNSURE, "A closed question, but one that waits for a yes. Ask it without “not”."),
    Kind.MORE: (Result.UNSURE, "Closed in its form, but it asks for more than yes or no."),
    Kind.OR: (Result.UNSURE, "Closed only if “or” leaves room for a no. Ask about one thing."),
    Kind.TWO: (Result.UNSURE, "Two questions in one sentence. Ask one that is answered by yes or no."),
    Kind.SHORT: (
        Result.UNSURE,
        "Perhaps a closed question: it is one only by its tone. Begin with “Is”, “Do” or “Would”.",
    ),
}
_NOT_ASKED: Final = "Does not end with a question. End with a closed one: “Is that something you want?”"
_NOT_MARKED: Final = "Reads as a question, and has no question mark."


def closed_question(prose: Prose, words: WordLists) -> Found:
    if not prose.sentences:
        return Found(Result.FAIL, _NOT_ASKED)
    last = prose.sentences[-1]
    if last.asks:
        return _about(last, *_SAID[kind_of(last, words.questions)])
    if looks_asked(last, words.questions):
        return _about(last, Result.UNSURE, _NOT_MARKED)
    return _about(last, Result.FAIL, _NOT_ASKED)


def one_question(prose: Prose, words: WordLists) -> Found:
    early = [sentence for sentence in prose.sentences[:-1] if sentence.asks]
    if early:
        others = "" if len(early) == 1 else f" There are {len(early)}."
        return _about(early[0], Result.FAIL, f"A question before the last one.{others} Only the last sentence asks.")
    for sentence in prose.sentences[:-1]:
        if looks_asked(sentence, words.questions):
            return _about(sentence, Result.UNSURE, "Reads as a question. Only the last sentence asks.")
    if hidden := places(prose.plain, words.questions.hidden):
        return Found(Result.UNSURE, "Asks in the form of a statement. Only the last sentence asks.", *hidden[0])
    if prose.sentences and prose.sentences[-1].asks:
        return _about(prose.sentences[-1], *_only(prose.sentences[-1], words))
    return Found(Result.PASS, "No question before the end.")


def _only(last: Sentence, words: WordLists) -> tuple[Result, str]:
    if kind_of(last, words.questions) is Kind.TWO:
        return Result.UNSURE, "The last sentence may ask twice."
    return Result.PASS, "No question but the last."


def _about(sentence: Sentence, result: Result, says: str) -> Found:
    return Found(result, says, sentence.start, sentence.end)
