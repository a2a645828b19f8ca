"""The takes by day: open one, delete some, or write them into a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QVBoxLayout, QWidget

from app.widgets.button_row import ButtonRow
from app.widgets.card import Card
from app.widgets.key_button import KeyButton
from app.window.progress.keeping import Keeping
from app.window.progress.take_rows import DRILL, PAUSE, SILENCE, VERDICT, WHEN, TakeRows
from app.window.scrolled import Scrolled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QResizeEvent

    from app.theme.theme import Theme
    from coach.take import Take
    from coach.tallies import DayTally

# From which width on, at 100 %, a column is shown.
_LEAST_HIGH: Final = 170
_ROOM: Final = {DRILL: 700, SILENCE: 460, PAUSE: 400}


class TakesView(QWidget):
    """`opened` carries the id of a take; `deleted` and `exported` the ids of those chosen, none for all."""

    opened = Signal(str)
    deleted = Signal(object)  # frozenset[str]
    exported = Signal(object)  # frozenset[str]
    back = Signal()

    def __init__(self, theme: Theme, takes_of: Callable[[date], Iterable[Take]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows = TakeRows(takes_of, self)
        self.list = _list(self.rows)
        self._card = Card("takes_card")
        self._card.body.setContentsMargins(8, 8, 8, 8)
        self._card.body.addWidget(self.list)
        self.keeping = Keeping(theme)
        scrolled = Scrolled()
        scrolled.set_margin(0)
        scrolled.column.setSpacing(12)
        scrolled.column.addWidget(self._card, 1)
        scrolled.column.addWidget(self.keeping)
        self._back = KeyButton(theme, "back_to_progress", "Back", "Esc")
        self._delete = KeyButton(theme, "delete_takes", "Delete", "Del")
        self._export = KeyButton(theme, "export_takes", "Export all…", "E")
        self._open = KeyButton(theme, "open_take", "Open", "Space", primary=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(scrolled, 1)
        column.addWidget(ButtonRow(theme, self._back, (self._delete, self._export, self._open)))
        self.keeping.asked.connect(lambda word: QTimer.singleShot(0, self, lambda: scrolled.ensureWidgetVisible(word)))
        self._back.clicked.connect(self.back)
        self._open.clicked.connect(self._open_current)
        self._delete.clicked.connect(lambda: self.deleted.emit(self._chosen()))
        self._export.clicked.connect(lambda: self.exported.emit(self._chosen()))
        self.list.doubleClicked.connect(self._open_index)
        self.list.selectionModel().selectionChanged.connect(self._show_choice)
        theme.changed.connect(self._fit)
        self._show_choice()

    @property
    def keys(self) -> tuple[tuple[Qt.Key, KeyButton], ...]:
        """Which key presses which button."""
        return (
            (Qt.Key.Key_Escape, self._back),
            (Qt.Key.Key_Delete, self._delete),
            (Qt.Key.Key_E, self._export),
            (Qt.Key.Key_Space, self._open),
        )

    def show_days(self, days: Sequence[DayTally], titles: Mapping[str, str]) -> None:
        """The days that were open stay open, and the place in the list stays; at first it is the newest take."""
        were_open = {self.rows.day(index) for index in self._day_rows() if self.list.isExpanded(index)}
        at = self.list.currentIndex()
        day, row = self.rows.day(at if self.rows.day(at) else at.parent()), at.row()
        self.rows.show_days(days, titles)
        shown = self._day_rows()
        opened = [index for index in shown if self.rows.day(index) in were_open] or shown[:1]
        for index in opened:
            self.rows.fetch(index)
            self.list.expand(index)
        place = next((index for index in opened if self.rows.day(index) == day), None)
        if place is None:
            place, row = next(iter(opened), None), 0
        if place is not None:
            last = self.rows.rowCount(place) - 1
            self.list.setCurrentIndex(self.rows.index(min(row, last), 0, place))
        self._show_choice()

    def _day_rows(self) -> list[QModelIndex]:
        return [self.rows.index(n, 0) for n in range(self.rows.rowCount())]

    def take_focus(self) -> None:
        self.list.setFocus()

    def _chosen(self) -> frozenset[str]:
        return self.rows.ids_of(self.list.selectionModel().selectedRows())

    def _show_choice(self) -> None:
        some = self.list.selectionModel().hasSelection()
        self._delete.setEnabled(some)
        self._open.setEnabled(some)
        self._export.setEnabled(self.rows.rowCount() > 0)
        self._export.relabel("Export…" if some else "Export all…")

    def _open_current(self) -> None:
        index = self.list.currentIndex()
        if self.rows.take_id(index) is None and index.isValid():
            self.list.setExpanded(index.siblingAtColumn(0), not self.list.isExpanded(index.siblingAtColumn(0)))
        else:
            self._open_index(index)

    def _open_index(self, index: QModelIndex) -> None:
        if take_id := self.rows.take_id(index):
            self.opened.emit(take_id)

    def _fit(self) -> None:
        self.list.setMinimumHeight(self._theme.px(_LEAST_HIGH))
        width = self.width() / self._theme.scale
        for column, least in _ROOM.items():
            self.list.setColumnHidden(column, width < least)
        words = self._theme.metrics("text")
        self.list.setColumnWidth(WHEN, round(words.horizontalAdvance("Wed 30 Nov 2026")) + self._theme.px(56))
        self.list.setColumnWidth(PAUSE, self._theme.px(76))
        self.list.setColumnWidth(SILENCE, self._theme.px(76))
        self.list.setColumnWidth(DRILL, self._theme.px(150))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _list(rows: TakeRows) -> QTreeView:
    made = QTreeView()
    made.setObjectName("take_list")
    made.setAccessibleName("Takes by day")
    made.setModel(rows)
    made.setFrameShape(QTreeView.Shape.NoFrame)
    made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    made.setUniformRowHeights(True)
    made.setAllColumnsShowFocus(True)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    head = made.header()
    head.setStretchLastSection(False)
    head.setSectionsMovable(False)
    head.setSectionResizeMode(VERDICT, QHeaderView.ResizeMode.Stretch)
    return made
