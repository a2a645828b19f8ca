"""A desktop's portal for keys, small and real: on a bus of its own, in a thread."""

from __future__ import annotations

import socket
from collections import deque
from contextlib import suppress
from threading import Event, Thread

from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

from app.global_key.portal import DESKTOP, PLACE, SHORTCUTS

SESSION = f"{PLACE}/session/x/okbye"


class FakePortal:
    """Grants the key if it `grants`; its `bound` tells what was asked for."""

    def __init__(self, address: str, *, grants: bool = True, has_shortcuts: bool = True) -> None:
        self.bound = Event()
        self.asked: list[tuple[str, dict[str, tuple[str, object]]]] = []
        self.methods: deque[str] = deque()
        self._grants = grants
        self._has_shortcuts = has_shortcuts
        self._bus = open_dbus_connection(address)
        self._bus.send_and_get_reply(message_bus.RequestName(DESKTOP))
        self._thread = Thread(target=self._serve, daemon=True)
        self._thread.start()

    def press(self, name: str = "no") -> None:
        self._emit(SHORTCUTS, "Activated", "osta{sv}", (SESSION, name, 7, {}))

    def let_go(self, name: str = "no") -> None:
        self._emit(SHORTCUTS, "Deactivated", "osta{sv}", (SESSION, name, 8, {}))

    def close(self) -> None:
        with suppress(OSError):
            self._bus.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._bus.close()

    def _emit(self, place: DBusAddress, name: str, signature: str, body: tuple[object, ...]) -> None:
        self._bus.send(new_signal(place, name, signature, body))

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                call = self._bus.receive()
                if call.header.message_type is MessageType.method_call:
                    self._answer(call)

    def _answer(self, call) -> None:
        method = call.header.fields[HeaderFields.member]
        self.methods.append(method)
        if method not in {"CreateSession", "BindShortcuts"} or not self._has_shortcuts:
            self._bus.send(new_error(call, "org.freedesktop.DBus.Error.UnknownMethod"))
            return
        handle = f"{PLACE}/request/x/{method}"
        self._bus.send(new_method_return(call, "o", (handle,)))
        request = DBusAddress(handle, DESKTOP, "org.freedesktop.portal.Request")
        if method == "CreateSession":
            self._emit(request, "Response", "ua{sv}", (0, {"session_handle": ("s", SESSION)}))
            return
        self.asked = call.body[1]
        given = {"shortcuts": ("a(sa{sv})", self.asked)} if self._grants else {}
        self._emit(request, "Response", "ua{sv}", (0 if self._grants else 1, given))
        self.bound.set()
