"""The real parts of the window: settings, profile, store, microphone, engine, each made once."""

from __future__ import annotations

from functools import partial
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

import scripts
from app.book import Book
from app.build import Parts
from app.choices import Choices
from app.listener import Listener
from app.take_lock import take_lock
from app.window.setup.desk import Desk, Gathered
from audio.devices import inputs, outputs
from audio.ears import best_ear
from audio.errors import MissingFile, VoiceError
from audio.files import read
from audio.listen import listen
from audio.microphone import Microphone
from audio.playback import Playback
from audio.voice.keeping import keep
from audio.voice.keeping import kept as kept_voice
from coach import profile
from coach.bands import Bands
from coach.errors import CoachError
from coach.judge import judge
from coach.offer import read_offer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from app.folders import Folders
    from app.window.look import Look
    from app.window.replay import Playing
    from audio.block import Block, Samples
    from audio.voice.voice import Voice
    from coach.settings import Settings
    from coach.stage import Stage
    from coach.verdict import Verdict


def parts(kept: Folders) -> Parts:
    """What cannot be read is told as a notice, and the window works without it."""
    choices = Choices(kept.settings)
    bands, bad_profile = _bands(choices.now.bands)
    book = Book(kept, choices.now.rep, bands)
    own = _OwnVoice(kept.voice)
    listener = Listener(Microphone, partial(_engine, bands, own), book.record, partial(take_lock, kept.home))
    listener.choose(choices.now.input_device)
    return Parts(
        listener=listener,
        bands=bands,
        offer=read_offer(files(scripts) / "offers" / "flat-fee-payroll.toml"),
        play=lambda sound: _play(book.sounds.path(sound), choices.now),
        devices=lambda: [device.name for device in inputs()],
        keep_microphone=lambda name: choices.change(input_device=name),
        keep_look=partial(_keep_look, choices),
        book=book,
        microphone=choices.now.input_device,
        notices=tuple(sentence for sentence in (choices.problem, bad_profile, own.problem) if sentence),
        set_up=Desk(
            bands=bands,
            microphones=inputs,
            outputs=outputs,
            chosen=lambda: (choices.now.input_device, choices.now.output_device),
            play=_play_samples,
            accept=partial(_accept, choices, own),
            decline=lambda: choices.change(set_up="skipped") if choices.now.set_up == "no" else None,
            first=choices.now.set_up == "no",
        ),
    )


class _OwnVoice:
    """The rep's voice as it is kept; `problem` is a sentence where it could not be read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.now: Voice | None = None
        self.problem = ""
        try:
            self.now = kept_voice(path)
        except VoiceError as error:
            self.problem = str(error)

    def replace(self, voice: Voice) -> None:
        """Raise `VoiceError` where it cannot be kept; the one before it then stays."""
        keep(voice, self._path)
        self.now = voice


def _accept(choices: Choices, own: _OwnVoice, gathered: Gathered) -> None:
    """The voice first: where it cannot be kept, nothing else has changed."""
    if gathered.voice is not None:
        own.replace(gathered.voice)
    choices.change(
        input_device=gathered.microphone,
        output_device=gathered.output,
        pause_error_s=gathered.found.pause_error,
        set_up="done",
    )


def _bands(chosen: Path | None) -> tuple[Bands, str | None]:
    try:
        return profile.load(chosen), None
    except CoachError as error:
        return profile.load(), f"{error} Our defaults are used this time."


def _engine(bands: Bands, own: _OwnVoice, blocks: Iterable[Block]) -> Iterator[Stage | Verdict]:
    return judge(listen(blocks, best_ear(own.now)), bands)


def _keep_look(choices: Choices, look: Look) -> None:
    choices.change(theme=look.theme, text_scale=look.text_percent, window=look.geometry)


def _play_samples(samples: Samples, rate_hz: int, output: str | None) -> Playing:
    playing = Playback(samples, rate_hz, output=output)
    playing.start()
    return playing


def _play(path: Path, chosen: Settings) -> Playing:
    if not path.exists():
        raise MissingFile("The sound of this take is no longer in its folder. Its numbers are still here.")
    with read(path) as recording:
        sound = np.concatenate([block.samples for block in recording])
    playing = Playback(sound, recording.rate_hz, output=chosen.output_device)
    playing.start()
    return playing
