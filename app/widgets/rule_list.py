"""What the checker says of an offer: a row for every rule, with its mark and a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.widgets.label import label, retone, wrapped
from app.widgets.wording import MARKS
from coach.offers.finding import Rule
from coach.offers.measures import filled
from coach.verdict import Result

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.theme.theme import Theme
    from coach.offers.finding import Finding

WORDS: Final = {Result.PASS: "follows", Result.FAIL: "departs", Result.UNSURE: "unsure"}
NAMES: Final = {
    Rule.LENGTH: "Length",
    Rule.CLOSED_QUESTION: "Closed question",
    Rule.ONE_QUESTION: "One question",
    Rule.WHO_IS_CALLING: "Who is calling",
    Rule.TWO_FEATURES: "Two features",
    Rule.SMALL_TALK: "Small talk",
    Rule.PERSUASION: "Persuasion",
    Rule.SECOND_PITCH: "Second pitch",
    Rule.FIELDS: "Fields",
}


@dataclass(frozen=True, slots=True)
class _Row:
    mark: QLabel
    says: QLabel
    about: QLabel


class RuleList(QWidget):
    """The rows stay and only change their words, so that nothing jumps while somebody writes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offer_findings")
        self.setAccessibleName("Does it follow the method?")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._theme = theme
        theme.changed.connect(self._keep_width)
        self._keep_width()
        self._rows = {rule: self._add(2 * number, rule) for number, rule in enumerate(Rule)}

    def _keep_width(self) -> None:
        """Of the longest mark, so that no other word moves what stands beside it."""
        words = self._theme.metrics("cell_strong")
        wide = max(words.horizontalAdvance(f"{MARKS[result]} {word}") for result, word in WORDS.items())
        self._grid.setColumnMinimumWidth(0, round(wide) + 2)

    def _add(self, line: int, rule: Rule) -> _Row:
        row = _Row(
            label("", "cell_strong", name=f"rule_{rule.value}_mark"),
            wrapped("", "cell", name=f"rule_{rule.value}"),
            wrapped("", "small", "soft", name=f"rule_{rule.value}_about"),
        )
        row.mark.setContentsMargins(0, 6, 0, 6)
        self._grid.addWidget(row.mark, line, 0, Qt.AlignmentFlag.AlignTop)
        beside = QVBoxLayout()
        self._grid.addLayout(beside, line, 1)
        beside.setContentsMargins(0, 6, 0, 6)
        beside.setSpacing(2)
        beside.addWidget(row.says)
        beside.addWidget(row.about)
        rule_line = QFrame()
        rule_line.setProperty("rule", "true")
        rule_line.setFixedHeight(1)
        self._grid.addWidget(rule_line, line + 1, 0, 1, 2)
        return row

    def show_findings(self, findings: Sequence[Finding], fields: Mapping[str, str]) -> None:
        """The words that a finding is about are quoted as they are said, with `fields` filled in."""
        for finding in findings:
            row = self._rows[finding.rule]
            word = WORDS[finding.result]
            row.mark.setText(f"{MARKS[finding.result]} {word}")
            retone(row.mark, finding.result.value)
            row.says.setText(finding.says)
            row.says.setAccessibleName(f"{NAMES[finding.rule]}: {word}. {finding.says}")
            row.says.setToolTip(f"{NAMES[finding.rule]}, by {finding.source}")
            well = finding.result is Result.PASS
            told_already = not finding.where or f"“{finding.where}”" in finding.says
            quoted = "" if told_already else f"“{' '.join(filled(finding.where, fields).split())}” · "
            row.about.setText("" if well else f"{quoted}{NAMES[finding.rule]}, by {finding.source}")
            row.about.setHidden(well)
