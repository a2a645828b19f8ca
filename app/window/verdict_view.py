"""After a take: the one sentence, what to do next, the timeline, the checks, and the take to hear again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.widgets.card import Card
from app.widgets.check_table import CheckTable
from app.widgets.curves import Curves
from app.widgets.key_button import KeyButton
from app.widgets.label import label, retone, wrapped
from app.widgets.timeline import Timeline
from app.widgets.wording import MARKS, RESULTS, offer_read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from app.said import TakeEnded
    from app.theme.theme import Theme
    from app.widgets.curves import Cursor, Pair

_NARROW: Final = 760  # under this width, at 100 %, the buttons stand below the words
_APART: Final = 8  # between them
_SIDES: Final = 44  # of the card, both together


class VerdictView(QWidget):
    """Told a `TakeEnded`; the page makes its buttons work."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._theme = theme
        self._mark = label(size="verdict", name="headline_mark")
        self._headline = wrapped(size="verdict", name="headline")
        self._advice = wrapped(tone="soft", name="advice")
        self._offer = wrapped(size="cell", tone="soft", name="offer_reading")
        self._reason = wrapped(tone="unsure", name="reason")
        self.hear_self = KeyButton(theme, "hear_self", "▶ Hear yourself", "H")
        self.hear_sample = KeyButton(theme, "hear_sample", "▶ Hear the sample", "S")
        self.overlay = KeyButton(theme, "overlay", "Overlay", "O")
        self.send = KeyButton(theme, "send", "To the trainer…", "E")
        self.send.setAccessibleDescription("Writes this take into one file, which you can send")
        self.send.hide()
        self.timeline = Timeline(theme)
        self.curves = Curves(theme)
        self.checks = CheckTable(theme)
        self._beside = True  # the buttons beside the words
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        card = Card("verdict_card")
        card.body.addLayout(self._top)
        self._add_words()
        self._add_buttons()
        card.body.addSpacing(4)
        card.body.addWidget(self.timeline, 1)
        card.body.addWidget(self._offer)
        card.body.addWidget(self.curves, 1)
        self._table = Card("checks_card")
        self._table.body.setContentsMargins(20, 10, 20, 8)
        self._table.body.addWidget(self.checks)
        self._column.addWidget(card, 1)
        self._column.addWidget(self._table)

    def _add_words(self) -> None:
        words, first = QVBoxLayout(), QHBoxLayout()
        self._top.addLayout(words, 1)
        words.addLayout(first)
        words.setSpacing(6)
        first.setSpacing(10)
        first.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self._headline, 1)
        words.addWidget(self._advice)
        words.addWidget(self._reason)

    def _add_buttons(self) -> None:
        self._buttons = QGridLayout()
        self._top.addLayout(self._buttons)
        self._buttons.setHorizontalSpacing(_APART)
        self._buttons.setVerticalSpacing(2)
        self._place_buttons(self.width())

    def _place_buttons(self, room: int) -> None:
        """In a line where they have room, flush left; in two beside the words, flush right."""
        buttons = (self.hear_self, self.hear_sample, self.overlay, self.send)
        widths = [button.sizeHint().width() + _APART for button in buttons]
        fitting = sum(sum(widths[: number + 1]) <= room + _APART for number in range(len(widths)))
        columns = 2 if self._beside else max(1, fitting)
        for number, button in enumerate(buttons):
            self._buttons.removeWidget(button)
            row, column = divmod(number, columns)
            self._buttons.addWidget(button, row, columns - 1 if self._beside and row else column)
        for column in range(len(buttons) + 1):
            self._buttons.setColumnStretch(column, int(column == columns and not self._beside))

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
        self._show_words(self._offer, None if verdict.offer is None else offer_read(verdict.offer))
        self.hear_self.setVisible(take.sound is not None)
        self.overlay.setVisible(take.sound is not None and verdict.close is not None)
        self.show_playing(at=None)
        self.show_curves(())
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
        self.curves.set_compact(compact=compact)

    @property
    def overlaid(self) -> bool:
        """Whether the curves stand in the timeline's place."""
        return not self.curves.isHidden()

    def show_curves(self, pairs: Sequence[Pair]) -> None:
        """In the timeline's place; none brings the timeline back."""
        self.curves.show_pairs(pairs)
        self.curves.setVisible(bool(pairs))
        self.timeline.setVisible(not pairs)
        self.overlay.relabel("Timeline" if pairs else "Overlay")

    def show_sample_playing(self, *, at: float | None, cursor: Cursor | None) -> None:
        _relabel(self.hear_sample, "▶ Hear the sample" if at is None else "■ Stop the sample")
        self.curves.show_cursor(cursor)

    def show_playing(self, *, at: float | None) -> None:
        """Where in the take the sound is that is heard now; None while nothing is played."""
        _relabel(self.hear_self, "▶ Hear yourself" if at is None else "■ Stop listening")
        self.timeline.show_cursor(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._beside = self.width() >= _NARROW * self._theme.scale
        direction = QBoxLayout.Direction
        self._top.setDirection(direction.LeftToRight if self._beside else direction.TopToBottom)
        self._place_buttons(self.width() - _SIDES)


def _relabel(button: KeyButton, words: str) -> None:
    if words != button.text():
        button.relabel(words)
