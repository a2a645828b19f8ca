"""Machine and trainer: a row a check, and a click shows the takes on which they disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTableView, QWidget

from app.widgets.card import Card
from app.widgets.cell_paint import CellPaint
from app.widgets.label import wrapped
from app.widgets.row_table import dress, head_of
from app.window.team import wording
from app.window.team.agreement_rows import CHECK, DISAGREE, KAPPA, AgreementRows

if TYPE_CHECKING:
    from app.theme.theme import Theme
    from app.window.team.reading import Seen

_NOBODY: Final = (
    "No trainer has a word on these takes yet. Open takes in Review and agree or overrule: here you will see how far "
    "the machine and you judge alike."
)
_BESIDE: Final = 34


class AgreementCard(Card):
    """`opened` carries the ids of takes, and what they have in common."""

    opened = Signal(object, str)  # frozenset[str]

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("agreement_card", parent)
        self._theme = theme
        self.rows = AgreementRows(self)
        self._title = wrapped("Machine and trainer", "cell_strong", "soft", "agreement_title")
        self._nobody = wrapped(_NOBODY, tone="soft", name="nobody_judged")
        self._paint = CellPaint(theme, self)
        self.table = _table(self.rows, self._paint)
        self.body.addWidget(self._title)
        self.body.addWidget(self.table)
        self.body.addWidget(self._nobody)
        self.body.addStretch(1)
        self.table.clicked.connect(self._open)
        self.table.activated.connect(self._open)
        theme.changed.connect(self._fit)
        self._nobody.hide()

    def show_seen(self, seen: Seen) -> None:
        judged = f", {wording.many(seen.by_both, 'take')} judged by both" if seen.by_both else ""
        self._title.setText(f"Machine and trainer{judged}")
        self.rows.show_agreements(seen.agreements)
        self.table.setVisible(bool(seen.agreements))
        self._nobody.setVisible(not seen.agreements)
        self._fit()

    def _open(self) -> None:
        of = self.rows.agreement(self.table.currentIndex())
        if of is not None and of.disagreed:
            self.opened.emit(frozenset(of.disagreed), f"{wording.check(of.check)}: machine and trainer disagree")

    def _fit(self) -> None:
        row = self._paint.height()
        self.table.verticalHeader().setDefaultSectionSize(row)
        head = self.table.horizontalHeader()
        for column, words in ((KAPPA, "Kappa"), (DISAGREE, "Disagree")):
            head.resizeSection(column, round(self._theme.metrics("text").horizontalAdvance(words)) + _BESIDE)
        self.table.setFixedHeight(self.rows.rowCount() * row + head.sizeHint().height() + 2)


def _table(rows: AgreementRows, paint: CellPaint) -> QTableView:
    made = QTableView()
    dress(made, "agreement_table", "Machine and trainer, check by check", rows, paint)
    head_of(made, CHECK)
    made.setAccessibleDescription("Enter shows the takes on which they disagree")
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made
