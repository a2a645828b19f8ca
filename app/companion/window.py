"""The companion's window: small, without a frame, on top of all others, and never with the focus."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.companion.call_view import CallView
from app.companion.companion_menu import companion_menu
from app.companion.controls import one_key
from app.companion.desktop import forbidden
from app.companion.edges import Edges
from app.companion.whereabouts import Whereabouts
from app.theme.own_scale import OwnScale
from app.theme.theme import STEP
from app.widgets.notice import Notice
from app.widgets.pressable import Pressable
from app.widgets.tap import Tap
from coach.live.state import LiveState, Phase

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QMenu

    from app.theme.theme import Theme

_SIZE: Final = QSize(440, 400)
_SCRIPT: Final = 44  # pixels of it that can always be seen
_MARGIN: Final = 12
_FLAGS: Final = (
    Qt.WindowType.Window
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
)


@dataclass(frozen=True, slots=True)
class CompanionLook:
    """What is remembered of it: its place as it wrote it, its text and how opaque it is in per cent."""

    place: str = ""
    text_percent: int = 100
    opacity: int = 100


class Companion(QWidget):
    """`call` draws the state. `look_changed` carries what to remember, `left` asks for the main window."""

    look_changed = Signal(object)  # CompanionLook
    left = Signal()
    dialled = Signal(object)  # Planned
    closed = Signal()

    def __init__(self, theme: Theme, look: CompanionLook, key: str) -> None:
        super().__init__(None, _FLAGS)
        self.setObjectName("companion")
        self.setWindowTitle("Okbye companion")
        self.setAccessibleName("Okbye companion")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.resize(_SIZE)
        self.theme = OwnScale(theme, self, look.text_percent)
        self.opacity = 100
        self._place = look.place
        self.call = CallView(self.theme, one_key(key), "prompt")
        self.dial = Tap(self.theme, "dial", "Dial", "Calls their number.")
        self.dial.clicked.connect(lambda: self.dialled.emit(self.call.state.planned))
        self.more = Tap(self.theme, "companion_menu", "⋯", "The size of the text, how opaque it is, and closing.")
        self.more.setAccessibleName("Companion menu")
        self.more.clicked.connect(self.open_menu)
        self.notice = Notice(self.theme, "companion_notice")
        self._lay_out()
        self._keep_least()
        self.theme.changed.connect(self._keep_least)
        for button in self.findChildren(Pressable):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        Edges(self)
        self._whereabouts = Whereabouts(self, look.place)
        self._whereabouts.changed.connect(self._moved)
        self.show_opacity(look.opacity)
        if sentence := forbidden():
            self.notice.tell(sentence)

    def _keep_least(self) -> None:
        """No control is cut off, however large the text: the window grows with it."""
        self.call.set_script("prompt", self.theme.px(_SCRIPT))

    def _lay_out(self) -> None:
        self.call.head.addWidget(self.dial)
        self.call.head.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN - 4, _MARGIN, _MARGIN - 4)
        column.addWidget(self.notice)
        column.addWidget(self.call, 1)

    def show_state(self, state: LiveState) -> None:
        self.call.show_state(state)
        self.dial.setHidden(state.planned is None or state.phase is Phase.CLOSING)

    def appear(self) -> None:
        """Where it was; the focus stays where it is."""
        self._whereabouts.restore()
        self.show()

    def step(self, move: QPoint, grow: QSize) -> None:
        """By keys of the main window, for it has no focus of its own."""
        area = self.geometry().translated(move)
        area.setSize((area.size() + grow).expandedTo(self.minimumSizeHint()))
        self._whereabouts.move(area)

    def resize_text(self, percent: int) -> None:
        self.theme.resize_text(percent)
        self._tell()

    def show_opacity(self, opacity: int) -> None:
        if opacity != self.opacity:
            self.opacity = opacity
            self.setWindowOpacity(opacity / 100)
            self._tell()

    def look(self) -> CompanionLook:
        return CompanionLook(self._place, self.theme.percent, self.opacity)

    def menu(self) -> QMenu:
        return companion_menu(self)

    def open_menu(self) -> None:
        self._pop_up(self.more.mapToGlobal(QPoint(0, self.more.height() + 2)))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._pop_up(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl it resizes the text; without, what is under the mouse scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.resize_text(self.theme.percent + (STEP if event.angleDelta().y() > 0 else -STEP))
            event.accept()
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and the hairline that stands for a frame."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("page"))
        painter.setPen(QPen(self.theme.colour("soft"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._whereabouts.note()
        super().closeEvent(event)
        self.closed.emit()

    def _pop_up(self, at: QPoint) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _moved(self, place: str) -> None:
        self._place = place
        self._tell()

    def _tell(self) -> None:
        self.look_changed.emit(self.look())
