"""The global key on Windows: the system gives us this one key, and the focus stays where it is."""

from __future__ import annotations

import ctypes
import sys
import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication

from app.global_key.key import GlobalKey, taken

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray, QObject

    from app.global_key.chord import Chord

_ID: Final = 1
_HOTKEY: Final = 0x0312  # the message
_NO_REPEAT: Final = 0x4000
_HELD: Final = {"Alt": 1, "Ctrl": 2, "Shift": 4, "Meta": 8}
_KEYS: Final = {
    "Backspace": 0x08,
    "Tab": 0x09,
    "Return": 0x0D,
    "Pause": 0x13,
    "Esc": 0x1B,
    "Space": 0x20,
    "PgUp": 0x21,
    "PgDown": 0x22,
    "End": 0x23,
    "Home": 0x24,
    "Left": 0x25,
    "Up": 0x26,
    "Right": 0x27,
    "Down": 0x28,
    "Print": 0x2C,
    "Ins": 0x2D,
    "Del": 0x2E,
    "Menu": 0x5D,
    **{f"F{number}": 0x6F + number for number in range(1, 25)},
    "ScrollLock": 0x91,
}


def code(key: str) -> int | None:
    """Windows' own number of the key."""
    return ord(key) if len(key) == 1 and key.isascii() and key.isalnum() else _KEYS.get(key)


class WindowsKey(GlobalKey):
    """Of Qt's thread: the system tells it through the messages that Qt reads."""

    def __init__(self, chord: Chord, parent: QObject | None = None) -> None:
        super().__init__(None, parent)
        self._filter = _Filter(self)
        number = code(chord.key)
        held = sum(_HELD[name] for name in chord.modifiers)
        if number is None:
            self.problem = f"Windows cannot give {chord} to a program. Choose another key in the settings."
        elif _user32().RegisterHotKey(None, _ID, held | _NO_REPEAT, number):
            _application().installNativeEventFilter(self._filter)
        else:
            self.problem = taken(str(chord))

    def close(self) -> None:
        _user32().UnregisterHotKey(None, _ID)
        _application().removeNativeEventFilter(self._filter)


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    assert application is not None  # noqa: S101 - Qt's signals need one too
    return application


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, key: WindowsKey) -> None:
        super().__init__()
        self._key = key

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> tuple[bool, int]:
        from ctypes import wintypes  # noqa: PLC0415 - of Windows

        del kind
        told = wintypes.MSG.from_address(int(message))
        if told.message == _HOTKEY and told.wParam == _ID:
            self._key.pressed.emit(time.monotonic())
        return False, 0


if sys.platform == "win32":

    def _user32() -> ctypes.WinDLL:
        return ctypes.windll.user32

else:

    def _user32() -> ctypes.CDLL:
        raise NotImplementedError
