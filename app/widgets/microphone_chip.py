"""The microphone at a glance: its name, its level, and the room or what is wrong. A click offers the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.widgets.label import label, retone, wrapped
from app.widgets.level_bar import LevelBar
from app.widgets.painted import RING, box, focus_ring, painter_of
from app.widgets.pressable import Pressable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent, QShowEvent

    from app.said import Meter, MicrophoneState
    from app.theme.theme import Theme

_TICK_MS: Final = 80  # how often the level is read
_ROOM_TICKS: Final = 12  # and the room's noise: about once a second, for it changes slowly
_NOISY_DBFS: Final = -45.0
_UNHEARD_DBFS: Final = -110.0  # a meter that has not measured yet
_CORNER: Final = 12.0
_SIDES: Final = 28  # left and right of the words, together


class MicrophoneChip(Pressable):
    """`meter` and `devices` are asked, `show_state` is told; `chosen` carries a device's name, None the system's."""

    keeps_space = True
    chosen = Signal(object)  # str | None
    look_again = Signal()
    set_up = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "microphone", "", parent)
        self.setAccessibleDescription("Opens the list of microphones")
        self.meter: Callable[[], Meter] | None = None
        self.devices: Callable[[], Sequence[str]] = tuple
        self.current: str | None = None
        self.can_set_up = False
        self._state: MicrophoneState | None = None
        self._narrow = False
        self._name = label("Microphone", "small_strong")
        self._level = LevelBar(theme)
        self._room = wrapped("Looking for a microphone…", "small", "soft", name="microphone_room")
        self._lines = lines = QVBoxLayout(self)
        lines.setContentsMargins(14, 12, 14, 12)
        lines.setSpacing(7)
        for line in (self._name, self._level, self._room):
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            lines.addWidget(line)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._ticks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._read_meter)
        self.clicked.connect(self.open_menu)
        self._describe()

    def show_state(self, state: MicrophoneState) -> None:
        self._state = state
        self._ticks = 0
        self._read_meter()
        if not state.usable:
            self._level.show_level(-120.0)
        self._name.setText(self._fitting_name())
        self.updateGeometry()
        self._level.setVisible(state.usable)
        retone(self._name, "ink" if state.usable else "unsure")
        self._write(state.sentence if not state.usable else self._room_words(), "soft" if state.usable else "unsure")

    def set_narrow(self, *, narrow: bool) -> None:
        """Beside the navigation there is room for the name and the level only; the page says what is wrong."""
        self._narrow = narrow
        self._show_room()

    def _show_room(self) -> None:
        self._room.setVisible(not self._narrow)

    @property
    def state(self) -> MicrophoneState | None:
        """As it was told last."""
        return self._state

    def menu(self) -> QMenu:
        """The microphones there are now."""
        menu = QMenu(self)
        menu.setObjectName("microphones")
        menu.setAccessibleName("Microphones")
        self._add(menu, "System default", None)
        for name in self.devices():
            self._add(menu, name, name)
        menu.addSeparator()
        menu.addAction("Look again").triggered.connect(self.look_again)
        if self.can_set_up:
            menu.addAction("Set up…").triggered.connect(self.set_up)
        return menu

    def open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        place = self.mapToGlobal(QPoint(0, 0))
        menu.popup(place - QPoint(0, menu.sizeHint().height() + 4))

    def _add(self, menu: QMenu, words: str, name: str | None) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(name == self.current)
        action.triggered.connect(lambda: self._choose(name))

    def _choose(self, name: str | None) -> None:
        self.current = name
        self.chosen.emit(name)

    def _read_meter(self) -> None:
        if self.meter is None or self._state is None or not self._state.usable:
            return
        self._level.show_level(self.meter().level_dbfs)
        self._ticks += 1
        if self._ticks % _ROOM_TICKS == 1:
            self._write(self._room_words(), "soft")

    def _room_words(self) -> str:
        noise = self.meter().noise_dbfs if self.meter else _UNHEARD_DBFS
        if noise <= _UNHEARD_DBFS:
            return "Listening to the room…"
        room = "Noisy room" if noise > _NOISY_DBFS else "Quiet room"
        return f"{room}, −{abs(noise):.0f} dB"

    def _write(self, words: str, tone: str) -> None:
        if words != self._room.text():
            self._room.setText(words)
            retone(self._room, tone)
            self.updateGeometry()
            self._describe()
        self._show_room()

    def _describe(self) -> None:
        name = self._state.name if self._state else ""
        self.setAccessibleName(f"Microphone {name}: {self._room.text()}".replace("  ", " "))
        self.setToolTip(name)

    def _fitting_name(self) -> str:
        room = max(60, self.width() - _SIDES)
        return self.theme.metrics("small_strong").elidedText(self._full_name(), Qt.TextElideMode.ElideRight, room)

    def _full_name(self) -> str:
        return self._state.name if self._state and self._state.name else "Microphone"

    def _themed(self) -> None:
        super()._themed()
        self._name.setText(self._fitting_name())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name.setText(self._fitting_name())

    def sizeHint(self) -> QSize:
        """Wide enough for the whole name, not for what is left of it now."""
        name = self.theme.metrics("small_strong").horizontalAdvance(self._full_name()) + _SIDES + 2
        return self._lines.sizeHint().expandedTo(QSize(min(round(name), self.maximumWidth()), 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self._lines.minimumSize().height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = painter_of(self)
        colours = self.theme.colours
        outer = QRectF(self.rect())
        border = colours.soft if self.underMouse() else colours.line
        box(painter, outer.adjusted(RING, RING, -RING, -RING), colours.panel, QPen(border), _CORNER)
        if self.hasFocus():
            focus_ring(painter, outer, colours.accent, _CORNER + RING)
