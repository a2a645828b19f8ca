"""The list of offers with its switch for those that are archived."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy

from app.widgets.card import Card
from app.widgets.chip import Chip
from app.window.offers.row_paint import RowPaint
from app.window.offers.rows import OfferRows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.theme.theme import Theme
    from app.window.offers.rows import Row

_WIDE: Final = 268  # at 100 %, beside the offer
_MOST_ROWS: Final = 3  # where the offer stands below, the rest is scrolled to


class OfferList(Card):
    """`chosen` carries the key of a row; `archived` says that those are to be shown, or no longer."""

    chosen = Signal(str)
    archived = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("offers_card")
        self._theme = theme
        self._stacked = False
        self._quiet = False  # while the rows change, nobody chooses
        self.rows = OfferRows(self)
        self._paint = RowPaint(theme, self)
        self.view = _view(self.rows, self._paint)
        self.switch = Chip(theme, "show_archived", "Archived", "Shows the offers that are no longer given")
        self.switch.setAutoExclusive(False)
        self.switch.hide()
        self.body.setContentsMargins(8, 8, 8, 8)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        self.switch.clicked.connect(self.archived)
        self.view.selectionModel().currentChanged.connect(self._tell)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def key(self) -> str | None:
        """Of the row that is chosen."""
        index = self.view.currentIndex()
        return self.rows.rows[index.row()].key if index.isValid() else None

    def show_rows(self, rows: Sequence[Row], *, archived: int) -> None:
        """With the same one chosen as before, if it is still there; `archived` is how many of them there are."""
        before, self._quiet = self.key, True
        self.rows.show_rows(rows)
        self.switch.setVisible(archived > 0)
        self.switch.setText(f"Archived ({archived})")
        self.switch.updateGeometry()
        if self.key is None and rows:
            self.choose(before if before is not None and self.rows.row_of(before) is not None else rows[0].key)
        self._quiet = False
        self._fit()

    def choose(self, key: str) -> None:
        """One that is not there leaves the choice as it is."""
        row = self.rows.row_of(key)
        self.view.setCurrentIndex(self.view.currentIndex() if row is None else self.rows.index(row))

    def step(self, rows: int) -> None:
        at = self.view.currentIndex().row() + rows
        if 0 <= at < self.rows.rowCount():
            self.view.setCurrentIndex(self.rows.index(at))

    def set_stacked(self, *, stacked: bool) -> None:
        self._stacked = stacked
        self._fit()

    def _tell(self) -> None:
        if (key := self.key) is not None and not self._quiet:
            self.chosen.emit(key)

    def _fit(self) -> None:
        high, count = self._paint.row_height(), self.rows.rowCount()
        policy = QSizePolicy.Policy
        if self._stacked:
            self.view.setFixedHeight(min(max(count, 1), _MOST_ROWS) * high)
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
        else:
            self.view.setMinimumHeight(min(max(count, 1), _MOST_ROWS) * high)
            self.view.setMaximumHeight(16_777_215)
            self.setFixedWidth(self._theme.px(_WIDE))
        self.setSizePolicy(policy.Preferred, policy.Fixed if self._stacked else policy.Preferred)
        self.view.scheduleDelayedItemsLayout()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


def _view(rows: OfferRows, paint: RowPaint) -> QListView:
    made = QListView()
    made.setObjectName("offer_list")
    made.setAccessibleName("Offers")
    made.setAccessibleDescription("Keys: ↑ ↓")
    made.setModel(rows)
    made.setItemDelegate(paint)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setMouseTracking(True)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setStyleSheet("QListView { background: transparent; outline: none; }")
    return made
