"""A line of text that is cut short with an ellipsis where it has no room; whole for a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QSizePolicy

from app.widgets.painted import Painted, box, painter_of, write

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from app.theme.theme import Theme

_PILL = 10.0  # room at the sides of the words
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class Elided(Painted):
    """`face` is the size of its letters, `tone` one of the colours."""

    def __init__(self, name: str, face: str, theme: Theme, parent: QWidget | None = None, *, tone: str = "ink") -> None:
        super().__init__(theme, parent)
        self.setObjectName(name)
        self._face, self._tone = face, tone
        self._pill = False
        self.words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str) -> None:
        if words != self.words:
            self.words = words
            self.say(words)
            self.setToolTip(words)
            self.updateGeometry()
            self.update()

    def show_tone(self, tone: str) -> None:
        """Another of the colours."""
        if tone != self._tone:
            self._tone = tone
            self.update()

    def show_pill(self, *, pill: bool) -> None:
        """In a box of its own, for what holds just now."""
        if pill is not self._pill:
            self._pill = pill
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        metrics = self.metrics(self._face)
        beside, above = (2 * _PILL, _PILL) if self._pill else (2, 2)
        return QSize(round(metrics.horizontalAdvance(self.words) + beside) + 1, round(metrics.height() + above))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(40), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, colours, area = painter_of(self), self.theme.colours, QRectF(self.rect())
        if self._pill:
            box(painter, area, colours.accent_soft, QPen(QColor(colours.accent), 1.0), area.height() / 2)
        inside = area.adjusted(_PILL, 0, -_PILL, 0) if self._pill else area
        painter.setFont(self.theme.font(self._face))
        shown = self.metrics(self._face).elidedText(self.words, Qt.TextElideMode.ElideRight, inside.width())
        write(painter, inside, shown, colours.accent if self._pill else getattr(colours, self._tone), _LEFT)
