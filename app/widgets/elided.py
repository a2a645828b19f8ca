"""A line of text that is cut short with an ellipsis where it has no room; whole for a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy

from app.widgets.painted import Painted, painter_of, write

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from app.theme.theme import Theme

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class Elided(Painted):
    """`face` is the size of its letters, `tone` one of the colours."""

    def __init__(self, name: str, face: str, theme: Theme, parent: QWidget | None = None, *, tone: str = "ink") -> None:
        super().__init__(theme, parent)
        self.setObjectName(name)
        self._face, self._tone = face, tone
        self.words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str) -> None:
        if words != self.words:
            self.words = words
            self.say(words)
            self.setToolTip(words)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        metrics = self.metrics(self._face)
        return QSize(round(metrics.horizontalAdvance(self.words)) + 2, round(metrics.height()) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(40), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = painter_of(self)
        painter.setFont(self.theme.font(self._face))
        shown = self.metrics(self._face).elidedText(self.words, Qt.TextElideMode.ElideRight, self.width())
        write(painter, QRectF(self.rect()), shown, getattr(self.theme.colours, self._tone), _LEFT)
