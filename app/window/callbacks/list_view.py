"""Who is to be called: the weeks ahead, what to look for, the list, and what can be done with somebody on it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.widgets.button_row import ButtonRow
from app.widgets.card import Card
from app.widgets.chip import Chip
from app.widgets.key_button import KeyButton
from app.widgets.label import label, wrapped
from app.widgets.row_table import dress, head_of
from app.window.callbacks.row_paint import RowPaint
from app.window.callbacks.rows import AGAIN, ENDED, HEARD, OFFER, PROSPECT, STATE, CallRows
from app.window.callbacks.week_bars import WeekBars
from app.window.scrolled import Scrolled

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QResizeEvent

    from app.theme.theme import Theme
    from coach.calls.next_call import Planned

_TYPED_MS: Final = 180  # after the last letter the search begins
_LEAST_HIGH: Final = 150
_LOW: Final = 620  # under this height, at 100 %, the weeks are left out
_ROOM: Final = {HEARD: 780, ENDED: 860, OFFER: 560, AGAIN: 420}  # from which width on a column is shown
_SHARES: Final = {HEARD: 16, ENDED: 18}  # of the width, in hundredths; the others are as wide as their words
_WORDS: Final = {AGAIN: "28 Nov – 28 Nov", OFFER: "ask for the answer"}
_BESIDE: Final = 24  # the words of a column


class Wish(StrEnum):
    """What is listed."""

    DUE = "due"
    OVERDUE = "overdue"
    WAITING = "waiting"
    NEVER = "never"


_ABOUT: Final = {
    Wish.DUE: "Shows who is to be called now",
    Wish.OVERDUE: "Shows who should have been called by now",
    Wish.WAITING: "Shows whose turn comes later",
    Wish.NEVER: "Shows who does not want to be called again",
}
_NOBODY: Final = {
    Wish.DUE: "Nobody is due. Whose turn comes later is under Waiting.",
    Wish.OVERDUE: "Nobody is overdue.",
    Wish.WAITING: "Nobody waits. After a no they stand here, until 3 weeks have passed.",
    Wish.NEVER: "Nobody has asked never to be called again.",
}
_EMPTY: Final = (
    "Here you will see who to call, when, and with which offer: 3 to 6 weeks after a no, and always with another one. "
    "Bring in a list from a spreadsheet (CSV), or add somebody by hand."
)


class ListView(QWidget):
    """`looked_for` says that another list is wanted; `called` and `opened` carry the id of a prospect."""

    looked_for = Signal()
    called = Signal(str)
    opened = Signal(str)
    postponed = Signal(object)  # Planned

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows = CallRows(self)
        self.bars = WeekBars(theme)
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setAccessibleName("Search names, companies and numbers")
        self.search.setPlaceholderText("Search names, companies, numbers   /")
        self.search.setClearButtonEnabled(True)
        self.chips = {wish: Chip(theme, f"show_{wish}", wish.capitalize(), _ABOUT[wish]) for wish in Wish}
        self.chips[Wish.DUE].setChecked(True)
        self._paint = RowPaint(theme, self)
        self.table = _table(self.rows, self._paint)
        self.first_step = KeyButton(theme, "first_import", "Import list…", "I", primary=True)
        self.add = KeyButton(theme, "add_prospect", "Add…", "N")
        self.export = KeyButton(theme, "export_list", "Export…", "E")
        self.postpone = KeyButton(theme, "postpone", "Postpone…", "P")
        self.open = KeyButton(theme, "open_prospect", "Open", "O")
        self.call = KeyButton(theme, "call_now", "Call now", "Enter")
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_TYPED_MS)
        self._lay_out()
        self._connect()
        theme.changed.connect(self._fit)
        self.show_choice()

    @property
    def wish(self) -> Wish:
        return next(wish for wish, chip in self.chips.items() if chip.isChecked())

    @property
    def text(self) -> str:
        return self.search.text().strip()

    @property
    def chosen(self) -> Planned | None:
        return self.rows.planned(self.table.currentIndex())

    def show_nobody(self, *, list_is_empty: bool) -> None:
        """Say so where there are no rows; on an empty list, with the first step."""
        if self.rows.rowCount():
            self._middle.setCurrentIndex(0)
            return
        self._middle.setCurrentIndex(1)
        self._nobody.setText(_EMPTY if list_is_empty else self._nobody_found())
        self.first_step.setVisible(list_is_empty)

    def show_counts(self, due: int, overdue: int) -> None:
        for wish, count in ((Wish.DUE, due), (Wish.OVERDUE, overdue)):
            self.chips[wish].relabel(f"{wish.capitalize()} {count:,}" if count else wish.capitalize())

    def set_empty(self, *, empty: bool) -> None:
        """On an empty list there is nothing to look for."""
        self._is_empty = empty
        for part in (self.search, self.export, self.open, self.postpone, self.call, *self.chips.values()):
            part.setVisible(not empty)
        self._fit()

    def show_choice(self) -> None:
        one = self.chosen
        for button in (self.open, self.postpone):
            button.setEnabled(one is not None)
        self.call.setEnabled(one is not None and not one.prospect.never)

    def choose_first(self) -> None:
        if self.rows.rowCount() and self.chosen is None:
            self.table.setCurrentIndex(self.rows.index(0, PROSPECT))
        self.show_choice()

    def _nobody_found(self) -> str:
        return f"Nobody is found for “{self.text}”." if self.text else _NOBODY[self.wish]

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        scrolled = Scrolled()
        scrolled.set_margin(0)
        column = scrolled.column
        column.setSpacing(10)
        outer.addWidget(scrolled, 1)
        outer.addWidget(ButtonRow(self._theme, self.add, (self.export, self.postpone, self.open, self.call)))
        self._weeks = Card("weeks_card")
        self._weeks.body.setContentsMargins(20, 10, 20, 10)
        self._weeks.body.addWidget(label("Calls due each week", "small_strong", "soft"))
        self._weeks.body.addWidget(self.bars)
        column.addWidget(self._weeks)
        self._filters = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        column.addLayout(self._filters)
        self._chips = QGridLayout()
        self._filters.addLayout(self._chips)
        self._chips.setSpacing(6)
        self._chips.setColumnStretch(len(self.chips), 1)
        self._place_chips(len(self.chips))
        self._filters.addWidget(self.search, 1)
        card = Card("list_card")
        card.body.setContentsMargins(8, 8, 8, 8)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.table)
        self._middle.addWidget(self._said())
        card.body.addWidget(self._middle)
        column.addWidget(card, 1)
        self._is_empty = False

    def _said(self) -> QWidget:
        said = QWidget()
        column = QVBoxLayout(said)
        column.setContentsMargins(20, 12, 20, 12)
        self._nobody = wrapped(tone="soft", name="nobody")
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        column.addWidget(self._nobody)
        column.addSpacing(8)
        column.addWidget(self.first_step, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return said

    def _connect(self) -> None:
        for chip in self.chips.values():
            chip.clicked.connect(self._look)
        self.search.textChanged.connect(lambda _: self._typed.start())
        self.search.returnPressed.connect(self.table.setFocus)
        self._typed.timeout.connect(self.looked_for)
        self.table.activated.connect(self._call)
        self.call.clicked.connect(lambda: self._call(self.table.currentIndex()))
        self.open.clicked.connect(self._open)
        self.postpone.clicked.connect(self._postpone)
        self.table.selectionModel().currentChanged.connect(lambda _now, _before: self.show_choice())

    def _look(self) -> None:
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.looked_for.emit()

    def _call(self, index: QModelIndex) -> None:
        one = self.rows.planned(index)
        if one is not None and not one.prospect.never:
            self.called.emit(one.prospect.id)

    def _open(self) -> None:
        if one := self.chosen:
            self.opened.emit(one.prospect.id)

    def _postpone(self) -> None:
        if one := self.chosen:
            self.postponed.emit(one)

    def _place_chips(self, in_a_row: int) -> None:
        for place, chip in enumerate(self.chips.values()):
            self._chips.removeWidget(chip)
            self._chips.addWidget(chip, place // in_a_row, place % in_a_row)

    def _fit(self) -> None:
        scale = self._theme.scale
        width = self.width() / scale
        self._weeks.setVisible(self.window().height() >= _LOW * scale and not self._is_empty)
        narrow = width < _ROOM[HEARD]
        direction = QBoxLayout.Direction
        self._filters.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        needed = sum(chip.sizeHint().width() + self._chips.spacing() for chip in self.chips.values())
        self._place_chips(len(self.chips) if needed <= self.width() else 2)
        self.search.setMaximumWidth(16_777_215 if narrow else self._theme.px(340))
        self.table.setMinimumHeight(self._theme.px(_LEAST_HIGH))
        self.table.verticalHeader().setDefaultSectionSize(self._paint.height())
        self.table.setColumnWidth(STATE, self._paint.tag_width("wrong number"))
        for column, least in _ROOM.items():
            self.table.setColumnHidden(column, width < least)
        for column, share in _SHARES.items():
            self.table.setColumnWidth(column, round(self.width() * share / 100))
        for column, words in _WORDS.items():
            wide = self._theme.metrics("text").horizontalAdvance(words)
            self.table.setColumnWidth(column, round(wide) + _BESIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _table(rows: CallRows, paint: RowPaint) -> QTableView:
    made = QTableView()
    dress(made, "prospect_list", "Prospects", rows, paint)
    head_of(made, PROSPECT)
    return made
