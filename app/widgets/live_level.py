"""The level of the microphone as it is now, read while it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.widgets.label import label
from app.widgets.level_bar import LevelBar
from coach.setup.finding import decibels

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QShowEvent

    from app.said import Meter
    from app.theme.theme import Theme

_TICK_MS: Final = 80
_UNHEARD_DBFS: Final = -110.0


class LiveLevel(QWidget):
    """`meter` is asked, 12 times a second."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("live_level")
        self.setAccessibleName("Level of the microphone")
        self.meter: Callable[[], Meter] | None = None
        self._theme = theme
        self._bar = LevelBar(theme)
        self._words = label("", "small", "soft")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(12)
        line.addWidget(self._bar, 1)
        line.addWidget(self._words)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._read)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """The number changes; its place does not."""
        self._words.setMinimumWidth(round(self._theme.metrics("small").horizontalAdvance("−100 dBFS")) + 2)

    def _read(self) -> None:
        if self.meter is None:
            return
        level = self.meter().level_dbfs
        self._bar.show_level(level)
        self._words.setText(f"{decibels(level)} dBFS" if level > _UNHEARD_DBFS else "")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
