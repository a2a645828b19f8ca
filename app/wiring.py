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
from app.comparing import Compared, compared
from app.listener import Listener
from app.rehearsal.connecting import connected
from app.rehearsal.session import Session
from app.sampled import sampled
from app.take_lock import take_lock
from audio.devices import inputs
from audio.ears import best_ear
from audio.errors import MissingFile
from audio.files import read
from audio.lines import unplayable
from audio.listen import listen
from audio.microphone import Microphone
from audio.playback import Playback
from coach import profile
from coach.bands import Bands
from coach.drills.repertoire import load
from coach.drills.rounds import Wish
from coach.errors import CoachError
from coach.judge import judge
from coach.offer import read_offer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from app.folders import Folders
    from app.samples import Sample
    from app.window.look import Look
    from app.window.replay import Playing
    from audio.block import Block
    from audio.files import Recording
    from coach.offer import Offer
    from coach.settings import Settings
    from coach.stage import Stage
    from coach.verdict import Verdict


def parts(kept: Folders) -> Parts:
    """What cannot be read is told as a notice, and the window works without it."""
    choices = Choices(kept.settings)
    bands, bad_profile = _bands(choices.now.bands)
    book = Book(kept, choices.now.rep, bands)
    listener = Listener(Microphone, partial(_engine, bands), book.record, partial(take_lock, kept.home))
    listener.choose(choices.now.input_device)
    offer = read_offer(files(scripts) / "offers" / "flat-fee-payroll.toml")
    return Parts(
        listener=listener,
        bands=bands,
        offer=offer,
        session=_session(kept, choices, bands, offer),
        keep_choice=partial(_keep_choice, choices),
        play=lambda sound: _play(book.sounds.path(sound), choices.now),
        sampled=partial(sampled, bands=bands),
        compared=partial(_compared, book, bands),
        play_composed=lambda sound: _begin(Playback(sound.samples, sound.rate_hz, output=choices.now.output_device)),
        devices=lambda: [device.name for device in inputs()],
        keep_microphone=lambda name: choices.change(input_device=name),
        keep_look=partial(_keep_look, choices),
        book=book,
        microphone=choices.now.input_device,
        farewell=choices.now.farewell,
        sample_voice=choices.now.sample_voice,
        keep_voice=lambda name: choices.change(sample_voice=name),
        notices=tuple(sentence for sentence in (choices.problem, bad_profile) if sentence),
    )


def _bands(chosen: Path | None) -> tuple[Bands, str | None]:
    try:
        return profile.load(chosen), None
    except CoachError as error:
        return profile.load(), f"{error} Our defaults are used this time."


def _session(kept: Folders, choices: Choices, bands: Bands, offer: Offer) -> Session:
    repertoire = load(kept.scripts, unplayable)
    now = choices.now
    minutes = now.round_minutes if now.round_takes is None else None
    return Session(
        repertoire,
        lambda drill, seed: connected(repertoire, bands, offer.words, choices.now.output_device, drill, seed),
        chosen=now.drill,
        wish=Wish(now.round_takes, None if minutes is None else minutes * 60),
    )


def _keep_choice(choices: Choices, drill: str, wish: Wish) -> None:
    minutes = None if wish.seconds is None else wish.seconds / 60
    choices.change(drill=drill, round_takes=wish.takes, round_minutes=minutes)


def _engine(bands: Bands, blocks: Iterable[Block]) -> Iterator[Stage | Verdict]:
    return judge(listen(blocks, best_ear()), bands)


def _keep_look(choices: Choices, look: Look) -> None:
    choices.change(theme=look.theme, text_scale=look.text_percent, window=look.geometry)


def _compared(book: Book, bands: Bands, sound: str, verdict: Verdict, sample: Sample) -> Compared:
    with _recording(book.sounds.path(sound)) as recording:
        return compared(recording, verdict, sample, bands)


def _recording(path: Path) -> Recording:
    if not path.exists():
        raise MissingFile("The sound of this take is no longer in its folder. Its numbers are still here.")
    return read(path)


def _play(path: Path, chosen: Settings) -> Playing:
    with _recording(path) as recording:
        sound = np.concatenate([block.samples for block in recording])
    return _begin(Playback(sound, recording.rate_hz, output=chosen.output_device))


def _begin(playing: Playback) -> Playing:
    playing.start()
    return playing
