"""`okbye devices`: microphones and outputs, which one is used, and why one cannot be."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from audio.devices import Device


def devices(*, as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False) -> None:
    """List microphones and outputs, which of them is used, and why one cannot be."""
    # Loaded here, so that the other commands and --help need not wait for the sound system.
    from app.command.printable import visible  # noqa: PLC0415
    from audio.devices import find_input, inputs, outputs  # noqa: PLC0415
    from audio.errors import NoMicrophone  # noqa: PLC0415

    microphones = inputs()
    try:
        used, missing = find_input().index, None
    except NoMicrophone as error:
        used, missing = None, error
    lines = [_line("input", device, used=device.index == used) for device in microphones]
    lines += [_line("output", device, used=device.default) for device in outputs()]
    for line in lines:
        typer.echo(json.dumps(line) if as_json else visible(_row(line)))
    if missing is not None:
        raise missing


def _line(kind: str, device: Device, *, used: bool) -> dict[str, Any]:
    return {
        "kind": kind,
        "name": device.name,
        "channels": device.channels,
        "sample_rate_hz": device.rate_hz,
        "default": device.default,
        "used": used,
        "usable": device.usable,
        "why_not": device.why_not or None,
    }


def _row(line: dict[str, Any]) -> str:
    kind = {"input": "microphone", "output": "output"}[line["kind"]]
    notes = [word for word, true in (("used", line["used"]), ("the system's default", line["default"])) if true]
    if not line["usable"]:
        notes.append(line["why_not"])
    return f"{kind:10}  {line['name']}" + (f" ({', '.join(notes)})" if notes else "")
