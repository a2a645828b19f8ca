"""The list of who is to be called: two lines each, and at the right with what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.widgets.painted import box, write
from app.window.live.due_rows import NAME, TITLE, WHAT, DueRows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from app.theme.theme import Theme
    from coach.calls.next_call import Planned

    Index = QModelIndex | QPersistentModelIndex

_SIDE: Final = 10.0
_HIGH: Final = 8.0
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class DueList(QListView):
    """`chosen` carries the id of a prospect: with a click, or Enter where the row is. `looked_at` follows the row."""

    chosen = Signal(object)  # str
    looked_at = Signal(object)  # Planned | None

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("due")
        self.setAccessibleName("Who is to be called")
        self.rows = DueRows(self)
        self.setModel(self.rows)
        self._row = _Row(theme, self)
        self.setItemDelegate(self._row)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.clicked.connect(lambda index: self._choose(index.row()))
        self.selectionModel().currentChanged.connect(lambda now, _: self.looked_at.emit(self.rows.planned(now.row())))
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_due(self, due: Sequence[Planned], titles: Mapping[str, str], today: date) -> None:
        """Who was looked at stays so, if still there; else the first."""
        before = self.current()
        self.rows.show_due(due, titles, today)
        row = self.rows.row_of(before.prospect.id) if before else 0
        self.setCurrentIndex(self.rows.index(max(row, 0)))
        if not due:
            self.looked_at.emit(None)

    def show_called(self, prospect: str) -> None:
        if (row := self.rows.row_of(prospect)) >= 0:
            self.setCurrentIndex(self.rows.index(row))

    def current(self) -> Planned | None:
        return self.rows.planned(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._choose(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _choose(self, row: int) -> None:
        if (planned := self.rows.planned(row)) is not None:
            self.chosen.emit(planned.prospect.id)


class _Row(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(0, round(2 * self._theme.metrics("cell").height() + 2 * _HIGH + 1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, colours = self._theme, self._theme.colours
        area = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            box(painter, area.adjusted(0, 0, 0, -1), colours.accent_soft, None, 8.0)
        else:
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(area.bottomLeft(), area.bottomRight())
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            box(painter, area.adjusted(0, 0, 0, -1), None, QPen(QColor(colours.accent), 2.0), 8.0)
        inside = area.adjusted(_SIDE, _HIGH, -_SIDE, -_HIGH)
        half = inside.height() / 2
        upper, lower = inside.adjusted(0, 0, 0, -half), inside.adjusted(0, half, 0, 0)
        what = _short(theme, "small", index.data(WHAT), inside.width())
        name = _short(theme, "cell", index.data(NAME), inside.width())
        title = _short(theme, "cell_strong", index.data(TITLE), inside.width())
        for face, words, ink, where in (
            ("cell_strong", title, colours.ink, upper),
            ("cell", name, colours.soft, lower),
        ):
            painter.setFont(theme.font(face))
            write(painter, where, words, ink, _LEFT)
        room = inside.width() - theme.metrics("cell").horizontalAdvance(name) - _SIDE
        painter.setFont(theme.font("small"))
        write(painter, lower, _short(theme, "small", what, room), colours.soft, _RIGHT)
        painter.restore()


def _short(theme: Theme, face: str, words: str, room: float) -> str:
    return theme.metrics(face).elidedText(words or "", Qt.TextElideMode.ElideRight, max(0.0, room))
