"""The real desk of live calls: the user's settings, their voice, their microphones and the folder of kept sound."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.keeper import begin
from app.live.desk import LiveDesk
from app.live.line import Line
from app.own_voice import own_voice
from audio.ears import best_ear
from audio.microphone import Microphone
from audio.sound_folder import SoundFolder
from coach.errors import CoachError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from app.choices import Choices
    from app.folders import Folders
    from app.listener import Listener
    from app.take import Recorder
    from audio.ears import Ear
    from coach.bands import Bands
    from coach.offers.offer import Offer


def live_desk(
    kept: Folders, choices: Choices, bands: Bands, listener: Listener, offers: Callable[[], Sequence[Offer]]
) -> LiveDesk:
    sounds = SoundFolder(kept.call_sound)
    line = Line(listener, partial(_ear, kept.voice), bands, partial(_record, sounds, choices), Microphone)
    desk = LiveDesk(line, offers, lambda: choices.now, bands, partial(_let_go, sounds))
    line.setParent(desk)
    return desk


def _ear(voice: Path) -> Ear:
    return best_ear(own_voice(voice)[0])


def _record(sounds: SoundFolder, choices: Choices, rate_hz: int) -> tuple[str, Recorder]:
    return begin(sounds, rate_hz, rep=choices.now.rep, drill="a live call")


def _let_go(sounds: SoundFolder, key: str) -> None:
    try:
        sounds.path(key).unlink(missing_ok=True)
    except OSError as error:
        raise CoachError(
            f"The sound of a call that was taken back could not be deleted ({error.strerror}): {sounds.path(key)}. "
            "Its entry is gone all the same. Close whatever plays it, and delete the file yourself."
        ) from error
