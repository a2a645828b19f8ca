"""Chooses an output, the wanted one or the system's, and opens it with a rate and channels that it takes."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import TypeVar

from audio import portaudio
from audio.devices import Device, outputs
from audio.errors import OutputError

Stream = TypeVar("Stream")


def open_output(
    wanted: str | None,
    rate_hz: int,
    channels: int,
    stream: Callable[[Device, int, int], Stream],
    then: str = "play it again",
) -> Stream:
    """What `stream` makes of the device, a rate and a channel count, as soon as it does not fail.

    Raise OutputError, whose sentence ends with what to do `then`.
    """
    usable = [device for device in outputs() if wanted in {None, device.name}]
    if not usable:
        raise _nothing_to_play_on(wanted, then)
    device = next((device for device in usable if device.default), usable[0])
    reason = ""
    for many, rate in dict.fromkeys(product((channels, device.channels), (rate_hz, device.rate_hz))):
        try:
            return stream(device, rate, many)
        except Exception as error:  # noqa: BLE001  (its class is known only where sounddevice is installed)
            reason = portaudio.reason(error)
    raise OutputError(
        f"“{device.name}” would not play ({reason}). Nothing is lost. Choose another output in the system's "
        f"sound settings, then {then}."
    )


def _nothing_to_play_on(wanted: str | None, then: str) -> OutputError:
    if wanted is None:
        return OutputError(f"There is nothing to play sound on. Plug in headphones or speakers, then {then}.")
    return OutputError(f"“{wanted}”, on which sound should be played, is not there. Plug it in, then {then}.")
