"""Fills the trainer's table: reads what is wanted beside the window, page by page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.window.review import reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.errands import Errands
    from app.window.review.board import Board
    from app.window.review.desk import ReviewDesk
    from app.window.review.reading import Figures, Found
    from app.window.review.wish import Wish
    from coach.review.rows import Order, TakeRow


class Listing(QObject):
    """`read` says that the table is filled anew."""

    read = Signal()

    def __init__(self, board: Board, desk: ReviewDesk, errands: Errands) -> None:
        super().__init__(board)
        self._board = board
        self._desk = desk
        self._errands = errands
        self._wish: Wish = board.filters.wish
        self._asked = self._shown = 0
        board.filters.changed.connect(self._read_anew)
        board.table.all_again.clicked.connect(self._show_all)
        board.table.sorted.connect(self._sort)
        board.table.rows.wanted.connect(self._fetch)

    def refresh(self) -> None:
        """There are other takes than before."""
        self._read()
        self._errands.run(lambda: reading.figures(self._desk), self._show_figures)

    def update(self, row: TakeRow | None, needing: int | None) -> None:
        """What is known of one take changed; it stays where it stands."""
        if needing is not None:
            self._board.filters.show_counts(needing)
        if row is not None:
            self._board.table.rows.update(row, belongs=not (self._wish.needs_a_look and row.reviewed))

    def _read(self, count: int | None = None) -> None:
        """What was asked for before is not shown any more."""
        self._asked += 1
        self._wish = self._board.filters.wish
        desk, wish, asked = self._desk, self._wish, self._asked
        self._errands.run(lambda: reading.found(desk, wish, count), lambda found: self._show(asked, found))

    def _read_anew(self) -> None:
        self._read()

    def _show_all(self) -> None:
        self._board.filters.clear()
        self._read()

    def _sort(self, order: Order) -> None:
        self._board.filters.order = order
        self._board.table.show_order(order)
        same = self._board.filters.wish == replace(self._wish, order=order)
        self._read(self._board.table.rows.belonging if same and self._shown == self._asked else None)

    def _show(self, asked: int, found: Found) -> None:
        if asked != self._asked:
            return
        self._shown = asked
        table, today = self._board.table, self._desk.now().astimezone().date()
        chosen = table.take
        table.rows.show(found.count, found.rows, self._desk.drills, today)
        table.show_found(narrowed=self._wish.narrowed)
        if not self._wish.narrowed:
            self._board.show_empty(empty=not found.count)
        table.choose(table.rows.place(chosen) or 0)
        if not found.count:
            self._board.nothing_chosen.emit()
        self.read.emit()

    def _show_figures(self, found: Figures) -> None:
        self._board.filters.show_counts(found.needing, found.reps)
        self._board.filters.show_total(found.takes)

    def _fetch(self, page: int) -> None:
        desk, wish, asked = self._desk, self._wish, self._asked
        offset = self._board.table.rows.offset(page)

        def show(rows: Sequence[TakeRow]) -> None:
            if asked == self._asked:
                self._board.table.rows.fill(page, rows)

        self._errands.run(lambda: reading.page(desk, wish, offset), show)
