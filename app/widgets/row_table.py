"""The manner of every table of rows: one row is one thing, painted by its own delegate, without a grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtWidgets import QStyledItemDelegate


def dress(table: QTableView, name: str, said: str, rows: QAbstractItemModel, paint: QStyledItemDelegate) -> None:
    """`said` is what a screen reader calls it."""
    table.setObjectName(name)
    table.setAccessibleName(said)
    table.setModel(rows)
    table.setItemDelegate(paint)
    table.setFrameShape(QTableView.Shape.NoFrame)
    table.setShowGrid(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.verticalHeader().hide()


def head_of(table: QTableView, widest: int) -> QHeaderView:
    """The column `widest` takes the room that is left, and nobody presses the names of the columns."""
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    head.setSectionsClickable(False)
    head.setSectionResizeMode(widest, QHeaderView.ResizeMode.Stretch)
    return head
