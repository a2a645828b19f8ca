"""After a take: the one sentence, what to do next, the timeline, the checks, and the take to hear again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.widgets.card import Card
from app.widgets.check_table import CheckTable
from app.widgets.key_button import KeyButton
from app.widgets.label import label, retone, wrapped
from app.widgets.timeline import Timeline
from app.widgets.wording import MARKS, RESULTS

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.said import TakeEnded
    from app.theme.theme import Theme

_NARROW: Final = 560  # under this width, at 100 %, the button stands below the words


class VerdictView(QWidget):
    """Told a `TakeEnded`; the page makes `hear_self` work."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._theme = theme
        self._mark = label(size="verdict", name="headline_mark")
        self._headline = wrapped(size="verdict", name="headline")
        self._advice = wrapped(tone="soft", name="advice")
        self._reason = wrapped(tone="unsure", name="reason")
        self.hear_self = KeyButton(theme, "hear_self", "▶ Hear yourself", "H")
        self.timeline = Timeline(theme)
        self.checks = CheckTable(theme)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.addLayout(self._words(), 1)
        self._top.addWidget(self.hear_self, 0, Qt.AlignmentFlag.AlignVCenter)
        card = Card("verdict_card")
        card.body.addLayout(self._top)
        card.body.addSpacing(4)
        card.body.addWidget(self.timeline, 1)
        self._table = Card("checks_card")
        self._table.body.setContentsMargins(20, 10, 20, 8)
        self._table.body.addWidget(self.checks)
        self._column.addWidget(card, 1)
        self._column.addWidget(self._table)

    def _words(self) -> QVBoxLayout:
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self._headline, 1)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addLayout(first)
        words.addWidget(self._advice)
        words.addWidget(self._reason)
        return words

    def show_take(self, take: TakeEnded) -> None:
        verdict = take.verdict
        self._mark.setText(MARKS[verdict.result])
        self._mark.setAccessibleName(RESULTS[verdict.result])
        self._headline.setText(verdict.headline)
        for part in (self._mark, self._headline):
            retone(part, verdict.result)
        self._show_words(self._advice, verdict.advice)
        self._show_words(
            self._reason, verdict.reason if verdict.reason not in {verdict.headline, verdict.advice} else ""
        )
        self.hear_self.setVisible(take.sound is not None)
        self.show_playing(at=None)
        self.timeline.show_verdict(verdict, take.peaks)
        self.checks.show_checks(verdict.checks)
        self._table.setVisible(bool(verdict.checks))

    @staticmethod
    def _show_words(place: QLabel, words: str | None) -> None:
        place.setText(words or "")
        place.setVisible(bool(words))

    def set_compact(self, *, compact: bool) -> None:
        self._column.setSpacing(10 if compact else 18)
        self.timeline.set_compact(compact=compact)

    def show_playing(self, *, at: float | None) -> None:
        """Where in the take the sound is that is heard now; None while nothing is played."""
        words = "▶ Hear yourself" if at is None else "■ Stop listening"
        if words != self.hear_self.text():
            self.hear_self.relabel(words)
        self.timeline.show_cursor(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW * self._theme.scale
        self._top.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._top.setAlignment(self.hear_self, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignVCenter)
