"""All pages behind one button, for a window too narrow to have them side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtWidgets import QMenu, QSizePolicy

from app.widgets.painted import RING, box, focus_ring, painter_of, write
from app.widgets.pressable import Pressable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from app.theme.theme import Theme
    from app.widgets.nav_item import NavItem

_SIDE: Final = 10.0
_CORNER: Final = 8.0
_MORE: Final = " ▾"
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class PageMenu(Pressable):
    """Says which page is open; an entry of its menu presses the page's own item."""

    keeps_space = True

    def __init__(self, theme: Theme, items: Sequence[NavItem], parent: QWidget | None = None) -> None:
        super().__init__(theme, "page_menu", "", parent)
        self._items = items
        self.setAccessibleDescription("Opens the list of pages")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for item in items:
            item.toggled.connect(self.follow)
        self.clicked.connect(self.open_menu)

    def follow(self) -> None:
        """The page that is open."""
        title = next((item.text() for item in self._items if item.isChecked()), "")
        self.setText(title + _MORE)
        self.setAccessibleName(f"Page: {title}")
        self.updateGeometry()

    def menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("pages")
        menu.setAccessibleName("Pages")
        for item in self._items:
            action = menu.addAction(f"{item.text()}\t{item.key}")
            action.setCheckable(True)
            action.setChecked(item.isChecked())
            action.triggered.connect(item.click)
        return menu

    def open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def sizeHint(self) -> QSize:
        words = self.theme.metrics("strong")
        width = words.horizontalAdvance(self.text()) + 2 * (_SIDE + RING)
        return QSize(round(width) + 1, round(words.height() + 20 + 2 * RING))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = painter_of(self)
        colours, outer = self.theme.colours, QRectF(self.rect())
        body = outer.adjusted(RING, RING, -RING, -RING)
        box(painter, body, colours.accent_soft, None, _CORNER)
        if self.hasFocus():
            focus_ring(painter, outer, colours.accent, _CORNER + RING)
        painter.setFont(self.theme.font("strong"))
        write(painter, body.adjusted(_SIDE, 0, 0, 0), self.text(), colours.accent, _LEFT)
