"""A store and a folder of sounds, for what keeps takes and finds them again."""

import pytest

from app.keeper import TakeKeeper
from audio.sound_folder import SoundFolder
from coach.store.opening import open_store


@pytest.fixture
def sounds(tmp_path):
    return SoundFolder(tmp_path / "sound")


@pytest.fixture
def takes(tmp_path):
    with open_store(tmp_path / "okbye.db") as store:
        yield store.takes


@pytest.fixture
def keeper(sounds, takes):
    return TakeKeeper(sounds, takes)
