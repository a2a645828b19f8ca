"""Tries other bands on past verdicts: reads them once, and answers as fast as the slider asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from app.aside import Aside
from coach.review.what_if import WhatIf, gather, what_if

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.window.team.desk import TeamDesk
    from coach.bands import Bands
    from coach.review.what_if import Past
    from coach.takes import Wanted

_AT_A_TIME: Final = 500  # verdicts, before it looks whether somebody has asked anew


class Trying(QObject):
    """`advanced` carries how many verdicts are read, `found` the `WhatIf` of what was wanted last."""

    advanced = Signal(int)
    found = Signal(object)  # WhatIf
    failed = Signal(str)

    def __init__(self, desk: TeamDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pasts: Sequence[Past] | None = None
        self._bands: Bands | None = None
        self._reads = self._wants = 0
        self._reading, self._trying = Aside(self), Aside(self)
        self._reading.done.connect(self._read)
        self._trying.done.connect(self._tell)
        for aside in (self._reading, self._trying):
            aside.failed.connect(self.failed)

    def read(self, wanted: Wanted) -> None:
        """Other verdicts than before; what was being read is left."""
        self._reads += 1
        self._pasts, mine = None, self._reads

        def told(count: int) -> bool:
            self.advanced.emit(count)
            return mine == self._reads

        self._reading.want(lambda: gather(self._desk.past.pasts(wanted), told))

    def want(self, bands: Bands) -> None:
        """As soon as they are read."""
        self._wants += 1
        self._bands, mine, pasts = bands, self._wants, self._pasts
        if pasts is not None:
            self._trying.want(lambda: _tried(pasts, bands, lambda: mine == self._wants))

    def close(self) -> None:
        self._reads += 1
        self._wants += 1
        self._reading.close()
        self._trying.close()

    def _read(self, pasts: Sequence[Past] | None) -> None:
        if pasts is not None:
            self._pasts = pasts
            if self._bands is not None:
                self.want(self._bands)

    def _tell(self, found: WhatIf | None) -> None:
        if found is not None:
            self.found.emit(found)


def _tried(pasts: Sequence[Past], bands: Bands, still: Callable[[], bool]) -> WhatIf | None:
    """None where nobody wants to know any more."""
    parts: list[WhatIf] = []
    for start in range(0, len(pasts), _AT_A_TIME):
        if not still():
            return None
        parts.append(what_if(pasts[start : start + _AT_A_TIME], bands))
    return WhatIf(len(pasts), tuple(change for part in parts for change in part.changes))
