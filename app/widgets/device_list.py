"""Microphones or outputs to choose from, with why one cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audio.devices import Device

_NAME: Final = Qt.ItemDataRole.UserRole
_ROWS: Final = 4  # more of them scroll
DEFAULT: Final = "System default"
_ALIAS: Final = "default"  # ALSA's name for the system's choice: it stands there already


class DeviceList(QListWidget):
    """The arrow keys choose. `chosen` carries a name, None for the system's own choice."""

    chosen = Signal(object)  # str | None

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._filling = False
        self.currentItemChanged.connect(self._choose)

    def show_devices(self, devices: Sequence[Device], current: str | None) -> None:
        """What was chosen stays in the list when it is not there."""
        self._filling = True
        self.clear()
        usual = next((device.name for device in devices if device.default), None)
        self._add(f"{DEFAULT} · {usual}" if usual and usual != _ALIAS else DEFAULT, None, current)
        for device in {device.name: device for device in devices if device.name != _ALIAS}.values():
            self._add(device.name if device.usable else f"{device.name} · {device.why_not}", device.name, current)
        if current is not None and current not in {device.name for device in devices}:
            self._add(f"{current} · not there", current, current)
        self._filling = False
        self.updateGeometry()

    def _add(self, words: str, name: str | None, current: str | None) -> None:
        item = QListWidgetItem(words)
        item.setData(_NAME, name)
        item.setToolTip(words)
        self.addItem(item)
        if name == current:
            self.setCurrentItem(item)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._filling:
            self.chosen.emit(item.data(_NAME))

    def sizeHint(self) -> QSize:
        row = max(self.sizeHintForRow(0), self.fontMetrics().height() + 16)
        return QSize(240, row * min(_ROWS, max(2, self.count())) + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())
