"""What the set-up of the microphone works with, and what becomes of what it gathered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.window.setup.desk import Desk
from audio.devices import inputs, outputs
from audio.playback import Playback
from audio.voice.keeping import keep

if TYPE_CHECKING:
    from pathlib import Path

    from app.choices import Choices
    from app.window.replay import Playing
    from app.window.setup.desk import Gathered
    from audio.block import Samples
    from coach.bands import Bands


def desk(choices: Choices, bands: Bands, voice: Path) -> Desk:
    """The real one; it opens by itself until it was used or left once."""
    return Desk(
        bands=bands,
        microphones=inputs,
        outputs=outputs,
        chosen=lambda: (choices.now.input_device, choices.now.output_device),
        play=_play,
        accept=partial(accept, choices, voice),
        decline=partial(decline, choices),
        first=choices.now.set_up == "no",
    )


def accept(choices: Choices, voice: Path, gathered: Gathered) -> None:
    """The voice first: where it cannot be kept, nothing else has changed. A voice that was not said again stays."""
    if gathered.voice is not None:
        keep(gathered.voice, voice)
    choices.change(
        input_device=gathered.microphone,
        output_device=gathered.output,
        pause_error_s=gathered.found.pause_error,
        set_up="done",
    )


def decline(choices: Choices) -> None:
    """It does not come by itself again."""
    if choices.now.set_up == "no":
        choices.change(set_up="skipped")


def _play(samples: Samples, rate_hz: int, output: str | None) -> Playing:
    playing = Playback(samples, rate_hz, output=output)
    playing.start()
    return playing
