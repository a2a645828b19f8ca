"""The logo, the pages and the microphone; at the side, or on top of a narrow window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QPainter, QPen, QShortcut
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.widgets.logo import Logo
from app.widgets.microphone_chip import MicrophoneChip
from app.widgets.nav_item import NavItem
from app.widgets.page_menu import PageMenu
from app.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from app.theme.theme import Theme
    from app.window.pages import Page

_WIDTH: Final = 184
_BETWEEN: Final = 28  # after the logo, and before the microphone


class SideBar(Painted):
    """`chosen` carries the number of a page."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, pages: Sequence[Page], parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("navigation")
        self.say("Pages")
        self.microphone = MicrophoneChip(theme)
        self._narrow = False
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._logo = Logo(theme)
        self._box.addWidget(self._logo)
        self._box.addSpacing(12)
        self._items = []
        for number, page in enumerate(pages):
            item = NavItem(theme, page.name, page.title, page.key)
            item.clicked.connect(lambda _=False, number=number: self.chosen.emit(number))
            shortcut = QShortcut(QKeySequence(page.key), self)
            shortcut.activated.connect(item.click)
            self._items.append(item)
            self._box.addWidget(item)
        self._menu = PageMenu(theme, self._items)
        self._box.addWidget(self._menu)
        self._items[0].setChecked(True)
        self._box.addStretch(1)
        self._box.addWidget(self.microphone)
        self._place()

    def note(self, name: str, words: str) -> None:
        """What stands beside a page in place of its key; nothing is the key."""
        for item in self._items:
            if item.objectName() == f"page_{name}":
                item.note(words)
        self._fit_items()

    def open(self, page: int) -> None:
        self._items[page].click()

    def set_narrow(self, *, narrow: bool) -> None:
        if narrow is not self._narrow:
            self._narrow = narrow
            self._place()

    def _themed(self) -> None:
        self._place()
        super()._themed()

    def _place(self) -> None:
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if self._narrow else direction.TopToBottom)
        self._box.setContentsMargins(*((16, 8, 13, 8) if self._narrow else (9, 20, 9, 20)))
        self._box.setSpacing(8 if self._narrow else 2)
        self._logo.indent = 0 if self._narrow else 13
        self._logo.updateGeometry()
        for item in self._items:
            item.set_narrow(narrow=self._narrow)
        self._fit_items()
        self.microphone.set_narrow(narrow=self._narrow)
        if self._narrow:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
            self.microphone.setMaximumWidth(self.theme.px(170))
        else:
            self.setFixedWidth(max(_WIDTH, self.theme.px(_WIDTH)))
            self.microphone.setMaximumWidth(16_777_215)

    def _fit_items(self) -> None:
        """Side by side; behind one button where they have no room; without the logo where that has none either."""
        margins = self._box.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self.microphone.minimumSizeHint().width() - _BETWEEN
        side_by_side = sum(item.sizeHint().width() + self._box.spacing() for item in self._items)
        logo = self._logo.sizeHint().width() + self._box.spacing()
        crowded = self._narrow and logo + side_by_side > room
        for item in self._items:
            item.setHidden(crowded)
        self._menu.setVisible(crowded)
        self._logo.setHidden(crowded and logo + self._menu.sizeHint().width() > room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_items()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline between the bar and the page."""
        del event
        painter = QPainter(self)
        painter.setPen(QPen(self.theme.colour("line"), 1))
        if self._narrow:
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        else:
            painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
