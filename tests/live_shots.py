"""The Live page and the companion in the guide's pictures."""

import staged
import staged_live
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app import build
from app.companion.window import Companion, CompanionLook
from app.theme.theme import Theme
from app.window.calling import Calling
from coach.bands import Bands

# Each: which state is told, None while nobody calls.
PAGES = {
    "live_empty": None,
    "live_waiting": None,
    "live_settings": None,
    "live": "script",
    "live_closing": "closing",
    "live_clarify": "clarify",
    "live_logged": "logged",
    "live_nobody": "nobody",
}
COMPANIONS = {f"companion_{name}": name for name in staged_live.STATES}
MOMENTS = (*PAGES, *COMPANIONS)
GUIDE = ("live", "live_closing", "companion_script", "companion_closing")
SIZE = (420, 330)


def bring_about(window, listener, moment):
    """A window on which the Live page is at that moment."""
    desk = staged_live.FakeDesk()
    chosen = staged_live.Chosen(**({"caller": "", "firm": ""} if moment == "live_empty" else {}))
    build.bring_to_life(window, staged.parts(listener, **chosen.parts(desk)))
    listener.microphone_changed.emit(staged.HEADSET)
    window.show_page("live")
    calling = window.findChild(Calling)
    if moment != "live_empty":
        connect(calling, staged_live.FakeList())
    if moment == "live_settings":
        window.live.board.head.options.click()
    elif (name := PAGES[moment]) is not None:
        desk.show(name, staged_live.QUIET if name == "closing" else None)
        await_listed(calling)


def connect(calling, calls):
    """The list is there, and shown."""
    calling.connect_to(calls)
    await_listed(calling)


def await_listed(calling):
    told = QEventLoop()
    calling.listing.listed.connect(told.quit)
    calling.listing.read()
    QTimer.singleShot(10_000, told.quit)
    told.exec()
    QApplication.processEvents()


def companion(app, moment, look, size):
    name = COMPANIONS[moment]
    shown = Companion(Theme(app, look.theme), CompanionLook("", look.text_percent), "F9")
    shown.call.show_bands(Bands())
    shown.resize(*size)
    shown.show_state(staged_live.STATES[name])
    if name == "closing":
        shown.call.show_stage(staged_live.QUIET)
    shown.show()
    return shown
