"""The global key while calls are made, and at no other time: every other program is without it meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.global_key.choosing import global_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.global_key.key import GlobalKey


class HeldKey(QObject):
    """`wanted` names the key now. `pressed` carries when it was pressed; `told` why it does not work, once for each."""

    pressed = Signal(float)
    told = Signal(str)

    def __init__(
        self,
        wanted: Callable[[], str],
        parent: QObject | None = None,
        take: Callable[[str, QObject], GlobalKey] = global_key,
    ) -> None:
        super().__init__(parent)
        self._wanted = wanted
        self._take = take
        self._key: GlobalKey | None = None
        self._name = ""
        self._said: set[str] = set()

    def hold(self, calling: bool) -> None:  # noqa: FBT001 - a signal's value
        """Calls are made from now on, or no more."""
        if calling == (self._key is not None):
            return
        if self._key is not None:
            self._key.close()
            self._key.deleteLater()
            self._key = None
            return
        self._name = self._wanted()
        self._key = self._take(self._name, self)
        self._key.pressed.connect(self.pressed)
        self._key.changed.connect(self._tell)
        self._tell()

    def renew(self) -> None:
        """It may be another key now."""
        if self._key is not None and self._wanted() != self._name:
            self.hold(calling=False)
            self.hold(calling=True)

    def let_go(self) -> None:
        self.hold(calling=False)

    def _tell(self) -> None:
        key = self._key
        if key is None or key.asking or key.problem is None or not self._name.strip() or key.problem in self._said:
            return
        self._said.add(key.problem)
        self.told.emit(key.problem)
