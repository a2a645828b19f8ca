"""Microphones and outputs by name, which of them is used, and why one cannot be."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import Any, Literal

from audio import portaudio
from audio.errors import NoMicrophone

RATE_HZ = 16_000
CHOSEN = "OKBYE_INPUT_DEVICE"

Kind = Literal["input", "output"]


@dataclass(frozen=True, slots=True)
class Device:
    """One microphone or output. `index` is PortAudio's and good until it looks again; `rate_hz` the device's own.

    `why_not` is a sentence where `usable` is false.
    """

    name: str
    index: int
    channels: int
    rate_hz: int
    default: bool
    usable: bool = True
    why_not: str = ""


def inputs() -> list[Device]:
    """Every microphone, tried; those of the system's preferred sound interface first."""
    return [_tried(device, "input") for device in _listed("input")]


def outputs() -> list[Device]:
    return [_tried(device, "output") for device in _listed("output")]


def find_input(name: str | None = None) -> Device:
    """The microphone of that name: all of it, or a part that no other has. None: the environment's, or the default."""
    devices = _listed("input")
    if not devices:
        raise NoMicrophone(
            "No microphone was found. Plug one in, or switch it on in the system's sound settings; "
            "it will be used as soon as it is there."
        )
    if wanted := name or os.environ.get(CHOSEN):
        return _named(wanted, devices)
    return next((device for device in devices if device.default), devices[0])


def _named(wanted: str, devices: list[Device]) -> Device:
    sought = wanted.casefold()
    for device in devices:
        if device.name == wanted:
            return device
    alike = [device for device in devices if sought in device.name.casefold()]
    exact = [device for device in alike if device.name.casefold() == sought]
    # One name may stand under several sound interfaces (Windows); the first is the preferred one.
    names = {device.name for device in exact or alike}
    if len(names) == 1:
        return (exact or alike)[0]
    there = ", ".join(dict.fromkeys(f"“{device.name}”" for device in alike or devices))
    if names:
        raise NoMicrophone(f"“{wanted}” may mean several microphones: {there}. Give the whole name of one.")
    raise NoMicrophone(f"The microphone “{wanted}” is not there. Plug it in, or choose another one. There is: {there}.")


def _listed(kind: Kind) -> list[Device]:
    """As PortAudio knows them after a fresh look, where one is possible; none of them is opened."""
    portaudio.look_again()
    with portaudio.portaudio() as sd:
        default = sd.default.device[0 if kind == "input" else 1]
        preferred = sd.query_devices(default)["hostapi"] if default >= 0 else 0
        found = [raw for raw in sd.query_devices() if raw[f"max_{kind}_channels"] > 0]
    found.sort(key=lambda raw: bool(raw["hostapi"] != preferred))
    return [_device(raw, kind, is_default=raw["index"] == default) for raw in found]


def _device(raw: dict[str, Any], kind: Kind, *, is_default: bool) -> Device:
    return Device(
        name=raw["name"],
        index=raw["index"],
        channels=raw[f"max_{kind}_channels"],
        rate_hz=round(raw["default_samplerate"]),
        default=is_default,
    )


def _tried(device: Device, kind: Kind) -> Device:
    """Whether it takes sound at our rate or at its own. One that we hold open cannot be tried, and need not be."""
    if portaudio.in_use():
        return device
    with portaudio.portaudio() as sd:
        check = sd.check_input_settings if kind == "input" else sd.check_output_settings
        reason = ""
        for rate, channels in settings_to_try(device):
            try:
                check(device=device.index, samplerate=rate, channels=channels, dtype="int16")
            except (sd.PortAudioError, ValueError) as error:
                reason = portaudio.reason(error)
            else:
                return device
    return replace(device, usable=False, why_not=f"It would not open: {reason}.")


def settings_to_try(device: Device, rate_hz: int = RATE_HZ) -> list[tuple[int, int]]:
    """Rates and channel counts, the best first: what we want, the device's own rate, then its channels too."""
    return list(dict.fromkeys([(rate_hz, 1), (device.rate_hz, 1), (device.rate_hz, device.channels)]))
