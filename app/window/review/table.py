"""The trainer's table: the takes in rows, sorted by a click on a head."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QTableView, QVBoxLayout, QWidget

from app.widgets.card import Card
from app.widgets.key_button import KeyButton
from app.widgets.label import wrapped
from app.widgets.row_table import dress, head_of
from app.window.review.row_paint import RowPaint
from app.window.review.take_rows import DRILL, PAUSE, REP, SILENCE, SORTED_BY, TRAINER, VERDICT, WHEN, TakeRows
from coach.review.rows import MOST_DOUBTFUL, Order

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.theme.theme import Theme

_ROOM: Final = {DRILL: 860, TRAINER: 700, SILENCE: 540, WHEN: 470, PAUSE: 350}  # from which width on it is shown
_WORDS: Final = {WHEN: "30 Nov 09:14  ", PAUSE: "Pause ▾", SILENCE: "Silence ▾", TRAINER: "✗ not as wanted + 2"}
_TAG: Final = "✗ drawn out “Good-bye”"
_NOTHING: Final = "Getting ready…"
_EMPTY: Final = (
    "Here the takes of all reps will stand, those first that the machine is least sure of. Bring in recordings that "
    "were made elsewhere, or rehearse a close."
)
_NONE_FOUND: Final = "No take is like that."
_LEAST_ROWS: Final = 3


class Table(Card):
    """`chosen` carries the id of the take that is looked at; `sorted` the order that is wanted."""

    chosen = Signal(str)
    sorted = Signal(object)  # Order

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("take_table_card", parent)
        self._theme = theme
        self.rows = TakeRows(self)
        self._paint = RowPaint(theme, self)
        self._take = ""
        self._order = MOST_DOUBTFUL
        self.first_step = KeyButton(theme, "first_import", "Import recordings…", "I", primary=True)
        self.all_again = KeyButton(theme, "show_all", "Show all takes")
        self.view = self._view()
        self._said = wrapped(_NOTHING, tone="soft", name="no_takes")
        self._middle = QStackedWidget()
        self._middle.addWidget(self.view)
        self._middle.addWidget(self._empty())
        self._middle.setCurrentIndex(1)
        self.first_step.hide()
        self.all_again.hide()
        self.body.setContentsMargins(8, 4, 8, 8)
        self.body.addWidget(self._middle)
        self.view.selectionModel().currentRowChanged.connect(lambda now, _: self._choose(now.row()))
        self.view.horizontalHeader().sectionClicked.connect(self._sort)
        self.rows.dataChanged.connect(lambda *_: self._choose(self.view.currentIndex().row()))
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def take(self) -> str:
        """The id of the one that is chosen; empty for none."""
        return self._take

    def show_found(self, *, narrowed: bool) -> None:
        """Say so where there are no rows; where nothing was left out, with the first step."""
        if self.rows.rowCount():
            self._middle.setCurrentIndex(0)
            return
        self._take = ""
        self._said.setText(_NONE_FOUND if narrowed else _EMPTY)
        self.first_step.setVisible(not narrowed)
        self.all_again.setVisible(narrowed)
        self._middle.setCurrentIndex(1)

    def choose(self, place: int) -> None:
        if 0 <= place < self.rows.rowCount():
            self.view.setCurrentIndex(self.rows.index(place, REP))

    def step(self, by: int) -> None:
        """To the next one, or the one before."""
        now = self.view.currentIndex()
        self.choose(now.row() + by if now.isValid() else 0)

    def show_order(self, order: Order) -> None:
        self._order = order
        head = self.view.horizontalHeader()
        column = next((column for column, by in SORTED_BY.items() if by == order.by), None)
        head.setSortIndicatorShown(column is not None)
        if column is not None:
            down = Qt.SortOrder.DescendingOrder if order.falling else Qt.SortOrder.AscendingOrder
            head.setSortIndicator(column, down)

    def _choose(self, place: int) -> None:
        row = self.rows.row(place) if place >= 0 else None
        if row is not None and row.id != self._take:
            self._take = row.id
            self.chosen.emit(row.id)

    def forget(self) -> None:
        """No take is chosen; the next one that is will be told."""
        self._take = ""

    def _sort(self, column: int) -> None:
        """A second click turns it round, and a third is the machine's doubt again."""
        by = SORTED_BY.get(column)
        if by is None:
            return
        falls = by not in {"rep", "drill"}
        if self._order.by != by:
            self.sorted.emit(Order(by, falls))
        elif self._order.falling is falls:
            self.sorted.emit(Order(by, not falls))
        else:
            self.sorted.emit(MOST_DOUBTFUL)

    def _view(self) -> QTableView:
        made = QTableView()
        dress(made, "take_table", "Takes", self.rows, self._paint)
        made.setWordWrap(False)
        upright = made.verticalHeader()
        upright.setMinimumSectionSize(1)
        upright.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = head_of(made, REP)
        head.setSectionsClickable(True)
        for column in (WHEN, DRILL, PAUSE, SILENCE, VERDICT, TRAINER):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        return made

    def _empty(self) -> QWidget:
        said = QWidget()
        column = QVBoxLayout(said)
        column.setContentsMargins(20, 12, 20, 12)
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        column.addWidget(self._said)
        column.addSpacing(8)
        for button in (self.first_step, self.all_again):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return said

    def _fit(self) -> None:
        width = self.width() / self._theme.scale
        row = self._paint.height()
        self.view.verticalHeader().setDefaultSectionSize(row)
        self.view.setMinimumHeight(self.view.horizontalHeader().sizeHint().height() + _LEAST_ROWS * row)
        for column, least in _ROOM.items():
            self.view.setColumnHidden(column, width < least)
        for column, words in _WORDS.items():
            self.view.setColumnWidth(column, self._paint.width(words))
        self.view.setColumnWidth(VERDICT, self._paint.width(_TAG, tag=True))
        self.view.setColumnWidth(DRILL, round(self.width() * 0.2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        QTimer.singleShot(0, self, lambda: self.view.scrollTo(self.view.currentIndex()))  # once it is laid out
