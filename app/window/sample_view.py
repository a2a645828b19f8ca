"""One sample: what the engine measures in it, what the other side hears, and its pause to be moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.widgets.card import Card
from app.widgets.check_table import CheckTable
from app.widgets.label import label, retone, wrapped
from app.widgets.pause_slider import PauseSlider
from app.widgets.timeline import Timeline
from app.widgets.wording import MARKS, RESULTS
from coach.sentences import what_they_hear

if TYPE_CHECKING:
    from app.sampled import Sampled
    from app.theme.theme import Theme


class SampleView(QWidget):
    """Told a `Sampled`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = wrapped("", "text", "soft", "sample_title")
        self._mark = label(size="title", name="sample_mark")
        self._headline = wrapped(size="title", name="sample_headline")
        self._hear = wrapped(name="sample_heard")
        self.timeline = Timeline(theme)
        self.timeline.setObjectName("sample_timeline")
        self.pause = PauseSlider(theme)
        self.checks = CheckTable(theme, "Measured", "sample_check")
        first = QHBoxLayout()
        card = Card("sample_card")
        card.body.addWidget(self._title)
        card.body.addLayout(first)
        first.setSpacing(10)
        first.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self._headline, 1)
        card.body.addWidget(self._hear)
        card.body.addWidget(self.timeline, 1)
        card.body.addWidget(self.pause)
        self._table = Card("sample_checks_card")
        self._table.body.setContentsMargins(20, 10, 20, 8)
        self._table.body.addWidget(self.checks)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(card, 1)
        self._column.addWidget(self._table)

    def show_title(self, title: str, voice: str) -> None:
        self._title.setText(f"{title} · {voice}")

    def show_sampled(self, heard: Sampled) -> None:
        verdict = heard.verdict
        self._mark.setText(MARKS[verdict.result])
        self._mark.setAccessibleName(RESULTS[verdict.result])
        self._headline.setText(verdict.headline)
        for part in (self._mark, self._headline):
            retone(part, verdict.result)
        said = " ".join(filter(None, (what_they_hear(verdict.checks), heard.sample.manner)))
        self._hear.setText(f"What they hear: {said}" if said else verdict.advice)
        self.timeline.show_verdict(verdict, heard.peaks)
        self.checks.show_checks(verdict.checks)
        self._table.setVisible(bool(verdict.checks))

    def set_compact(self, *, compact: bool) -> None:
        self._column.setSpacing(10 if compact else 18)
        self.timeline.set_compact(compact=compact)
