"""The real parts of the window: settings, profile, store, microphone, engine, each made once."""

from __future__ import annotations

from functools import partial
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

import scripts
from app.build import Parts
from app.choices import Choices
from app.keeper import TakeKeeper
from app.listener import Listener
from app.measure import measure
from app.recovery import recover
from app.take_lock import take_lock
from audio.devices import inputs
from audio.files import read
from audio.listen import listen
from audio.microphone import Microphone
from audio.playback import Playback
from audio.sound_folder import SoundFolder
from audio.vad import WebRtcVad
from coach import profile
from coach.bands import Bands
from coach.errors import CoachError
from coach.judge import judge
from coach.offer import read_offer
from coach.store.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from app.folders import Folders
    from app.listener import TakeEnded
    from app.window.look import Look
    from app.window.replay import Playing
    from audio.block import Block
    from coach.settings import Settings
    from coach.stage import Stage
    from coach.verdict import Verdict


def parts(kept: Folders) -> Parts:
    """What cannot be read or opened is told as a notice, and the window works without it."""
    choices = Choices(kept.settings)
    bands, bad_profile = _bands(choices.now.bands)
    sounds = SoundFolder(kept.sound)
    keeper, bad_store = _keeper(kept, sounds)
    listener = Listener(
        Microphone,
        partial(_engine, bands),
        (lambda rate_hz: keeper.begin(rate_hz, rep=choices.now.rep)) if keeper else None,
        partial(take_lock, kept.home),
    )
    listener.choose(choices.now.input_device)
    return Parts(
        listener=listener,
        bands=bands,
        offer=read_offer(files(scripts) / "offers" / "flat-fee-payroll.toml"),
        play=lambda sound: _play(sounds.path(sound), choices.now),
        devices=lambda: [device.name for device in inputs()],
        keep_microphone=lambda name: choices.change(input_device=name),
        keep_look=partial(_keep_look, choices),
        keep_take=partial(_keep_take, keeper, choices, bands) if keeper else lambda _take: None,
        recovered=partial(_recovered, sounds, keeper, bands) if keeper else tuple,
        microphone=choices.now.input_device,
        notices=tuple(sentence for sentence in (choices.problem, bad_profile, bad_store) if sentence),
    )


def _bands(chosen: Path | None) -> tuple[Bands, str | None]:
    try:
        return profile.load(chosen), None
    except CoachError as error:
        return profile.load(), f"{error} Our defaults are used this time."


def _keeper(kept: Folders, sounds: SoundFolder) -> tuple[TakeKeeper | None, str | None]:
    try:
        return TakeKeeper(sounds, open_store(kept.make().database).takes), None
    except CoachError as error:
        return None, f"{error} You can rehearse, but takes are not kept this time."


def _engine(bands: Bands, blocks: Iterable[Block]) -> Iterator[Stage | Verdict]:
    return judge(listen(blocks, WebRtcVad()), bands)


def _keep_take(keeper: TakeKeeper, choices: Choices, bands: Bands, take: TakeEnded) -> None:
    keeper.finish(take.sound, take.verdict, rep=choices.now.rep, bands_name=bands.name, fault=take.fault)


def _recovered(sounds: SoundFolder, keeper: TakeKeeper, bands: Bands) -> list[str]:
    return recover(sounds, keeper.takes, lambda path: measure(path, bands).verdict)


def _keep_look(choices: Choices, look: Look) -> None:
    choices.change(theme=look.theme, text_scale=look.text_percent, window=look.geometry)


def _play(path: Path, chosen: Settings) -> Playing:
    with read(path) as recording:
        sound = np.concatenate([block.samples for block in recording])
    playing = Playback(sound, recording.rate_hz, output=chosen.output_device)
    playing.start()
    return playing
