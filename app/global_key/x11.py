"""The global key on X11: the server gives us this one key, and the focus stays where it is."""

from __future__ import annotations

import logging
import os
import select
import time
from threading import Thread
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from Xlib import X
from Xlib.display import Display
from Xlib.error import BadAccess, CatchError, ConnectionClosedError, DisplayError

from app.global_key.key import GlobalKey, taken
from app.global_key.keyboard import places

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from Xlib.protocol.rq import Event

    from app.global_key.chord import Chord

UNREACHED: Final = "The screen cannot be asked for a key. The window’s own keys work."
LOST: Final = "The screen has gone, and the key with it."

log = logging.getLogger(__name__)


class X11Key(GlobalKey):
    """On a connection of its own. After it is made, only its thread speaks on it."""

    _heard = Signal(float)
    _found = Signal(object)  # the problem, or None

    def __init__(self, chord: Chord, parent: QObject | None = None) -> None:
        super().__init__(None, parent)
        self._chord = chord
        self._held: list[tuple[int, int]] = []
        self._let_go: tuple[int, int] | None = None
        self._open = True
        self._heard.connect(self._tell_press, Qt.ConnectionType.QueuedConnection)
        self._found.connect(self._tell_problem, Qt.ConnectionType.QueuedConnection)
        self._wakes, self._wake = os.pipe()
        self._thread = Thread(target=self._listen, name="global key", daemon=True)
        try:
            self._display = Display()
        except (DisplayError, ConnectionClosedError, OSError) as error:
            log.info("no global key: %s", error)
            self.problem = UNREACHED
            return
        self._root = self._display.screen().root
        self.problem = self._grab()
        self._thread.start()

    def close(self) -> None:
        if not self._open:
            return
        self._open = False
        os.close(self._wake)
        if self._thread.ident is not None:
            self._thread.join()
        os.close(self._wakes)

    def _listen(self) -> None:
        try:
            while True:
                while self._display.pending_events():
                    self._heed(self._display.next_event())
                ready, _, _ = select.select([self._wakes, self._display], [], [])
                if self._wakes in ready:
                    break
            self._ungrab()
            self._display.close()
        except (ConnectionClosedError, OSError) as error:
            log.info("no global key any more: %s", error)
            self._found.emit(LOST)

    def _heed(self, event: Event) -> None:
        if event.type == X.KeyRelease:
            self._let_go = (event.detail, event.time)
        elif event.type == X.KeyPress:
            # A key that repeats by itself is let go and pressed at the very same moment.
            if self._let_go != (event.detail, event.time):
                self._heard.emit(time.monotonic())
        elif event.type == X.MappingNotify and event.request != X.MappingPointer:
            self._display.refresh_keyboard_mapping(event)
            self._ungrab()
            self._found.emit(self._grab())

    def _grab(self) -> str | None:
        """Take the key in every state of the locks, or leave it alone. Return what is the matter."""
        self._held = list(places(self._display, self._chord))
        if not self._held:
            return f"This keyboard has no key {self._chord}. Choose another one in the settings."
        refused = CatchError(BadAccess)
        for code, mask in self._held:
            self._root.grab_key(code, mask, False, X.GrabModeAsync, X.GrabModeAsync, onerror=refused)
        self._display.sync()
        if refused.get_error() is None:
            return None
        self._ungrab()
        return taken(str(self._chord))

    def _ungrab(self) -> None:
        for code, mask in self._held:
            self._root.ungrab_key(code, mask)
        self._held = []
        self._display.sync()

    @Slot(float)
    def _tell_press(self, at: float) -> None:
        if self._open:
            self.pressed.emit(at)

    @Slot(object)
    def _tell_problem(self, problem: str | None) -> None:
        if self._open:
            self._tell(problem)
