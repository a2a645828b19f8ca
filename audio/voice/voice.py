"""What is known of one rep's own voice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median, stdev

from audio.errors import BadSaying, VoiceError
from audio.segment import VoiceKnown, Word
from audio.tone import tone
from audio.voice.likeness import odd_one
from audio.voice.saying import Saying

FEWEST = 3  # sayings of each word


@dataclass(frozen=True, slots=True)
class Voice:
    """Three sayings or more of each word, as sound, so that a later ear can read them anew.

    `level_dbfs` is the loudest 10 ms of their words, the middle one of all; `spread_db` how far the words lie from one
    another (one standard deviation). `f0_hz` is the middle of the voice's melody, where it is known.
    """

    sayings: tuple[Saying, ...]
    level_dbfs: float
    spread_db: float
    f0_hz: float | None = None

    @property
    def known(self) -> VoiceKnown:
        """What the coach may know of it."""
        return VoiceKnown(self.level_dbfs, self.spread_db, self.f0_hz)

    def of(self, word: Word) -> tuple[Saying, ...]:
        return tuple(saying for saying in self.sayings if saying.word is word)


def learn(sayings: Iterable[Saying]) -> Voice:
    """Put a voice together. Raise `VoiceError` where sayings are missing, `BadSaying` where one is unlike others."""
    all_of_them = tuple(sayings)
    counted = Counter(saying.word for saying in all_of_them)
    for word, name in ((Word.OK, "“Ok”"), (Word.FAREWELL, "the farewell")):
        if counted[word] < FEWEST:
            raise VoiceError(
                f"A voice needs {FEWEST} sayings of {name}, and there are {counted[word]}. "
                "Those already said are as they were; say the missing ones."
            )
    if (odd := odd_one(all_of_them)) is not None:
        name = "“Ok”" if odd.word is Word.OK else "the farewell"
        number = all_of_them[: all_of_them.index(odd) + 1]
        nth = sum(saying.word is odd.word for saying in number)
        raise BadSaying(
            f"Saying {nth} of {name} does not sound like the others. Those are as they were; say this one once more."
        )
    levels = [saying.level_dbfs for saying in all_of_them]
    return Voice(all_of_them, round(median(levels), 2), round(stdev(levels), 2), _middle_hz(all_of_them))


def _middle_hz(sayings: Iterable[Saying]) -> float | None:
    """Where the voice lies: the median of its sayings' F0, None where none is voiced enough."""
    tones = [tone(saying.samples, saying.start, saying.end) for saying in sayings]
    known = [found.f0_hz for found in tones if found is not None]
    return round(median(known), 2) if known else None
