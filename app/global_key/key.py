"""What every kind of global key has: its presses, its problem and its end. By itself it is a key that never works."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal

FORBIDDEN: Final = (
    "This desktop lets no program listen for keys while another window has the focus. "
    "Bind a shortcut of your desktop to `okbye press no`."
)


class GlobalKey(QObject):
    """`pressed` carries when it was pressed, by `time.monotonic()`; a key that is held down is pressed once.

    `problem` is a sentence while the key does not work, None while it does; `changed` says that it is another. While it
    is `asking`, that is still to be decided.
    """

    pressed = Signal(float)
    changed = Signal()

    def __init__(self, problem: str | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.problem = problem
        self.asking = False

    def close(self) -> None:
        """From now on the key is everybody's again; may be called twice."""

    def _tell(self, problem: str | None) -> None:
        if problem != self.problem:
            self.problem = problem
            self.changed.emit()


def taken(key: str) -> str:
    return f"{key} is taken by another program or by the desktop. Choose another key, or bind it to `okbye press no`."
