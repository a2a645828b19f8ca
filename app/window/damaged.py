"""The page over all others while the store is damaged: the last good backup is offered, and nothing done unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.widgets.key_button import KeyButton
from app.widgets.question import Question
from app.window.scrolled import Scrolled

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.store_door import Damage
    from app.theme.theme import Theme

TITLE: Final = "Your takes and calls cannot be read"
_DAMAGED: Final = (
    "The file that holds them is damaged: {store}. Nothing in it was changed, and your recordings are whole."
)
_WITH: Final = (
    "The last good backup is of {day}. If you use it, the damaged file is kept beside it. Takes made since then come "
    "back from their sound; calls logged since then, and takes without sound, are only in the damaged file."
)
_WITHOUT: Final = (
    "There is no good backup. If you start anew, the damaged file is kept beside the new one, and takes come back from "
    "their sound."
)
_WIDEST: Final = 640  # at 100 %
_SIDE: Final = 28


class DamagedPage(QWidget):
    """`accepted` where the backup is to be used, or an empty store where there is none; `left` otherwise."""

    accepted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, damage: Damage) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        way = "Use the backup" if damage.backup else "Start anew"
        self.accept = KeyButton(theme, "use_backup", way, "Space", primary=True)
        self.accept.setAccessibleDescription("The damaged file is kept. Key: Space")
        self.leave = KeyButton(theme, "leave_damaged", "Not now", "Esc")
        self.leave.setAccessibleDescription("Nothing is changed; takes are kept as sound. Key: Esc")
        self.accept.clicked.connect(self.accepted)
        self.leave.clicked.connect(self.left)
        offer = _WITH.format(day=damage.backup.day) if damage.backup else _WITHOUT
        words = f"{_DAMAGED.format(store=damage.store)}\n\n{offer}"
        self._question = Question(theme, "damaged", TITLE, words, self.leave, self.accept)
        self._scrolled = Scrolled()
        self._scrolled.column.addStretch(1)
        self._scrolled.column.addWidget(self._question)
        self._scrolled.column.addStretch(2)
        sides = QHBoxLayout(self)
        sides.setContentsMargins(0, _SIDE, 0, _SIDE)
        sides.addStretch(1)
        sides.addWidget(self._scrolled, 100)
        sides.addStretch(1)
        self.setFocusProxy(self._question)
        theme.changed.connect(self._fit)

    def _fit(self) -> None:
        self._scrolled.setMaximumWidth(self._theme.px(_WIDEST) + 2 * _SIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
