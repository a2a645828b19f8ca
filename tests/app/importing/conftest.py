"""Recordings as a trainer gets them from elsewhere, and a library to take them into."""

from __future__ import annotations

import numpy as np
import pytest
import soundfile
from drawing import RATE, speak
from importing_sounds import CLEAN

from app.importing.origin import Naming
from app.importing.taking_in import Library
from coach.bands import Bands


@pytest.fixture
def record(tmp_path):
    """A recording: `record("Ana/1.wav", CLEAN)`; with two pictures the left side and the right one."""

    def write(name, picture=CLEAN, right=None, **kind):
        path = tmp_path / "elsewhere" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        samples = speak(picture) if isinstance(picture, str) else picture
        if right is not None:
            other = speak(right) if isinstance(right, str) else right
            both = np.zeros((max(len(samples), len(other)), 2), np.float32)
            both[: len(samples), 0], both[: len(other), 1] = samples, other
            samples = both
        soundfile.write(path, samples, RATE, **({"subtype": "PCM_16"} | kind))
        return path

    return write


@pytest.fixture
def library(takes, sounds):
    return Library(takes, sounds, "Our defaults")


@pytest.fixture
def naming():
    return Naming("Ana")


@pytest.fixture
def looking(naming):
    from app.importing.looking import Looking  # noqa: PLC0415

    return Looking(Bands(), naming, lambda contents: {})
