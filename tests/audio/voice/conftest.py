import pytest
from taught import sayings

from audio.voice.voice import learn


@pytest.fixture(scope="session")
def voice():
    """One of the shipped voices that is no part of the cohort, by three sayings of each word."""
    return learn(sayings("am_fenrir"))
