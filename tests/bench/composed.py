"""Closes of our own voices under conditions of every kind: the same closes in each, the same ones at every run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import soxr

from audio.block import Samples
from audio.compose import Composed, compose, room
from audio.segment import Word
from audio.words import catalogue, load
from bench.disturbances import beside, neighbours, telephone
from bench.truth import Take, Truth, by_noise, loudest_dbfs, word

VOICES_HZ = 24_000
OKS = ("ok", "okay", "okex")
FAREWELLS = ("goodbye", "goodbyeex", "byenow", "bye")
EXTRAS = ("thankyou", "understand", "goodday", "nicemorning", "gotit", "heardyou", "sorry", "noproblem", "goodluck")
KINDS = ("close", "after", "close", "together", "close", "between", "close", "after", "close", "none")


@dataclass(frozen=True, slots=True)
class Condition:
    """`snr_db` is how far the noise's RMS lies below the loudest 10 ms of the words, and the neighbours' loudest 10 ms
    where there are `neighbours`; `beside` names what is drawn beside the words. `peak_dbfs` None: any of -45 to -5.
    """

    name: str
    snr_db: int = 30
    neighbours: bool = False
    beside: str | None = None
    telephone: bool = False
    rate_hz: int = 16_000
    peak_dbfs: float | None = None


PLAIN = Condition("steady noise, 30 dB")
CONDITIONS = (
    *(Condition(f"steady noise, {snr_db} dB", snr_db) for snr_db in (60, 40, 30, 25, 20, 15, 10)),
    *(Condition(f"neighbours {snr_db} dB below", snr_db, neighbours=True) for snr_db in (20, 15, 10)),
    *(Condition(f"{what} beside the words", beside=what) for what in ("keys", "breaths")),
    Condition("telephone (300 to 3400 Hz, 8 kHz)", telephone=True),
    *(Condition(f"{rate_hz / 1000:g} kHz", rate_hz=rate_hz) for rate_hz in (8_000, 11_025, 22_050, 44_100, 48_000)),
    *(Condition(f"peak at {str(dbfs).replace('-', '−')} dBFS", peak_dbfs=dbfs) for dbfs in (-45, -25, -5)),
)


def takes(count: int, conditions: Sequence[Condition] = (PLAIN,), seed: int = 5) -> Iterator[Take]:
    """`count` closes, in turn under each condition: of ten, five plain ones, three with more said, one run together,
    one without a farewell; pauses of 0.2 to 2.2 s.
    """
    for condition in conditions:
        for i in range(count):
            rng = np.random.default_rng((seed, i))
            voice, laid, truth = _close(rng, KINDS[i % len(KINDS)])
            peak_dbfs = float(rng.uniform(-45, -5)) if condition.peak_dbfs is None else condition.peak_dbfs
            sound, rate_hz = _under(condition, rng, voice, laid)
            sound = sound * np.float32(10 ** (peak_dbfs / 20) / np.abs(sound).max())
            subsets = (by_noise(condition.snr_db), condition.name)
            yield Take(f"{condition.name} {i:03}", sound[:, None], rate_hz, truth, subsets)


def _close(rng: np.random.Generator, kind: str) -> tuple[str, Composed, Truth]:
    """The clean words, at the voices' rate."""
    voice = str(rng.choice(sorted({each.voice for each in catalogue()})))
    begin, pause, later = (float(rng.uniform(*span)) for span in ((0.5, 1.5), (0.2, 2.2), (0.4, 2.0)))
    if kind == "together":
        pause = float(rng.uniform(0.0, 0.1))
    ok = (begin, Word.OK, _spoken(rng, voice, OKS))
    farewell = (pause, Word.FAREWELL, _spoken(rng, voice, FAREWELLS))
    extra = (later, Word.OTHER, _spoken(rng, voice, EXTRAS))
    said = {"none": [ok], "after": [ok, farewell, extra], "between": [ok, extra, farewell]}.get(kind, [ok, farewell])
    laid = compose([(gap_s, sound) for gap_s, _, sound in said], VOICES_HZ, tail_s=rng.uniform(1, 4), noise_dbfs=None)
    words = tuple(word(name, at.start, at.end) for (_, name, _), at in zip(said, laid.words, strict=True))
    tail_s = len(laid.samples) / VOICES_HZ - words[-1].end
    truth = Truth(
        words,
        pause=words[0].gap_to(words[1]) if kind not in {"none", "between"} else None,
        silence=words[1].gap_to(words[2]) if kind == "after" else tail_s,
        extra=kind in {"after", "between"},
        together=kind == "together",
    )
    return voice, laid, truth


def _spoken(rng: np.random.Generator, voice: str, names: Sequence[str]) -> Samples:
    words = [each for each in catalogue() if each.voice == voice and each.name in names]
    return load(words[rng.integers(len(words))])[0]


def _under(condition: Condition, rng: np.random.Generator, voice: str, laid: Composed) -> tuple[Samples, int]:
    """The words as they are heard under a condition, with their rate; at no level in particular."""
    rate_hz = condition.rate_hz
    sound = soxr.resample(laid.samples, VOICES_HZ, rate_hz).astype(np.float32)
    loudest = loudest_dbfs(sound, rate_hz)
    noise_db = 40 if condition.neighbours else condition.snr_db
    sound = sound + room(len(sound), loudest - noise_db, seed=int(rng.integers(1 << 30)))
    if condition.neighbours:
        sound += neighbours(rng, voice, len(sound)) * np.float32(10 ** ((loudest - condition.snr_db) / 20))
    if condition.beside is not None:
        sound += beside(rng, condition.beside, laid.words, len(sound)) * np.float32(10 ** (loudest / 20))
    return (telephone(sound, rate_hz), 8_000) if condition.telephone else (sound, rate_hz)
