"""The global key on Wayland: the desktop is asked for it through its portal, and asks the user."""

from __future__ import annotations

import logging
import socket
import time
from collections import deque
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any, Final

from jeepney import DBusAddress, HeaderFields, MatchRule, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import DBusErrorResponse, unwrap_msg
from PySide6.QtCore import Qt, Signal, Slot

from app.global_key.key import FORBIDDEN, GlobalKey

if TYPE_CHECKING:
    from jeepney import Message
    from PySide6.QtCore import QObject

    from app.global_key.chord import Chord

DESKTOP: Final = "org.freedesktop.portal.Desktop"
PLACE: Final = "/org/freedesktop/portal/desktop"
SHORTCUTS: Final = DBusAddress(PLACE, DESKTOP, "org.freedesktop.portal.GlobalShortcuts")
REGISTRY: Final = DBusAddress(PLACE, DESKTOP, "org.freedesktop.host.portal.Registry")
HEARD: Final = MatchRule(type="signal", sender=DESKTOP, path_namespace=PLACE)
NO: Final = "no"  # the shortcut's own name
PATIENCE_S: Final = 5.0  # of a call; what the user is asked may take as long as it takes
REPEATING_S: Final = 0.5

_HELD: Final = {"Ctrl": "CTRL", "Alt": "ALT", "Shift": "SHIFT", "Meta": "LOGO"}

log = logging.getLogger(__name__)


class PortalKey(GlobalKey):
    """It does not work before the desktop has said so; which key it is in the end is the desktop's to decide."""

    _heard = Signal(float)
    _found = Signal(object)  # the problem, or None

    def __init__(self, chord: Chord, parent: QObject | None = None) -> None:
        super().__init__(f"The desktop has not allowed {chord} yet.", parent)
        self._chord = chord
        self._open = True
        self._last = -REPEATING_S
        self._heard.connect(self._tell_press, Qt.ConnectionType.QueuedConnection)
        self._found.connect(self._tell_problem, Qt.ConnectionType.QueuedConnection)
        self._thread = Thread(target=self._listen, name="global key", daemon=True)
        try:
            self._bus = open_dbus_connection()
        except (KeyError, OSError, RuntimeError, ValueError) as error:
            log.info("no session bus: %s", error)
            self.problem = FORBIDDEN
            return
        self.asking = True
        self._thread.start()

    def close(self) -> None:
        if self._open and self._thread.ident is not None:
            with suppress(OSError):  # it had ended already
                self._bus.sock.shutdown(socket.SHUT_RDWR)
            self._thread.join()
        self._open = False

    def _listen(self) -> None:
        said: deque[Message] = deque()
        try:
            with self._bus, self._bus.filter(MatchRule(type="signal", path_namespace=PLACE), queue=said):
                self._call_bus(message_bus.AddMatch(HEARD))
                if not self._bind(said):
                    self._found.emit(FORBIDDEN)
                    return
                self._found.emit(None)
                while True:
                    self._heed(self._bus.recv_until_filtered(said))
        except (DBusErrorResponse, TimeoutError) as error:
            log.info("the desktop has no portal for keys: %s", error)
            self._found.emit(FORBIDDEN)
        except OSError as error:  # we have closed it, or the bus has gone
            log.info("no global key any more: %s", error)
            self._found.emit(FORBIDDEN)

    def _bind(self, said: deque[Message]) -> bool:
        """Ask for the key; False where the user or the desktop refuses."""
        try:
            self._call_bus(new_method_call(REGISTRY, "Register", "sa{sv}", ("okbye", {})))
        except DBusErrorResponse as error:  # an older desktop knows programs by other means
            log.info("not registered: %s", error)
        made = self._request(said, "CreateSession", "", (), {"session_handle_token": ("s", "okbye")})
        if made is None:
            return False
        wanted = {"description": ("s", "Say No"), "preferred_trigger": ("s", _trigger(self._chord))}
        bound = self._request(said, "BindShortcuts", "oa(sa{sv})s", (made["session_handle"][1], [(NO, wanted)], ""), {})
        return bool(bound and bound["shortcuts"][1])

    def _request(
        self,
        said: deque[Message],
        method: str,
        signature: str,
        arguments: tuple[object, ...],
        options: dict[str, object],
    ) -> dict[str, Any] | None:
        """Call, and wait for the answer that comes as a signal; None where it is no."""
        options = {"handle_token": ("s", f"okbye_{method}"), **options}
        (handle,) = self._call_bus(new_method_call(SHORTCUTS, method, f"{signature}a{{sv}}", (*arguments, options)))
        while True:
            answer = self._bus.recv_until_filtered(said)
            fields = answer.header.fields
            if fields[HeaderFields.member] == "Response" and fields[HeaderFields.path] == handle:
                refused, results = answer.body
                return None if refused else results

    def _call_bus(self, call: Message) -> Any:  # noqa: ANN401 - whatever the method returns
        return unwrap_msg(self._bus.send_and_get_reply(call, timeout=PATIENCE_S))

    def _heed(self, signal: Message) -> None:
        """Some desktops repeat a key that is held down."""
        if signal.header.fields[HeaderFields.member] == "Activated" and signal.body[1] == NO:
            before, self._last = self._last, time.monotonic()
            if self._last - before > REPEATING_S:
                self._heard.emit(self._last)
        elif signal.header.fields[HeaderFields.member] == "Deactivated":
            self._last = -REPEATING_S

    @Slot(float)
    def _tell_press(self, at: float) -> None:
        if self._open:
            self.pressed.emit(at)

    @Slot(object)
    def _tell_problem(self, problem: str | None) -> None:
        if self._open:
            self.asking = False
            self._tell(problem)


def _trigger(chord: Chord) -> str:
    """As the desktops' own specification of shortcuts writes a key."""
    key = chord.key.lower() if len(chord.key) == 1 else chord.key
    return "+".join([*(_HELD[name] for name in _HELD if name in chord.modifiers), key])
