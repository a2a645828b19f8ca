"""The drills as a line of chips: as many as have room, the chosen one always, and a menu with all of them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from app.widgets.chip import Chip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from app.theme.theme import Theme
    from coach.drills.drill import Drill

_APART: Final = 6


class DrillPicker(QWidget):
    """Told the drills; `chosen` carries the id of one. While a take goes on it can be looked at only."""

    chosen = Signal(str)
    add_line = Signal()  # the last entry of the menu, where `can_add_line`

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drills")
        self.setAccessibleName("Drills")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._drills: Sequence[Drill] = ()
        self._chips: list[Chip] = []
        self._current = ""
        self.can_add_line = False
        self.more = Chip(theme, "more_drills", "All drills ▾", "Opens the list of drills.", self, key="D")
        self.more.setCheckable(False)
        self.more.clicked.connect(self.open_menu)
        theme.changed.connect(self._arrange)

    def show_drills(self, drills: Sequence[Drill], current: str) -> None:
        for chip in self._chips:
            chip.deleteLater()
        self._drills = drills
        self._chips = [Chip(self._theme, f"drill_{drill.id}", drill.title, drill.trains, self) for drill in drills]
        for drill, chip in zip(drills, self._chips, strict=True):
            chip.clicked.connect(lambda _=False, drill=drill: self._choose(drill.id))
        self.show_current(current)

    def show_current(self, drill_id: str) -> None:
        self._current = drill_id
        for drill, chip in zip(self._drills, self._chips, strict=True):
            chip.setChecked(drill.id == drill_id)
        self._arrange()

    def menu(self) -> QMenu:
        """All of them by category, in their order."""
        menu = QMenu(self)
        menu.setObjectName("all_drills")
        menu.setAccessibleName("Drills")
        categories = dict.fromkeys(drill.category for drill in self._drills)
        in_order = sorted(self._drills, key=lambda drill: list(categories).index(drill.category))
        for category, drills in groupby(in_order, key=lambda drill: drill.category):
            menu.addAction(category).setEnabled(False)
            for drill in drills:
                action = menu.addAction(drill.title)
                action.setCheckable(True)
                action.setChecked(drill.id == self._current)
                action.setToolTip(drill.trains)
                action.triggered.connect(lambda _=False, drill=drill: self._choose(drill.id))
        if self.can_add_line:
            menu.addSeparator()
            menu.addAction("Add a line…").triggered.connect(self.add_line)
        return menu

    def open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(next((action for action in menu.actions() if action.isChecked()), menu.actions()[0]))
        menu.popup(self.mapToGlobal(QPoint(self.more.x(), self.more.geometry().bottom() + 2)))

    def sizeHint(self) -> QSize:
        widths = [chip.sizeHint().width() + _APART for chip in (*self._chips, self.more)]
        return QSize(sum(widths) - _APART, self.more.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The chosen one and the menu; the title of the longest one may come to stand there."""
        longest = max((chip.sizeHint().width() for chip in self._chips), default=0)
        return QSize(longest + _APART + self.more.sizeHint().width(), self.more.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _choose(self, drill_id: str) -> None:
        self.show_current(drill_id)
        self.chosen.emit(drill_id)

    def _arrange(self) -> None:
        """Flush right, as the title stands at the left."""
        shown = self._fitting()
        x = self.width()
        for chip in (self.more, *reversed(shown)):
            size = chip.sizeHint()
            x -= size.width()
            chip.setGeometry(x, 0, size.width(), size.height())
            x -= _APART
        for chip in self._chips:
            chip.setVisible(chip in shown)
        self.updateGeometry()

    def _fitting(self) -> list[Chip]:
        room = self.width() - self.more.sizeHint().width()
        current = next((chip for chip in self._chips if chip.isChecked()), None)
        if current is not None:
            room -= current.sizeHint().width() + _APART
        fitting = []
        for chip in self._chips:
            if chip is not current:
                room -= chip.sizeHint().width() + _APART
                if room < 0:
                    break
            fitting.append(chip)
        if current is not None and current not in fitting:
            fitting.append(current)
        return fitting
