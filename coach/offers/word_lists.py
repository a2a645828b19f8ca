"""The words by which the checker knows a thing: plain data, scripts/offer_words.toml."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field

import scripts
from coach.toml_file import TomlFile

Words = Annotated[tuple[str, ...], Field(min_length=1)]


class _Lists(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SentenceWords(_Lists):
    titles: Words
    firms: Words
    begins: Words


class QuestionWords(_Lists):
    helpers: Words
    negative: Words
    open: Words
    subjects: Words
    lead_ins: Words
    tags: Words
    or_not: Words
    asks_more: Words
    choices: Words
    hidden: Words


class WhoWords(_Lists):
    before_name: Words
    after_name: Words
    before_firm: Words
    calling: Words
    no_names: Words
    greetings: Words


class FeatureWords(_Lists):
    aside: Words
    brings: Words
    benefits: Words


class PhraseWords(_Lists):
    """`fail`: the words are enough to say so; `unsure`: a person has to look."""

    fail: Words
    unsure: Words


class PitchWords(PhraseWords):
    fillers: Words


class WordLists(_Lists):
    sentences: SentenceWords
    questions: QuestionWords
    who: WhoWords
    features: FeatureWords
    small_talk: PhraseWords
    persuasion: PhraseWords
    second_pitch: PitchWords


_FILE: Final = TomlFile(WordLists, "a file of words", {"tuple_type": "must be a list, not {}"}, strict=None)


@cache
def our_words() -> WordLists:
    return _FILE.read(files(scripts) / "offer_words.toml")
