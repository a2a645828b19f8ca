"""The sample takes: closes composed of the shipped voices, good ones and the usual faults, with gaps that are known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audio.compose import Composed

TOGETHER = "together"  # "Ok goodbye" spoken in one breath


@dataclass(frozen=True, slots=True)
class Sample:
    """`words` of one voice, each after so many seconds; `tail_s` is how long the line stays open after the last."""

    name: str
    title: str
    voice: str
    words: tuple[tuple[float, str], ...]
    tail_s: float

    @property
    def pause_s(self) -> float:
        """The true pause."""
        return 0.0 if self.words[0][1] == TOGETHER else self.words[1][0]

    @property
    def silence_s(self) -> float:
        """The true silence: to hanging up, or to what else was said."""
        said = 1 if self.words[0][1] == TOGETHER else 2
        return self.words[said][0] if len(self.words) > said else self.tail_s


SAMPLES = (
    Sample("clear", "A clear close", "af_heart", ((1.0, "ok"), (0.9, "goodbye")), 4.2),
    Sample("bye_now", "The same with “Bye-now”", "bm_george", ((1.0, "ok"), (1.1, "byenow")), 3.8),
    Sample("unhurried", "In no hurry", "am_fenrir", ((1.0, "ok"), (1.5, "goodbye")), 5.0),
    Sample("together", "Run together", "bf_emma", ((1.0, TOGETHER),), 4.0),
    Sample("rushed", "Hardly a pause", "af_bella", ((1.0, "ok"), (0.25, "goodbye")), 4.0),
    Sample("hesitant", "Too long a pause", "bm_george", ((1.0, "ok"), (2.8, "goodbye")), 4.0),
    Sample("thanks", "Something else said", "af_bella", ((1.0, "ok"), (0.8, "goodbye"), (0.7, "thankyou")), 3.5),
    Sample("at_once", "Hung up at once", "af_heart", ((1.0, "ok"), (0.8, "goodbye")), 0.6),
)


def composed(sample: Sample) -> Composed:
    """Make its sound."""
    from audio.compose import compose  # noqa: PLC0415 - numpy: only who listens waits for it
    from audio.words import find, load  # noqa: PLC0415

    sounds = [load(find(sample.voice, name)) for _, name in sample.words]
    gaps = [gap for gap, _ in sample.words]
    words = [(gap, sound) for gap, (sound, _) in zip(gaps, sounds, strict=True)]
    return compose(words, sounds[0][1], tail_s=sample.tail_s)
