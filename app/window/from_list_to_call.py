"""Joins the page of call-backs with the page of live calls: who is picked on one is called on the other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.window.calling import Calling
    from app.window.main_window import MainWindow


def join(shown: MainWindow, calling: Calling) -> None:
    shown.callbacks.start_calling.connect(partial(_call, shown, calling, None))
    shown.callbacks.call_now.connect(partial(_call, shown, calling))
    calling.imports.connect(partial(shown.show_page, "callbacks"))
    calling.listing.listed.connect(lambda listed: shown.callbacks.counted.emit(listed.counted[0]))
    calling.logged.connect(shown.callbacks.refresh)


def _call(shown: MainWindow, calling: Calling, prospect: str | None) -> None:
    shown.show_page("live")
    calling.begin(prospect)
