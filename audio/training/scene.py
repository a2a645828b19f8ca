"""Closes, calls and talk, composed at random from single sayings, with a label for every 10 ms.

The truth is that of the product: a word runs from its first to its last 10 ms within 30 dB of its own loudest.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from audio.block import Samples
from audio.ear.network import FAREWELL, NOTHING, OK, OTHER
from audio.frames import FRAME, RATE
from audio.training import channels, events, rooms
from audio.training.pool import Pool
from audio.training.speaker import Speaker
from audio.training.warping import activity, rms, span

UNTOLD = 255  # a label that says: learn nothing from this frame
NAMES = {"ok": OK, "farewell": FAREWELL}
LONGEST_S = 16.0

SHARES = {
    "close": 0.27,
    "together": 0.12,
    "extra_between": 0.06,
    "extra_after": 0.12,
    "extra_before": 0.06,
    "only_ok": 0.04,
    "only_farewell": 0.04,
    "others": 0.07,
    "talk": 0.11,
    "call": 0.08,
    "empty": 0.03,
}

Labels = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Word:
    """A truth: `name` is ok, farewell or other; times in seconds."""

    name: int
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Scene:
    samples: Samples
    labels: Labels
    words: tuple[Word, ...]
    kind: str
    snr_db: float | None


@dataclass(slots=True)
class Track:
    """A timeline of near speech that grows; `at` is where the last saying ended, seconds."""

    rng: np.random.Generator
    pool: Pool
    voice: Speaker
    own: dict[str, list[Samples]] | None
    at: float = 0.0
    parts: list[tuple[int, Samples]] = field(default_factory=list)
    spans: list[tuple[int, int, int]] = field(default_factory=list)

    def say(self, kind: str, gap_s: float, *, loudness_db: float = 0.0, phone: bool = False) -> None:
        """Let them, or with `phone` the one at the other end, say something `gap_s` after the last."""
        voice, own = (Speaker(self.rng), None) if phone else (self.voice, self.own)
        sound = self.pool.draw(self.rng, kind, own)
        if kind == "talk":
            sound = _excerpt(self.rng, sound)
        sound = voice.say(sound, word=kind != "talk")
        if phone:
            sound = channels.telephone(self.rng, sound)
        sound, begin, end = _cut(self.rng, sound)
        word = sound[begin:end]
        sound = sound * np.float32(10 ** ((loudness_db + self.rng.normal(0, 2)) / 20) / rms(word))
        first = int((self.at + gap_s) * RATE)
        self.parts.append((first - begin, sound))
        self._label(kind, first, word)
        self.at = (first + end - begin) / RATE

    def _label(self, kind: str, first: int, word: Samples) -> None:
        if kind == "together":
            middle = first + _joint(word)
            self.spans += [(first, middle, OK), (middle, first + len(word), FAREWELL)]
        elif (name := NAMES.get(kind)) is not None:
            self.spans.append((first, first + len(word), name))
        else:
            self.spans += [(first + a, first + b, OTHER) for a, b in activity(word)]


def compose(rng: np.random.Generator, pool: Pool) -> Scene:
    kind = str(rng.choice(list(SHARES), p=list(SHARES.values())))
    own = pool.speakers[int(rng.integers(len(pool.speakers)))] if rng.random() < 0.8 else None
    track = Track(rng, pool, Speaker(rng), own, at=float(rng.uniform(0.05, 1.5)))
    _play(track, kind)
    length = int(min(track.at + rng.uniform(0.3, 2.2), LONGEST_S) * RATE) // FRAME * FRAME
    clean, spans = _laid_out(track, length)
    heard = clean + _events(rng, length, spans)
    heard, snr_db, far = _with_noise(rng, pool, heard, bool(spans))
    if rng.random() < 0.08:
        heard = channels.gain_control(rng, heard)
    if spans and rng.random() < 0.08:
        heard = channels.gate(rng, heard, clean)
    heard = channels.recorded(rng, channels.microphone(rng, heard))
    labels = _labels(length, spans)
    if far and not spans:
        labels[:] = UNTOLD  # nobody near to compare with: whether these are near is not for the ear to say
    return Scene(heard, labels, _words(spans), kind, snr_db)


def _play(track: Track, kind: str) -> None:
    if kind in {"empty", "others", "talk"}:
        _no_close(track, kind)
    elif kind == "call":
        _call(track)
    elif kind == "together":
        _one_breath(track)
    elif kind.startswith("only_"):
        track.say(kind.removeprefix("only_"), 0.0)
    else:
        _close(track, kind)
    if kind in {"close", "together", "only_farewell"} and track.rng.random() < 0.08:
        track.say("extra", _gap(track.rng))


def _gap(rng: np.random.Generator) -> float:
    return float(rng.uniform(0.1, 0.6) if rng.random() < 0.55 else rng.uniform(0.6, 2.2))


def _no_close(track: Track, kind: str) -> None:
    rng = track.rng
    if kind == "empty":
        track.at += float(rng.uniform(0.8, 3))
    elif kind == "others":
        for _ in range(int(rng.integers(1, 4))):
            track.say("extra", _gap(rng))
    else:
        for _ in range(int(rng.integers(1, 5))):
            track.say("talk" if rng.random() < 0.75 else "extra", _gap(rng) * 0.7)


def _one_breath(track: Track) -> None:
    """ "Okgoodbye": spoken as one, or two words pushed together."""
    if track.rng.random() < 0.4 and track.pool.by_kind["together"]:
        track.say("together", 0.0)
    else:
        track.say("ok", 0.0)
        track.say("farewell", float(track.rng.uniform(-0.04, 0.08)))


def _close(track: Track, kind: str) -> None:
    rng = track.rng
    if kind == "extra_before":
        track.say("extra" if rng.random() < 0.7 else "talk", 0.0)
        track.at += float(rng.uniform(0.0, 1.0))
    track.say("ok", 0.0)
    if kind == "extra_between":
        track.say("extra", _gap(rng) * 0.8)
    track.say("farewell", _gap(rng))
    if kind == "extra_after":
        # Half the time in one breath: "Good-bye, have a good day".
        track.say("extra", float(rng.uniform(-0.02, 0.12)) if rng.random() < 0.5 else _gap(rng))


def _call(track: Track) -> None:
    """The rep's offer, the prospect's no down the line, the close."""
    rng = track.rng
    down_db = -float(rng.uniform(0, 12))
    if rng.random() < 0.6:
        track.say("talk", 0.0)
    track.say("talk" if rng.random() < 0.5 else "extra", float(rng.uniform(0.1, 1)), loudness_db=down_db, phone=True)
    track.say("ok", float(rng.uniform(0.1, 1.2)))
    track.say("farewell", float(rng.uniform(0.2, 1.8)))
    if rng.random() < 0.5:
        answer = ("talk", "extra", "farewell")[int(rng.integers(3))]
        track.say(answer, float(rng.uniform(0.2, 1.2)), loudness_db=down_db, phone=True)


def _excerpt(rng: np.random.Generator, sound: Samples) -> Samples:
    """At most four seconds of running speech."""
    longest = 4 * RATE
    if len(sound) <= longest:
        return sound
    at = int(rng.integers(0, len(sound) - longest))
    return sound[at : at + longest]


def _cut(rng: np.random.Generator, sound: Samples) -> tuple[Samples, int, int]:
    """The saying with a little of what was around it, faded; and where in it the word itself lies."""
    begin, end = span(sound)
    before = min(begin, int(rng.uniform(0.003, 0.04) * RATE))
    after = min(len(sound) - end, int(rng.uniform(0.02, 0.15) * RATE))
    cut = sound[begin - before : end + after].copy()
    rise, fall = max(before, 16), max(after, 48)
    cut[:rise] *= np.linspace(0, 1, rise, dtype=np.float32)
    cut[-fall:] *= np.cos(np.linspace(0, np.pi / 2, fall, dtype=np.float32))
    return cut, before, before + end - begin


def _joint(word: Samples) -> int:
    """Where "ok" ends in "okgoodbye": the deepest dip near two fifths."""
    step = FRAME // 2
    level = np.convolve(word.astype(np.float64) ** 2, np.ones(480), "same")[::step]
    low, high = int(0.28 * len(level)), int(0.6 * len(level))
    return (low + int(np.argmin(level[low:high]))) * step if high > low else len(word) * 2 // 5


def _laid_out(track: Track, length: int) -> tuple[Samples, list[tuple[int, int, int]]]:
    sound = np.zeros(length, np.float32)
    for first, part in track.parts:
        begin, end = max(0, first), min(length, first + len(part))
        if end > begin:
            sound[begin:end] += part[begin - first : end - first]
    return sound, [(a, min(b, length), name) for a, b, name in track.spans if a < length]


def _events(rng: np.random.Generator, length: int, spans: list[tuple[int, int, int]]) -> Samples:
    """Knocks and breaths anywhere, and a good part of them right beside a word."""
    sound = np.zeros(length, np.float32)
    for _ in range(int(rng.poisson(1.0))):
        event = events.any_event(rng)
        event = event * np.float32(events.loudness(rng, event))
        at = int(rng.integers(0, max(1, length - len(event))))
        if spans and rng.random() < 0.55:
            begin, end, _ = spans[int(rng.integers(len(spans)))]
            apart = int(rng.uniform(0, 0.2) * RATE)
            at = begin - len(event) - apart if rng.random() < 0.65 else end + apart
        first, last = max(0, at), min(length, at + len(event))
        if last > first:
            sound[first:last] += event[first - at : last - at]
    return sound


def _with_noise(
    rng: np.random.Generator,
    pool: Pool,
    sound: Samples,
    spoken: bool,  # noqa: FBT001
) -> tuple[Samples, float | None, bool]:
    """The scene in its room, the SNR in dB against a voice of RMS 1, and whether neighbours talk in it."""
    length = len(sound)
    sound = sound + (rng.standard_normal(length) * 1e-4).astype(np.float32)
    if rng.random() < 0.14:
        faint = float(10 ** (-rng.uniform(45, 75) / 20))
        return sound + rooms.noise(rng, length) * np.float32(faint), None, False
    snr_db = float(rng.uniform(4, 38))
    if far := rng.random() < (0.25 if spoken else 0.1):
        snr_db = max(snr_db, 8.0)
        talkers = 1 if rng.random() < 0.5 else int(rng.integers(2, 7))
        kinds = ("talk", "talk", "talk", "extra", "ok", "farewell")
        back = rooms.neighbours(rng, length, talkers, lambda: pool.draw(rng, kinds[int(rng.integers(len(kinds)))]))
        sound = sound + rooms.noise(rng, length) * np.float32(10 ** (-rng.uniform(20, 50) / 20))
    else:
        back = rooms.noise(rng, length)
    return sound + back * np.float32(10 ** (-snr_db / 20)), snr_db, bool(far)


def _labels(length: int, spans: list[tuple[int, int, int]]) -> Labels:
    """The name at the middle of every frame."""
    names = np.full(length, NOTHING, np.uint8)
    for begin, end, name in spans:
        names[max(0, begin) : end] = name
    return names[FRAME // 2 :: FRAME]


def _words(spans: list[tuple[int, int, int]]) -> tuple[Word, ...]:
    return tuple(Word(name, begin / RATE, end / RATE) for begin, end, name in spans)
