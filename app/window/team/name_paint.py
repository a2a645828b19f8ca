"""Paints a rep's name with the dot of its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.widgets.cell_paint import CellPaint
from app.widgets.rep_dot import paint_dot
from app.window.team.name_rows import COLOUR, NAME

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF
    from PySide6.QtGui import QPainter

    from app.theme.theme import Theme

    Index = QModelIndex | QPersistentModelIndex


class NamePaint(CellPaint):
    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(theme, parent, high=20, strong=True)

    def draw(self, painter: QPainter, inside: QRectF, index: Index) -> None:
        if index.column() == NAME:
            inside = paint_dot(painter, self.theme, inside, index.data(COLOUR))
        super().draw(painter, inside, index)
