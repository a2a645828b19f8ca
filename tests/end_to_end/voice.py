"""A close spoken by a shipped voice in a quiet room, at known times."""

from __future__ import annotations

from pathlib import Path

import soundfile
from drawing import RATE, spoken_word

from audio.compose import compose


def write_close(path: Path, *, pause: float, silence: float, lead: float = 0.6) -> None:
    """ "Ok", the pause, "Good-bye", the silence, as a file."""
    words = [(lead, spoken_word("af_heart", "ok")), (pause, spoken_word("af_heart", "goodbye"))]
    soundfile.write(path, compose(words, RATE, tail_s=silence, noise_dbfs=-62.0).samples, RATE, subtype="PCM_16")
