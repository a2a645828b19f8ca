"""The composition root: every long-lived object of the window is made here, in two halves.

The first half is what can be seen; it imports Qt and little else. The second comes after the first
paint with the `Parts` (`app.wiring` makes the real ones) and brings the window to life.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, cast

from app.theme.theme import Theme
from app.window.calling import Calling
from app.window.from_list_to_call import join
from app.window.look import Look
from app.window.main_window import MainWindow
from app.window.rehearsing import choose_from_elsewhere, drill_with, read_from_elsewhere, rehearse_with

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from app.book import Book
    from app.comparing import Compared
    from app.listener import Listener
    from app.live.desk import LiveDesk
    from app.rehearsal.session import Session
    from app.sampled import Sampled
    from app.samples import Sample
    from app.store_door import Damage
    from app.theme.theme import Wish
    from app.window.callbacks.desk import CallDesk
    from app.window.choosing import Choosing, Keep
    from app.window.lines.desk import LineDesk
    from app.window.offers.desk import OfferDesk
    from app.window.rehearse import RehearsePage
    from app.window.replay import Playing
    from app.window.review.desk import ReviewDesk
    from app.window.setup.desk import Desk
    from app.window.trainer import TrainerDesks
    from audio.compose import Composed
    from coach.bands import Bands
    from coach.calls.call_list import CallList
    from coach.offers.offer import Offer
    from coach.settings import Settings
    from coach.store.opening import Store
    from coach.verdict import Verdict


def _kept_for_now(**_: object) -> None:
    """Where nobody keeps them, choices hold until the window is closed."""


def _unkept(_: int | None) -> None:
    """Where nobody keeps it, a choice holds until the window is closed."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the window works with; whatever raises an AudioError or a CoachError has its sentence shown.

    `play` is told the key of a take's sound; `sampled` composes a sample and measures it, `compared`
    a take with it, both in any thread.
    The `session` has the drills, and `keep_choice` is told another one.
    `devices` names the microphones there are now, `microphone` the chosen one (None: the system's), and
    `keep_microphone` is told another choice. `keep_look` is told what the window should remember; the `book` keeps
    every take that ended and tells what a crash left. Sound is kept for `sound_days`, None for ever, and `keep_sound`
    is told another choice. `drills` has the title of every drill by its name. `notices` are shown at the start. The
    `set_up` desk is what the microphone is set up with, the `lines` desk what lines are added with, the `offers` desk
    what offers are written at, the `live` desk what live calls go through: with it come the `settings` as they are
    now, `keep_settings`, which is told others by their names, and the titles of the offers by their ids. `callbacks`
    makes the desk of the call list once that can be asked, `review` the trainer's desk, `trainer` those
    of the rooms behind it.
    """

    listener: Listener
    bands: Bands
    offer: Offer
    play: Callable[[str], Playing]
    sampled: Callable[[Sample], Sampled]
    compared: Callable[[str, Verdict, Sample], Compared]
    play_composed: Callable[[Composed], Playing]
    devices: Callable[[], Sequence[str]]
    keep_microphone: Callable[[str | None], None]
    keep_look: Callable[[Look], None]
    session: Session | None = None
    keep_choice: Keep = lambda _drill, _wish: None
    book: Book | None = None
    keep_sound: Callable[[int | None], None] = _unkept
    sound_days: int | None = None
    drills: Mapping[str, str] = field(default_factory=dict)
    microphone: str | None = None
    farewell: str = "good-bye"
    sample_voice: str = "af_heart"
    keep_voice: Callable[[str], None] = lambda _name: None
    notices: tuple[str, ...] = ()
    set_up: Desk | None = None
    lines: LineDesk | None = None
    offers: OfferDesk | None = None
    live: LiveDesk | None = None
    settings: Callable[[], Settings] | None = None
    keep_settings: Callable[..., None] = _kept_for_now
    offer_titles: Callable[[], Mapping[str, str]] = dict
    callbacks: Callable[[CallList], CallDesk] | None = None
    review: Callable[[Store], ReviewDesk] | None = None
    trainer: Callable[[Store], TrainerDesks] | None = None


def window(app: QApplication, look: Look) -> MainWindow:
    """The first half."""
    theme = Theme(app, look.theme, look.text_percent)
    shown = MainWindow(theme, look)
    theme.setParent(shown)
    return shown


def bring_to_life(shown: MainWindow, parts: Parts) -> None:
    """The second half."""
    page, chip, listener = shown.rehearse, shown.side_bar.microphone, parts.listener
    page.practice.stage.show_bands(parts.bands)
    page.practice.show_offer(parts.offer)
    if parts.session is None:
        rehearse_with(page, listener, parts.play)
    else:
        keep = _told(page, parts.keep_choice)
        choosing = drill_with(page, listener, parts.play, parts.session, keep)
        shown.progress.rehearse.connect(partial(choose_from_elsewhere, page, choosing))
        if parts.lines is not None:
            _offer_lines(parts.lines, shown, listener, choosing)
    shown.samples.connect_to(parts.sampled, parts.play_composed, parts.bands)
    page.beside.connect_to(parts.sampled, parts.compared, parts.play_composed, parts.farewell)
    shown.samples.use_voice(parts.sample_voice)
    page.beside.use_voice(shown.samples.voice.voice.name)
    shown.samples.voice.chosen.connect(page.beside.use_voice)
    shown.samples.voice.chosen.connect(lambda name: page.told(lambda: parts.keep_voice(name)))
    shown.closed.connect(shown.samples.close_down)
    shown.closed.connect(page.beside.close_down)
    chip.meter = lambda: listener.meter
    chip.devices = partial(_named, page, parts.devices)
    chip.current = parts.microphone
    listener.microphone_changed.connect(chip.show_state)
    chip.chosen.connect(listener.choose)
    chip.chosen.connect(lambda name: page.told(lambda: parts.keep_microphone(name)))
    chip.look_again.connect(lambda: listener.choose(chip.current))
    shown.look_changed.connect(lambda look: page.told(lambda: parts.keep_look(look)))
    shown.progress.prepare(parts.play, parts.drills, parts.sound_days)
    shown.progress.keep_sound.connect(lambda days: page.told(lambda: parts.keep_sound(days)))
    if parts.offers is not None:
        _offer_offers(parts.offers, shown)
    shown.closed.connect(shown.offers.close_down)
    if parts.live is not None:
        shown.closed.connect(parts.live.end)
        shown.offers.changed.connect(parts.live.refresh)
    shown.closed.connect(listener.close)
    if parts.live is not None:
        shown.closed.connect(parts.live.close)  # after the listener, which may have had its last numbers
    shown.closed.connect(shown.progress.close_down)
    shown.closed.connect(shown.callbacks.close_down)
    shown.closed.connect(shown.review.close_down)
    if parts.live is not None and parts.settings is not None:
        _offer_calls(parts.live, parts.settings, parts, shown)
    if parts.book is not None:
        _open_book(parts.book, parts, shown)
    if parts.set_up is not None:
        _offer_set_up(parts.set_up, shown, listener)
    for sentence in parts.notices:
        page.notice.tell(sentence)
    listener.open()


def _offer_calls(desk: LiveDesk, settings: Callable[[], Settings], parts: Parts, shown: MainWindow) -> None:
    from app.global_key.held import HeldKey  # noqa: PLC0415 - the window is there sooner without it

    devices = partial(_named, shown.rehearse, parts.devices)
    calling = Calling(shown, desk, parts.bands, settings, parts.keep_settings, parts.offer_titles, devices)
    join(shown, calling)
    if parts.book is not None:
        parts.book.listed.connect(calling.connect_to)
    key = HeldKey(lambda: settings().global_key, shown)
    calling.began.connect(key.hold)
    calling.changed.connect(key.renew)
    key.pressed.connect(desk.press_main)
    key.told.connect(calling.tell)
    shown.closed.connect(key.let_go)


def _named(page: RehearsePage, devices: Callable[[], Sequence[str]]) -> Sequence[str]:
    """What there is, and none where that cannot be told."""
    return page.told(devices) or ()


def _offer_set_up(desk: Desk, shown: MainWindow, listener: Listener) -> None:
    from app.window.setting_up import SettingUp  # noqa: PLC0415 - its pages need the sound libraries

    setting_up = SettingUp(shown, listener, desk)
    if desk.first:
        setting_up.open()


def _offer_lines(desk: LineDesk, shown: MainWindow, listener: Listener, choosing: Choosing) -> None:
    from app.window.adding_lines import AddingLines  # noqa: PLC0415 - its page needs the sound libraries

    AddingLines(shown, listener, desk, choosing)


def _offer_offers(desk: OfferDesk, shown: MainWindow) -> None:
    """What is rehearsed with is chosen there."""

    def rehearse(offer: Offer) -> None:
        if desk.rehearse is not None and read_from_elsewhere(shown.rehearse, offer):
            desk.rehearse(offer)
            shown.show_page("rehearse")

    def renew() -> None:
        if desk.rehearsed is not None:
            read_from_elsewhere(shown.rehearse, desk.rehearsed())

    shown.offers.changed.connect(renew)
    shown.offers.connect_to(replace(desk, rehearse=rehearse if desk.rehearse is not None else None))


def _told(page: RehearsePage, keep: Keep) -> Keep:
    """What cannot be kept is told on the page."""
    return lambda drill, wish: page.told(lambda: keep(drill, wish))


def _open_book(book: Book, parts: Parts, shown: MainWindow) -> None:
    progress = shown.progress
    book.told.connect(shown.rehearse.notice.tell)
    book.withdrawn.connect(shown.rehearse.notice.withdraw)
    book.damaged.connect(partial(_offer_repair, shown, book))
    book.opened.connect(progress.connect_to)
    if parts.callbacks is not None:
        book.listed.connect(partial(_open_list, shown, parts.callbacks))
    if parts.review is not None:
        book.stored.connect(partial(_open_review, shown, parts.review, parts.listener))
    if parts.trainer is not None:
        book.stored.connect(partial(_open_trainer, shown, book, parts.trainer))
    book.opened.connect(shown.rehearse.sending.connect_to)
    shown.closed.connect(shown.rehearse.sending.close_down)
    book.changed.connect(progress.refresh)
    book.changed.connect(shown.review.refresh)
    parts.listener.take_ended.connect(book.keep)
    shown.closed.connect(book.close)  # after the listener, whose running take ends there and is kept
    book.open()


def _offer_repair(shown: MainWindow, book: Book, damage: Damage) -> None:
    from app.window.repairing import offer_repair  # noqa: PLC0415 - hardly ever needed

    offer_repair(shown, book, damage)


def _open_list(shown: MainWindow, desk: Callable[[CallList], CallDesk], calls: CallList) -> None:
    shown.callbacks.connect_to(desk(calls))


def _open_review(shown: MainWindow, desk: Callable[[Store], ReviewDesk], listener: Listener, store: Store) -> None:
    shown.review.connect_to(desk(store), listener)


def _open_trainer(shown: MainWindow, book: Book, desks: Callable[[Store], TrainerDesks], store: Store) -> None:
    from app.window.trainer import Trainer  # noqa: PLC0415 - what is behind the Review page can wait

    known = shown.findChild(Trainer)
    if known is not None:
        known.renew(desks(store))
    else:
        Trainer(shown, desks(store)).changed.connect(book.changed)


def read_look(settings: Path) -> Look:
    """What the first half needs of the settings, without the model that reads all of them.

    A file that cannot be understood gives the defaults here; the second half says so.
    """
    try:
        kept = json.loads(settings.read_text(encoding="utf-8"))
        theme, percent, geometry = kept.get("theme"), kept.get("text_scale"), kept.get("window")
    except (OSError, ValueError, AttributeError):
        return Look()
    return Look(
        cast("Wish", theme) if theme in ("system", "light", "dark") else "system",
        percent if isinstance(percent, int) else 100,
        geometry if isinstance(geometry, str) and geometry.isascii() else "",
    )
