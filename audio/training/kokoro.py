"""Speech from text or phonemes in any mixture of Kokoro's voices: each mixture is a speaker of its own."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.signal import resample_poly

from audio.block import Samples

Style = npt.NDArray[np.float32]  # shape (longest text, 256): first half the sound of the voice, second its melody

# English voices, and voices of other languages that speak English with an accent. The other half of the English
# ones is left out on purpose, so that there are voices to measure with that the ear has never heard.
ENGLISH: tuple[str, ...] = (
    "af_heart",
    "af_bella",
    "am_michael",
    "am_fenrir",
    "bf_emma",
    "bm_george",
    "af_alloy",
    "af_river",
)
ENGLISH += ("am_adam", "am_santa", "bm_lewis")
ACCENTED: tuple[str, ...] = (
    "ef_dora",
    "em_alex",
    "ff_siwis",
    "hf_alpha",
    "hf_beta",
    "hm_omega",
    "hm_psi",
    "if_sara",
    "im_nicola",
)
ACCENTED += ("jf_alpha", "jf_gongitsune", "jf_nezumi", "jm_kumo", "pf_dora", "pm_alex", "zf_xiaobei", "zf_xiaoni")
HELD_OUT = ("af_kore", "am_liam", "bf_lily", "jf_tebukuro", "em_santa", "zf_xiaoxiao")  # to choose and calibrate with


class Kokoro:
    """The synthesiser; `folder` is what `packages.fetch` returned."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        import onnxruntime  # noqa: PLC0415 - only who speaks needs it

        options: Any = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        os.environ.setdefault("OMP_NUM_THREADS", str(threads))
        self._session = onnxruntime.InferenceSession(
            str(folder / "kokoro.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._numbers: dict[str, int] = json.loads((folder / "phonemes.json").read_text(encoding="utf-8"))
        self._lexicon: dict[str, str | dict[str, str]] = json.loads(
            (folder / "lexicon.json").read_text(encoding="utf-8")
        )
        self._folder = folder

    def style(self, voice: str) -> Style:
        return np.fromfile(self._folder / f"{voice}.bin", np.float32).reshape(-1, 256)

    def mixture(self, rng: np.random.Generator, held_out: bool) -> Style:  # noqa: FBT001
        """A new speaker: one to three voices in random shares, half the time with the melody of only one of them."""
        voices = self._draw(rng, held_out)
        styles = [self.style(voice) for voice in voices]
        mixed: Style = np.einsum(
            "v,vtk->tk", rng.dirichlet(np.ones(len(styles))), np.stack(styles), dtype=np.float32, casting="unsafe"
        )
        if len(styles) > 1 and rng.random() < 0.5:
            mixed[:, 128:] = styles[1][:, 128:]
        return mixed

    @staticmethod
    def _draw(rng: np.random.Generator, held_out: bool) -> list[str]:  # noqa: FBT001
        count = int(rng.integers(1, 4))
        if held_out:
            return [str(voice) for voice in rng.choice(HELD_OUT, count, replace=False)]
        first = str(rng.choice(ENGLISH if rng.random() < 0.75 else ACCENTED))
        others = [voice for voice in (*ENGLISH, *ACCENTED) if voice != first]
        return [first, *(str(voice) for voice in rng.choice(others, count - 1, replace=False))]

    def phonemes(self, text: str) -> str:
        """What the lexicon says. Raises KeyError for a word that it does not have."""
        return " ".join(self._word(word) for word in text.split())

    def _word(self, word: str) -> str:
        bare = word.rstrip(".?!,;:")
        for ending, sound in (("", ""), ("'s", "z"), ("s", "z"), ("ed", "d")):
            stem = bare.removesuffix(ending)
            for form in (stem, stem.lower()):
                if bare.endswith(ending) and (found := self._lexicon.get(form)) is not None:
                    return (found if isinstance(found, str) else found["DEFAULT"]) + sound + word[len(bare) :]
        raise KeyError(bare)

    def say(self, phonemes: str, style: Style, speed: float) -> Samples:
        """Sound at 16 kHz, its peak at full scale; silence where the model gave none."""
        tokens = [self._numbers[sign] for sign in phonemes if sign in self._numbers]
        (sound,) = self._session.run(
            None,
            {
                "tokens": np.array([[0, *tokens, 0]], np.int64),
                "style": style[len(tokens) - 1][None].astype(np.float32),
                "speed": np.array([speed], np.float32),
            },
        )
        spoken: Samples = resample_poly(sound.ravel(), 2, 3).astype(np.float32)
        return spoken / max(1e-6, float(np.abs(spoken).max()))
