"""Moves and resizes a window without a frame: by its edges, and by whatever of it does nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QMouseEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

EDGE: Final = 6  # pixels at the border by which it is resized
_SHAPES: Final = {
    Qt.Edge.LeftEdge: Qt.CursorShape.SizeHorCursor,
    Qt.Edge.RightEdge: Qt.CursorShape.SizeHorCursor,
    Qt.Edge.TopEdge: Qt.CursorShape.SizeVerCursor,
    Qt.Edge.BottomEdge: Qt.CursorShape.SizeVerCursor,
    Qt.Edge.LeftEdge | Qt.Edge.TopEdge: Qt.CursorShape.SizeFDiagCursor,
    Qt.Edge.RightEdge | Qt.Edge.BottomEdge: Qt.CursorShape.SizeFDiagCursor,
    Qt.Edge.RightEdge | Qt.Edge.TopEdge: Qt.CursorShape.SizeBDiagCursor,
    Qt.Edge.LeftEdge | Qt.Edge.BottomEdge: Qt.CursorShape.SizeBDiagCursor,
}


class Edges(QObject):
    """The desktop itself moves the window, so that it snaps and crosses monitors as any other."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.setMouseTracking(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            edges = self._edges(event.position().toPoint())
            if event.type() is QEvent.Type.MouseMove and not event.buttons():
                self._window.setCursor(_SHAPES.get(edges, Qt.CursorShape.ArrowCursor))
            elif event.type() is QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
                return self._drag(edges)
        elif event.type() is QEvent.Type.Leave:
            self._window.unsetCursor()
        return super().eventFilter(watched, event)

    def _drag(self, edges: Qt.Edge) -> bool:
        handle = self._window.windowHandle()
        return handle.startSystemResize(edges) if edges else handle.startSystemMove()

    def _edges(self, at: QPoint) -> Qt.Edge:
        found = Qt.Edge(0)
        for near, edge in (
            (at.x() < EDGE, Qt.Edge.LeftEdge),
            (at.x() >= self._window.width() - EDGE, Qt.Edge.RightEdge),
            (at.y() < EDGE, Qt.Edge.TopEdge),
            (at.y() >= self._window.height() - EDGE, Qt.Edge.BottomEdge),
        ):
            if near:
                found |= edge
        return found
