"""The composition root: every long-lived object of the window is made here, in two halves.

The first half is what can be seen; it imports Qt and little else. The second comes after the first
paint, imports what takes long (numpy, the store, the engine) and makes the window alive.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from app.theme.theme import Theme
from app.window.look import Look
from app.window.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from app.book import Book
    from app.choices import Choices
    from app.folders import Folders
    from app.listener import Listener
    from app.theme.theme import Wish
    from app.window.replay import Playing
    from coach.bands import Bands
    from coach.offer import Offer


@dataclass(frozen=True, slots=True)
class Parts:
    """What the window works with: `devices` names the microphones there are now; `notices` are sentences to show first."""

    listener: Listener
    book: Book
    choices: Choices
    bands: Bands
    offer: Offer
    play: Callable[[str], Playing]
    devices: Callable[[], Sequence[str]]
    notices: tuple[str, ...] = ()


def window(app: QApplication, look: Look) -> MainWindow:
    """The first half."""
    theme = Theme(app, look.theme, look.text_percent)
    shown = MainWindow(theme, look)
    theme.setParent(shown)
    return shown


def bring_to_life(shown: MainWindow, parts: Parts) -> None:
    """The second half."""
    page, chip = shown.rehearse, shown.side_bar.microphone
    listener, book, choices = parts.listener, parts.book, parts.choices
    for child in (listener, book):
        child.setParent(shown)
    page.practice.stage.show_bands(parts.bands)
    page.practice.show_offer(parts.offer)
    for sentence in parts.notices:
        page.notice.tell(sentence)
    page.connect_to(listener, parts.play)
    chip.meter = lambda: listener.meter
    chip.devices = parts.devices
    chip.current = choices.now.input_device
    listener.microphone_changed.connect(chip.show_state)
    listener.take_ended.connect(book.keep)
    chip.chosen.connect(listener.choose)
    chip.chosen.connect(lambda name: choices.change(input_device=name))
    chip.look_again.connect(lambda: listener.choose(chip.current))
    choices.tell = page.notice.tell
    book.told.connect(page.notice.tell)
    shown.look_changed.connect(
        lambda look: choices.change(theme=look.theme, text_scale=look.text_percent, window=look.geometry)
    )
    # The listener first: a take that is still running ends here and is kept.
    shown.closed.connect(listener.close)
    shown.closed.connect(book.close)
    listener.open()
    book.open()


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
        cast("Wish", theme) if theme in {"system", "light", "dark"} else "system",
        percent if isinstance(percent, int) else 100,
        geometry if isinstance(geometry, str) and geometry.isascii() else "",
    )


def parts(folders: Folders) -> Parts:
    """The real ones."""
    from importlib.resources import files

    import scripts
    from app.book import Book
    from app.choices import Choices
    from app.listener import Listener
    from app.play import player
    from app.take_lock import take_lock
    from audio.devices import inputs
    from audio.listen import listen
    from audio.microphone import Microphone
    from audio.vad import WebRtcVad
    from coach.errors import BadScript
    from coach.judge import judge
    from coach.offer import read_offer
    from coach.profile import load

    choices = Choices(folders.settings)
    troubles = list(choices.troubles)
    try:
        bands = load(choices.now.bands)
    except BadScript as bad:
        troubles.append(f"{bad} Our defaults are used until then.")
        bands = load()
    book = Book(folders, choices.now.rep, bands)
    listener = Listener(
        Microphone,
        lambda blocks: judge(listen(blocks, WebRtcVad()), bands),
        book.record,
        lambda: take_lock(folders.home),
    )
    listener.choose(choices.now.input_device)
    return Parts(
        listener=listener,
        book=book,
        choices=choices,
        bands=bands,
        offer=read_offer(files(scripts) / "offers" / "flat-fee-payroll.toml"),
        play=player(book.sounds, lambda: choices.now.output_device),
        devices=lambda: [device.name for device in inputs() if device.usable],
        notices=tuple(troubles),
    )
