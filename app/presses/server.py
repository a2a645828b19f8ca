"""Takes presses from other programs of this user, through a socket that nobody else can open."""

from __future__ import annotations

import logging
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from app.presses.place import place
from app.presses.wire import LONGEST, NO_SUCH_CONTROL, to_line, to_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.presses.wire import Answer

PATIENCE_MS: Final = 2_000  # for a whole line, and for the answer to be fetched

log = logging.getLogger(__name__)


class PressServer(QObject):
    """`press` is told the name of a control and when it was asked for, by `time.monotonic()`, in Qt's thread.

    Whoever listens holds the window's lock: a socket that stands there already is of a program that died.
    """

    def __init__(self, home: Path, press: Callable[[str, float], Answer], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home = home
        self._press = press
        self._held = ExitStack()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)

    def listen(self) -> bool:
        """Return False where that cannot be; the log has the reason."""
        try:
            address = self._held.enter_context(place(self._home))
        except OSError as error:
            log.info("nothing can be pressed from outside: %s", error)
            return False
        QLocalServer.removeServer(address)
        if self._server.listen(address):
            return True
        log.info("nothing can be pressed from outside: %s", self._server.errorString())
        self.close()
        return False

    def close(self) -> None:
        self._server.close()
        self._held.close()

    def _welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            _Visit(socket, self._press)


class _Visit(QObject):
    """One program that asks: a line, an answer, and good-bye. It lives as long as its socket."""

    def __init__(self, socket: QLocalSocket, press: Callable[[str, float], Answer]) -> None:
        super().__init__(socket)
        self._socket = socket
        self._press = press
        self._heard = b""
        self._answered = False
        socket.setReadBufferSize(LONGEST)
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(self._hear)
        QTimer.singleShot(PATIENCE_MS, self, socket.abort)
        self._hear()

    def _hear(self) -> None:
        at = time.monotonic()
        self._heard += bytes(self._socket.read(LONGEST).data())
        line, end, _ = self._heard.partition(b"\n")
        if self._answered or not (end or len(self._heard) >= LONGEST):
            return
        self._answered = True
        name = to_name(line) if end else None
        answer = NO_SUCH_CONTROL if name is None else self._press(name, at)
        self._socket.write(to_line(answer))
        self._socket.disconnectFromServer()
