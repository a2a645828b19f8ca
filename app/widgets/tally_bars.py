"""How often something came, as bars under each other: name, bar, number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from app.widgets.label import label
from app.widgets.painted import Painted, box, painter_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from app.theme.theme import Theme

_HIGH: Final = 12.0
_LEAST: Final = 24  # the shortest bar that can still be read as one


@dataclass(frozen=True, slots=True)
class TallyBar:
    """`share` is what of the bar is filled, 0 to 1; `number` stands beside it; `tone` is one of the colours."""

    name: str
    share: float
    number: str
    tone: str


class TallyBars(QWidget):
    """The name of each row carries the whole row for a screen reader."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)

    def show_bars(self, bars: Sequence[TallyBar]) -> None:
        for old in self.findChildren(QWidget):
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        for row, bar in enumerate(bars):
            for column, cell in enumerate(self._cells(bar)):
                self._grid.addWidget(cell, row, column)
                cell.show()

    def _cells(self, bar: TallyBar) -> tuple[QLabel, QWidget, QLabel]:
        name = label(bar.name, "text", parent=self)
        name.setAccessibleName(f"{bar.name}: {bar.number}")
        number = label(bar.number, "text", parent=self)
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return name, _Bar(self._theme, bar, self), number


class _Bar(Painted):
    def __init__(self, theme: Theme, bar: TallyBar, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._bar = bar
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(160), round(_HIGH) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, round(_HIGH) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = painter_of(self)
        track = QRectF(0, (self.height() - _HIGH) / 2, self.width(), _HIGH)
        box(painter, track, self.theme.colours.track, None, _HIGH / 2)
        if self._bar.share > 0:
            filled = QRectF(track)
            filled.setWidth(max(_HIGH, track.width() * min(1.0, self._bar.share)))
            box(painter, filled, getattr(self.theme.colours, self._bar.tone), None, _HIGH / 2)
