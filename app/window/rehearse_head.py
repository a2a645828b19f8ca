"""Above the page: its name, and the drills to choose from or the number of the take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.widgets.drill_picker import DrillPicker
from app.widgets.label import label
from app.window.moment import TAKING, Moment

if TYPE_CHECKING:
    from app.theme.theme import Theme


class RehearseHead(QWidget):
    """The drills are there from the start, and gone where a verdict stands below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = label("Rehearse", "title", name="page_title")
        self._count = label("", "small", "soft", "take_count")
        self._count.setProperty("pill", "true")
        self.drills = DrillPicker(theme)
        self._line = QHBoxLayout(self)
        self._line.setSpacing(16)
        self._line.addWidget(self._title)
        self._line.addWidget(self.drills, 1)
        self._line.addWidget(self._count, 0, Qt.AlignmentFlag.AlignRight)
        self._choice = False
        theme.changed.connect(self._keep_height)

    def offer_drills(self) -> None:
        """There is something to choose from."""
        self._choice = True
        self._keep_height()

    def show_count(self, words: str) -> None:
        self._count.setText(words)

    def show_moment(self, moment: Moment, *, compact: bool, narrow: bool) -> None:
        """`compact`: the offer's card has no line for the number. `narrow`: the navigation names the page."""
        running = moment in TAKING
        drills = self._choice and (moment is Moment.IDLE or (running and not compact))
        self.drills.setVisible(drills)
        self.drills.setEnabled(not running)
        self._title.setHidden(narrow)
        self._count.setVisible(not narrow and (moment is Moment.VERDICT or (running and compact)))
        self.setHidden(narrow and not drills)

    def set_margin(self, side: int) -> None:
        self._line.setContentsMargins(side, 0, side, 0)

    def _keep_height(self) -> None:
        """The page below does not move when the drills go."""
        self.setMinimumHeight(self.drills.sizeHint().height() if self._choice else 0)
