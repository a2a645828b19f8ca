"""Names of microphones, on a stand-in for the sound system's list."""

from contextlib import contextmanager
from types import SimpleNamespace

import pytest

from audio import devices, portaudio
from audio.errors import NoMicrophone


@pytest.fixture
def plugged(monkeypatch):
    """Call it with names of microphones, "1:Headset" for one of another sound interface than the first."""
    raw = []

    def query_devices(index=None):
        return raw if index is None else raw[index]

    fake = SimpleNamespace(query_devices=query_devices, default=SimpleNamespace(device=(-1, -1)))

    @contextmanager
    def portaudio_with_these():
        yield fake

    monkeypatch.setattr(portaudio, "portaudio", portaudio_with_these)
    monkeypatch.setattr(portaudio, "look_again", lambda: True)
    monkeypatch.delenv("OKBYE_INPUT_DEVICE", raising=False)

    def plug(*names, default=-1):
        for written in names:
            interface, _, name = written.rpartition(":")
            raw.append(
                {
                    "name": name,
                    "index": len(raw),
                    "hostapi": int(interface or 0),
                    "max_input_channels": 1,
                    "max_output_channels": 0,
                    "default_samplerate": 48_000.0,
                }
            )
        fake.default.device = (default, -1)

    return plug


def test_without_a_name_it_is_the_default(plugged):
    plugged("Webcam", "Headset", default=1)
    assert devices.find_input().name == "Headset"


def test_where_the_system_has_no_default_it_is_the_first(plugged):
    plugged("Webcam", "Headset")
    assert devices.find_input().name == "Webcam"


def test_the_environment_names_one(plugged, monkeypatch):
    plugged("Webcam", "Headset")
    monkeypatch.setenv("OKBYE_INPUT_DEVICE", "Headset")
    assert devices.find_input().name == "Headset"
    assert devices.find_input("Webcam").name == "Webcam"


@pytest.mark.parametrize("name", ["Jabra Evolve 20", "jabra evolve 20", "evolve 20", "EVOLVE 2"])
def test_a_part_that_no_other_has_is_enough_in_any_case(plugged, name):
    plugged("Webcam", "Jabra Evolve 20", "Jabra Link")
    assert devices.find_input(name).name == "Jabra Evolve 20"


def test_the_whole_name_wins_over_a_longer_one(plugged):
    plugged("Headset (2)", "Headset")
    assert devices.find_input("Headset").name == "Headset"
    assert devices.find_input("headset").name == "Headset"


def test_a_part_of_several_names_is_refused_with_their_names(plugged):
    plugged("Webcam", "Jabra Evolve 20", "Jabra Link")
    with pytest.raises(NoMicrophone, match="“Jabra Evolve 20”, “Jabra Link”"):
        devices.find_input("jabra")


def test_one_name_under_two_sound_interfaces_is_the_preferred_ones(plugged):
    plugged("0:Headset", "1:Headset", default=1)
    assert devices.find_input("head").index == 1


def test_an_unknown_name_is_refused_with_what_there_is(plugged):
    plugged("Webcam")
    with pytest.raises(NoMicrophone, match=r"“Desk” is not there.*“Webcam”"):
        devices.find_input("Desk")


def test_none_at_all_is_told(plugged):
    with pytest.raises(NoMicrophone, match="No microphone was found"):
        devices.find_input("Desk")
