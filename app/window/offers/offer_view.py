"""An offer as it is said, what the checker says of it, and what is asked when the answer is unclear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.widgets.card import Card
from app.widgets.label import label, wrapped
from app.widgets.offer_text import OfferText
from app.widgets.rule_list import RuleList
from coach.offers.checking import check
from coach.offers.filling import Piece, fill
from coach.offers.measures import MOST_WORDS, filled
from coach.verdict import Result

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.theme.theme import Theme
    from coach.offers.checking import Checked


class OfferView(QWidget):
    """Told a script as it stands: it need not be an offer yet."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("offer_view")
        self._title = wrapped("", "logo", name="offer_title")
        self._measure = label("", "text", "soft", "offer_measure")
        self._text = OfferText(theme)
        self._text.setObjectName("offer_filled")
        self._rules = RuleList(theme)
        self._clarify = wrapped("", "text", name="offer_clarify")
        self._others = label("Other ways to say it", "small_strong", "soft")
        self._variants = wrapped("", "text", name="offer_variants")
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        column.addLayout(self._head)
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._measure)
        column.addWidget(_framed("offer_text_card", self._text))
        column.addSpacing(4)
        column.addWidget(label("Does it follow the method?", "small_strong", "soft"))
        column.addWidget(self._rules)
        column.addSpacing(4)
        column.addWidget(label("When the answer is unclear", "small_strong", "soft"))
        column.addWidget(_framed("offer_clarify_card", self._clarify))
        column.addWidget(self._others)
        self._variants_card = _framed("offer_variants_card", self._variants)
        column.addWidget(self._variants_card)

    def show_script(
        self,
        *,
        title: str,
        text: str,
        clarify: Sequence[Piece],
        variants: Sequence[str],
        fields: Mapping[str, str],
        pace: float | None,
        columns: tuple[str, ...],
    ) -> None:
        checked = check(text, fields, words_a_minute=pace, further=columns)
        self._title.setText(title or "No title yet")
        self._measure.setText(measured(checked))
        self._text.show_pieces(_pieces(text, fields) if text.strip() else (Piece("…"),))
        self._rules.show_findings(checked.findings, fields)
        self._clarify.setText(f"“{''.join(piece.text for piece in clarify)}”")
        told = [
            f"“{filled(variant, fields)}”\n{_in_short(check(variant, fields, words_a_minute=pace, further=columns))}"
            for variant in variants
        ]
        self._variants.setText("\n\n".join(told))
        self._others.setVisible(bool(told))
        self._variants_card.setVisible(bool(told))

    def set_small(self, *, small: bool) -> None:
        """Beside the desk, what is said has smaller letters."""
        self._text.set_face("advice" if small else "script")

    def set_narrow(self, *, narrow: bool) -> None:
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)


def measured(checked: Checked) -> str:
    return f"{checked.words} of at most {MOST_WORDS} words · {checked.seconds:.0f} s aloud"


def _in_short(checked: Checked) -> str:
    """The result of a variant in a line."""
    wrong = [finding.says for finding in checked.findings if finding.result is Result.FAIL]
    unsure = sum(finding.result is Result.UNSURE for finding in checked.findings)
    if wrong:
        return f"{measured(checked)} · ✗ departs: {' '.join(wrong)}"
    return f"{measured(checked)} · " + (f"? unsure in {unsure}" if unsure else "✓ follows")


def _pieces(text: str, fields: Mapping[str, str]) -> tuple[Piece, ...]:
    """While a brace is being written, it stands there as it is."""
    try:
        return fill(text, fields)
    except ValueError:
        return (Piece(text),)


def _framed(name: str, inside: QWidget) -> Card:
    card = Card(name)
    card.body.setContentsMargins(16, 14, 16, 14)
    card.body.addWidget(inside)
    return card
