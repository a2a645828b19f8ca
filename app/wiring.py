"""The real parts of the window: settings, profile, store, microphone, engine, each made once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from app.book import Book
from app.build import Parts
from app.choices import Choices
from app.comparing import Compared, compared
from app.listener import Listener
from app.live.wired import live_desk
from app.offers import Known, offer_desk, rehearsed_offer
from app.own_lines import line_desk
from app.own_voice import own_voice
from app.rehearsal.drilling import keep_choice, session
from app.reviewing import review_desk
from app.sampled import sampled
from app.set_up import desk
from app.take_lock import take_lock
from app.window.callbacks.desk import CallDesk
from audio.devices import inputs
from audio.ears import best_ear
from audio.errors import MissingFile
from audio.files import read
from audio.listen import listen
from audio.microphone import Microphone
from audio.playback import Playback
from coach import profile
from coach.bands import Bands
from coach.errors import CoachError
from coach.judge import judge
from coach.offers.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from app.folders import Folders
    from app.samples import Sample
    from app.window.look import Look
    from app.window.replay import Playing
    from app.window.trainer import TrainerDesks
    from audio.block import Block
    from audio.files import Recording
    from coach.calls.call_list import CallList
    from coach.offers.offer import Offer
    from coach.settings import Settings
    from coach.stage import Stage
    from coach.store.opening import Store
    from coach.verdict import Verdict


def parts(kept: Folders) -> Parts:
    """What cannot be read is told as a notice, and the window works without it."""
    choices = Choices(kept.settings)
    bands, bad_profile = _bands(choices.now.bands)
    _, bad_voice = own_voice(kept.voice)
    shelf = Shelf(kept.scripts / "offers")
    book = Book(kept, choices.now.rep, bands, choices.now.keep_sound_days, shelf.ids)
    listener = Listener(Microphone, partial(_engine, bands, kept.voice), book.record, partial(take_lock, kept.home))
    listener.choose(choices.now.input_device)
    rehearsed = partial(rehearsed_offer, shelf, choices)
    known = Known()
    book.opened.connect(known.connect_to)
    book.listed.connect(known.listen_to)
    drilling = session(kept, choices, bands, rehearsed)
    drills = {drill.id: drill.title for drill in drilling.drills if drill.prospect is not None}
    return Parts(
        listener=listener,
        bands=bands,
        offer=rehearsed(),
        session=drilling,
        keep_choice=partial(keep_choice, choices),
        drills=drills,
        play=lambda sound: _play(book.sounds.path(sound), choices.now),
        sampled=partial(sampled, bands=bands),
        compared=partial(_compared, book, bands),
        play_composed=lambda sound: _begin(Playback(sound.samples, sound.rate_hz, output=choices.now.output_device)),
        devices=lambda: [device.name for device in inputs()],
        keep_microphone=lambda name: choices.change(input_device=name),
        keep_look=partial(_keep_look, choices),
        book=book,
        keep_sound=lambda days: choices.change(keep_sound_days=days),
        sound_days=choices.now.keep_sound_days,
        microphone=choices.now.input_device,
        farewell=choices.now.farewell,
        sample_voice=choices.now.sample_voice,
        keep_voice=lambda name: choices.change(sample_voice=name),
        notices=tuple(sentence for sentence in (choices.problem, bad_profile, bad_voice) if sentence),
        set_up=desk(choices, bands, kept.voice),
        lines=line_desk(kept.scripts, choices),
        offers=offer_desk(shelf, choices, known),
        live=live_desk(kept, choices, bands, listener, shelf.offers),
        settings=lambda: choices.now,
        keep_settings=choices.change,
        offer_titles=lambda: {offer.id: offer.label for offer in shelf.every()},
        callbacks=partial(_call_desk, choices, shelf.every),
        review=partial(review_desk, kept, choices, bands, drills),
        trainer=partial(_trainer_desks, kept, choices, bands, drills),
    )


def _bands(chosen: Path | None) -> tuple[Bands, str | None]:
    try:
        return profile.load(chosen), None
    except CoachError as error:
        return profile.load(), f"{error} Our defaults are used this time."


def _engine(bands: Bands, voice: Path, blocks: Iterable[Block]) -> Iterator[Stage | Verdict]:
    return judge(listen(blocks, best_ear(own_voice(voice)[0])), bands)


def _keep_look(choices: Choices, look: Look) -> None:
    choices.change(theme=look.theme, text_scale=look.text_percent, window=look.geometry)


def _call_desk(choices: Choices, offers: Callable[[], Sequence[Offer]], calls: CallList) -> CallDesk:
    return CallDesk(
        calls,
        offers,
        region=lambda: choices.now.region,
        columns=lambda: choices.now.list_columns,
        keep_columns=lambda columns: choices.change(list_columns=columns),
    )


def _trainer_desks(
    kept: Folders, choices: Choices, bands: Bands, drills: Mapping[str, str], store: Store
) -> TrainerDesks:
    from app.trainer import trainer_desks  # noqa: PLC0415 - when the store is open

    return trainer_desks(kept, choices, bands, drills, store)


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
