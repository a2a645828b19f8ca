"""The shipped voices' single words, as sound."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

import assets
from audio.block import Samples
from audio.errors import MissingFile


@dataclass(frozen=True, slots=True)
class Word:
    """One recorded word: `name` is what is said ("ok", "goodbye", "thankyou"), `speed` 1.0 the voice's usual."""

    voice: str
    name: str
    speed: float
    text: str
    file: str


@cache
def catalogue() -> tuple[Word, ...]:
    """All words of all voices, as `assets/voices/index.json` lists them."""
    rows = json.loads((files(assets) / "voices" / "index.json").read_text(encoding="utf-8"))
    return tuple(Word(row["voice"], row["name"], row["speed"], row["text"], row["file"]) for row in rows)


def find(voice: str, name: str, speed: float = 1.0) -> Word:
    """The word of that voice whose speed is nearest. Raises KeyError when the voice does not have it."""
    words = [word for word in catalogue() if (word.voice, word.name) == (voice, name)]
    if not words:
        raise KeyError(f"{voice} has no word {name!r}")
    return min(words, key=lambda word: abs(word.speed - speed))


def load(word: Word) -> tuple[Samples, int]:
    """Mono samples, full scale ±1, and their rate in Hz. Raise `MissingFile` where the program has lost them."""
    import soundfile  # noqa: PLC0415 - loads libsndfile, which a start-up need not wait for

    try:
        sound = io.BytesIO((files(assets) / "voices" / word.file).read_bytes())
        samples, rate_hz = soundfile.read(sound, dtype="float32", always_2d=True)
    except (OSError, soundfile.LibsndfileError) as error:
        raise MissingFile(
            f"The sound “{word.file}” of the sample voices is missing or damaged. Your takes are safe, and the other "
            "samples work. Install Okbye again to get it back."
        ) from error
    return np.ascontiguousarray(samples[:, 0]), int(rate_hz)
