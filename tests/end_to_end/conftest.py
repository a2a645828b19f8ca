"""The virtual microphone and the screen as fixtures."""

from __future__ import annotations

import pytest
from end_to_end import screen as screens
from end_to_end.virtual_microphone import VirtualMicrophone, missing

from audio import portaudio


@pytest.fixture(scope="session")
def sound_server(tmp_path_factory):
    """A running sound server with no microphone, which this process and its children use."""
    if absent := missing():
        pytest.skip(f"needs a virtual microphone: {', '.join(absent)} not installed")
    server = VirtualMicrophone(tmp_path_factory.mktemp("sound"))
    with pytest.MonkeyPatch.context() as surroundings:
        for name, value in server.environment.items():
            surroundings.setenv(name, value)
        surroundings.delenv("OKBYE_INPUT_DEVICE", raising=False)
        server.start()
        yield server
        server.stop()
    portaudio.look_again()


@pytest.fixture
def no_microphone(sound_server):
    """The sound server without a single device, mended if the test broke it."""
    yield sound_server
    sound_server.reset()


@pytest.fixture
def virtual_microphone(no_microphone):
    """One microphone at 16 kHz, named "headset", the default."""
    no_microphone.plug()
    return no_microphone


@pytest.fixture(scope="module")
def screen():
    if absent := screens.missing():
        pytest.skip(f"needs a screen to test on: {', '.join(absent)} not installed")
    shown = screens.Screen()
    shown.start()
    yield shown
    shown.stop()
