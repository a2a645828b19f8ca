"""The sample takes: closes composed of the shipped voices, good ones and the usual faults, with gaps that are known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from audio.block import Samples
    from audio.compose import Composed

TOGETHER: Final = "together"  # "Ok goodbye" spoken in one breath


class Voice(NamedTuple):
    name: str
    title: str
    described: str


VOICES: Final = (
    Voice("af_heart", "Heart", "a woman, American"),
    Voice("af_bella", "Bella", "a woman, American"),
    Voice("am_michael", "Michael", "a man, American"),
    Voice("am_fenrir", "Fenrir", "a man, American"),
    Voice("bf_emma", "Emma", "a woman, British"),
    Voice("bm_george", "George", "a man, British"),
)


class Spoken(NamedTuple):
    """One word after so many seconds of silence, said in its own length or in another."""

    gap_s: float
    word: str
    lasts_s: float | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """The words of one voice; `tail_s` is how long the line stays open after the last.

    `manner` is what the other side hears in the way the words are said, beyond what is measured.
    """

    name: str
    title: str
    voice: str
    words: tuple[Spoken, ...]
    tail_s: float
    manner: str = ""

    @property
    def pause_s(self) -> float:
        """The true pause."""
        return 0.0 if self._together else self.words[1].gap_s

    @property
    def silence_s(self) -> float:
        """The true silence: to hanging up, or to what else was said."""
        said = 1 if self._together else 2
        return self.words[said].gap_s if len(self.words) > said else self.tail_s

    @property
    def _together(self) -> bool:
        return self.words[0].word == TOGETHER

    def by(self, voice: str) -> Sample:
        """The same, said by another voice."""
        return replace(self, voice=voice)

    def paused(self, seconds: float) -> Sample:
        """The same with another pause; words that ran together come apart."""
        if self._together:
            if not seconds:
                return self
            first, *rest = Spoken(self.words[0].gap_s, "ok"), Spoken(0.0, "goodbye"), *self.words[1:]
        else:
            first, *rest = self.words
        return replace(self, words=(first, rest[0]._replace(gap_s=seconds), *rest[1:]))


def _close(pause_s: float, farewell: str = "goodbye") -> tuple[Spoken, ...]:
    return Spoken(1.0, "ok"), Spoken(pause_s, farewell)


_SLOW_OK = Spoken(1.0, "ok", 1.1)
_SHORT_BYE = Spoken(0.9, "bye", 0.195)
_LIVELY = Spoken(1.0, "okex", 0.55), Spoken(0.9, "goodbyeex", 0.6)

SAMPLES: Final = (
    Sample("clear", "A clear close", "af_heart", _close(0.9), 4.2),
    Sample("bye_now", "With “Bye-now”", "bm_george", _close(1.1, "byenow"), 3.8),
    Sample("unhurried", "In no hurry", "am_fenrir", _close(1.5), 5.0),
    Sample("together", "Run together", "bf_emma", (Spoken(1.0, TOGETHER),), 4.0),
    Sample("rushed", "Hardly a pause", "af_bella", _close(0.25), 4.0),
    Sample("hesitant", "Too long a pause", "bm_george", _close(2.8), 4.0),
    Sample("clipped", "Clipped", "am_michael", (_close(0.9)[0], _SHORT_BYE), 4.0),
    Sample("drawn_out", "Drawn out", "am_fenrir", (_SLOW_OK, Spoken(0.9, "goodbye")), 4.0),
    Sample("thanks", "Something else said", "af_bella", (*_close(0.8), Spoken(0.7, "thankyou")), 3.5),
    Sample("lively", "Lively", "bf_emma", _LIVELY, 4.0, "Bright: it may be heard as put on."),
    Sample("at_once", "Hung up at once", "af_heart", _close(0.8), 0.6),
)

_CLEAR_S: Final = 0.9
_FAREWELLS: Final = {"bye-now": "byenow", "bye": "bye"}


def model(farewell: str, voice: str) -> Sample:
    """What a close with that farewell, one of the settings' words, should sound like."""
    return Sample("model", "A clear close", voice, _close(_CLEAR_S, _FAREWELLS.get(farewell, "goodbye")), 3.5)


def composed(sample: Sample) -> Composed:
    """Make its sound. Raise `MissingFile` where a word is no longer there."""
    from audio.compose import compose  # noqa: PLC0415 - numpy: only who listens waits for it

    sounds = [_sound(sample.voice, spoken) for spoken in sample.words]
    words = [(spoken.gap_s, sound) for spoken, (sound, _) in zip(sample.words, sounds, strict=True)]
    return compose(words, sounds[0][1], tail_s=sample.tail_s)


def _sound(voice: str, spoken: Spoken) -> tuple[Samples, int]:
    from audio.compose import trim  # noqa: PLC0415
    from audio.stretch import stretched  # noqa: PLC0415
    from audio.words import find, load  # noqa: PLC0415

    sound, rate_hz = load(find(voice, spoken.word))
    if spoken.lasts_s is None:
        return sound, rate_hz
    return stretched(trim(sound, rate_hz), rate_hz, spoken.lasts_s), rate_hz
