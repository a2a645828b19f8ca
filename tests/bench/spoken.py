"""Sayings of words by one voice: our own six in English, and espeak-ng in other languages where it is installed."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import soundfile
import soxr

from audio.block import Samples
from audio.frames import RATE
from audio.segment import Word
from audio.voice.cohort import VOICES
from audio.words import catalogue, load

PITCHES = (0.96, 1.04)  # each saying is heard twice, a little lower and slower, a little higher and faster
OKS = {"ok", "okay", "okex"}
FAREWELLS = {"goodbye", "goodbyeex"}
OTHER_FORMS = {"bye", "byenow"}
BOTH = {"together"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """What is taught to the ear, and what is then said: the two words anew, their other forms, and other things."""

    language: str
    taught: tuple[tuple[Word, Samples], ...]
    said: tuple[tuple[str, Samples], ...]  # kind: ok, farewell, form, other


def english() -> Iterator[Speaker]:
    """Each voice twice, taught with one part of its sayings and tried with the rest."""
    for voice in sorted({word.voice for word in catalogue()} - set(VOICES)):
        words = [word for word in catalogue() if word.voice == voice and word.name not in BOTH]
        oks = [_at_16_khz(*load(word)) for word in words if word.name in OKS]
        farewells = [_at_16_khz(*load(word)) for word in words if word.name in FAREWELLS]
        forms = [("form", _at_16_khz(*load(word))) for word in words if word.name in OTHER_FORMS]
        others = [
            ("other", _at_16_khz(*load(word))) for word in words if word.name not in OKS | FAREWELLS | OTHER_FORMS
        ]
        for turn in (0, 1):
            taught = [(Word.OK, ok) for ok in oks[turn : turn + 3]]
            taught += [(Word.FAREWELL, farewell) for farewell in farewells[turn : turn + 3]]
            rest = [("ok", ok) for k, ok in enumerate(oks) if not turn <= k < turn + 3]
            rest += [("farewell", farewell) for k, farewell in enumerate(farewells) if not turn <= k < turn + 3]
            yield Speaker("English", tuple(taught), tuple(_bent([*rest, *forms, *others])))


PHRASES = {
    "de": (
        ("okay", "tschüss"),
        ("gut", "auf Wiederhören"),
        "danke|ich verstehe|alles klar|schönen Tag noch|kein Problem",
    ),
    "fr": (("d'accord", "au revoir"), ("bon", "bonne journée"), "merci|je comprends|bonjour|désolé|très bien"),
    "es": (("vale", "adiós"), ("okey", "hasta luego"), "gracias|entiendo|lo siento|buenos días|muy bien"),
    "it": (("va bene", "arrivederci"), ("okay", "ciao"), "grazie|capisco|mi dispiace|buongiorno|certo"),
}
TIMBRES = ("m3", "f2", "m7", "f4")
TAUGHT, TRIED = ((45, 150), (50, 160), (55, 172)), ((42, 155), (52, 145), (58, 180))  # pitch and speed of each saying


def foreign() -> Iterator[Speaker]:
    """None where espeak-ng is not installed."""
    if shutil.which("espeak-ng") is None:
        return
    for language, (*pairs, others) in PHRASES.items():
        for timbre in TIMBRES:
            for ok, farewell in pairs:
                voice = f"{language}+{timbre}"
                taught = [(Word.OK, _espeak(voice, ok, *how)) for how in TAUGHT]
                taught += [(Word.FAREWELL, _espeak(voice, farewell, *how)) for how in TAUGHT]
                said = [("ok", _espeak(voice, ok, *how)) for how in TRIED]
                said += [("farewell", _espeak(voice, farewell, *how)) for how in TRIED]
                said += [("other", _espeak(voice, other, *TRIED[0])) for other in str(others).split("|")]
                yield Speaker("other languages", tuple(taught), tuple(said))


def _espeak(voice: str, text: str, pitch: int, speed: int) -> Samples:
    command = ["espeak-ng", "--stdout", "-v", voice, "-p", str(pitch), "-s", str(speed), text]
    sound, rate_hz = soundfile.read(io.BytesIO(subprocess.run(command, check=True, capture_output=True).stdout))
    return _at_16_khz(sound.astype(np.float32), rate_hz)


def _at_16_khz(sound: Samples, rate_hz: float) -> Samples:
    return soxr.resample(sound, rate_hz, RATE).astype(np.float32)


def _bent(said: list[tuple[str, Samples]]) -> Iterator[tuple[str, Samples]]:
    for kind, sound in said:
        for pitch in PITCHES:
            yield kind, _at_16_khz(sound, pitch * RATE)
