"""The other side of a take on a lane of its own: when they spoke, and what they said."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt

from app.widgets.painted import box, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from app.theme.theme import Theme
    from app.widgets.waveform import Ruler
    from coach.verdict import ProspectLine

_WORDS: Final = {"ring": "rings", "beep": "beep", "hung_up": "they hung up"}
_INSET: Final = 6.0
_APART: Final = 8.0  # from one line's words to the next line


def paint_lane(painter: QPainter, theme: Theme, ruler: Ruler, lane: QRectF, lines: Sequence[ProspectLine]) -> None:
    """Words may reach beyond their line, as far as the next one; what has no room at all is left out."""
    painter.setFont(theme.font("small"))
    metrics = theme.metrics("small")
    for line, next_one in zip_longest(lines, lines[1:]):
        begin, right = ruler.x(line.start), ruler.x(line.end)
        following = ruler.x(next_one.start) if next_one is not None else ruler.right + _APART
        if right < ruler.left or begin > ruler.right:
            continue
        left = max(begin, ruler.left)
        tick = line.end == line.start
        ground = QRectF(left, lane.top(), 2.0 if tick else right - left, lane.height())
        box(painter, ground, theme.colours.soft if tick else theme.colours.aside, None, 0 if tick else 4)
        room = QRectF(left + _INSET, lane.top(), following - left - _INSET - _APART, lane.height())
        words = metrics.elidedText(_said(line), Qt.TextElideMode.ElideRight, max(0.0, room.width()))
        if len(words) > 1 or words == _said(line):
            write(painter, room, words, theme.colours.ink, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


def _said(line: ProspectLine) -> str:
    return _WORDS.get(line.kind, f"“{line.text}”")
