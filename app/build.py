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

    from app.folders import Folders
    from app.listener import Listener
    from app.theme.theme import Wish
    from app.window.replay import Playing
    from coach.bands import Bands
    from coach.offer import Offer


@dataclass(frozen=True, slots=True)
class Parts:
    """What the window works with.

    `devices` names the microphones there are now, `microphone` the chosen one (None: the system's), and
    `keep_microphone` is told another choice. `keep_look` is told what the window should remember. `notices`
    are sentences to show at the start.
    """

    listener: Listener
    bands: Bands
    offer: Offer
    play: Callable[[str], Playing]
    devices: Callable[[], Sequence[str]]
    keep_microphone: Callable[[str | None], None]
    keep_look: Callable[[Look], None]
    microphone: str | None = None
    notices: tuple[str, ...] = ()


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
    for sentence in parts.notices:
        page.notice.tell(sentence)
    page.connect_to(listener, parts.play)
    chip.meter = lambda: listener.meter
    chip.devices = parts.devices
    chip.current = parts.microphone
    listener.microphone_changed.connect(chip.show_state)
    chip.chosen.connect(listener.choose)
    chip.chosen.connect(parts.keep_microphone)
    chip.look_again.connect(lambda: listener.choose(chip.current))
    shown.look_changed.connect(parts.keep_look)
    shown.closed.connect(listener.close)
    listener.open()


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
    from app.listener import Listener
    from coach.bands import Bands
    from coach.offer import read_offer

    del folders
    return Parts(
        listener=Listener(),
        bands=Bands(),
        offer=read_offer(files(scripts) / "offers" / "flat-fee-payroll.toml"),
        play=_play,
        devices=tuple,
        keep_microphone=lambda _name: None,
        keep_look=lambda _look: None,
    )


def _play(sound: str) -> Playing:
    raise NotImplementedError(sound)
