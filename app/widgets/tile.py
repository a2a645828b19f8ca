"""One word of the close as a tile: not yet, next, being said, done."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.widgets.painted import Painted, box, painter_of, write

if TYPE_CHECKING:
    from app.theme.theme import Theme

_SIDE: Final = 12.0


class Turn(Enum):
    """Whose turn it is, as words for a screen reader."""

    LATER = "not yet"
    NEXT = "next"
    NOW = "now"
    DONE = "done"


class Tile(Painted):
    """`title` is the word itself, `note` the small line under it; without room for that it is only read aloud."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None, *, noted: bool = True) -> None:
        super().__init__(theme, parent)
        self.title = title
        self._noted = noted
        self.note = ""
        self.turn = Turn.LATER
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_turn(self, turn: Turn, note: str) -> None:
        if (turn, note) == (self.turn, self.note):
            return
        self.turn, self.note = turn, note
        self.say(f"{self.title}: {turn.value}, {note}")
        self.update()

    def sizeHint(self) -> QSize:
        title, note = self.metrics("tile"), self.metrics("small")
        height = title.height() + 2 * note.height() + 38 if self._noted else title.height() + 28
        return QSize(round(title.horizontalAdvance(self.title) + 4 * _SIDE), round(height))

    def minimumSizeHint(self) -> QSize:
        width = self.metrics("value").horizontalAdvance(self.title) + 2 * _SIDE
        return QSize(round(width) + 1, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = painter_of(self)
        words = re.sub(r"(?<=\d) s\b", "\N{NO-BREAK SPACE}s", self.note) if self._noted else ""
        ground, border, ink, soft = self._colours()
        area = QRectF(self.rect())
        box(painter, area, ground, border)
        inside = area.adjusted(_SIDE, 8, -_SIDE, -8)
        size = "tile" if self.metrics("tile").horizontalAdvance(self.title) <= inside.width() else "value"
        title, small = self.metrics(size), self.metrics("small")
        note = small.boundingRect(inside, int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap), words)
        below_title = 4 + note.height() if words else 0
        top = area.center().y() - (title.height() + below_title) / 2
        painter.setFont(self.theme.font(size))
        write(painter, QRectF(inside.left(), top, inside.width(), title.height()), self.title, ink)
        painter.setFont(self.theme.font("small"))
        below = QRectF(inside.left(), top + title.height() + 4, inside.width(), note.height() + 1)
        write(painter, below, words, soft, Qt.AlignmentFlag.AlignHCenter, wrap=True)

    def _colours(self) -> tuple[str, QPen | None, str, str]:
        """Ground, border, title and note."""
        colours = self.theme.colours
        accent = QColor(colours.accent)
        if self.turn is Turn.DONE:
            return colours.accent, None, colours.on_accent, colours.on_accent
        if self.turn is Turn.NOW:
            return colours.accent_soft, QPen(accent, 2.0), colours.ink, colours.ink
        if self.turn is Turn.NEXT:
            return colours.panel, QPen(accent, 2.0, Qt.PenStyle.DashLine), colours.ink, colours.ink
        return colours.track, None, colours.soft, colours.soft
