"""Before and during a take: the offer, the stage, the voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.widgets.call_words import call_words
from app.widgets.card import Card
from app.widgets.label import label, wrapped
from app.widgets.live_wave import LiveWave
from app.widgets.offer_text import OfferText
from app.widgets.stage_view import StageView

if TYPE_CHECKING:
    from app.said import CallState
    from app.theme.theme import Theme
    from coach.drills.drill import Drill
    from coach.offers.offer import Offer
    from coach.stage import Part, Stage

READY_FOR = "Press Space to start. They say hello, you read the offer, they answer.\nRight is: {}"
READY = "Press Space to start. Read the offer aloud, think of their no, then say “Ok”."


class Practice(QWidget):
    """`stage` and `wave` are told what is heard; the offer stands above them.

    `part_began` carries the widget to look at from now on.
    """

    part_began = Signal(QWidget)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._take = label("You say", "text", "soft", "take")
        self._offer = OfferText(theme)
        self._tag = label("Prospect", "small_strong")
        self._tag.setProperty("tag", "true")
        policy = self._tag.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._tag.setSizePolicy(policy)
        self._tag.hide()
        self._answer = wrapped("", "text", name="prospect_answer")
        self.stage = StageView(theme)
        self.wave = LiveWave(theme)
        self._voice = label("Your voice", "small_strong", "soft")
        self._part: Part | None = None
        self._drill: Drill | None = None
        self._alone = ""
        self._offer_card = self._make_offer_card()
        self._column.addWidget(self._offer_card)
        self._stage_card = Card("stage_card")
        self._stage_card.body.addWidget(self.stage)
        self._column.addWidget(self._stage_card)
        self._voice_card = Card("voice_card")
        self._voice_card.body.addWidget(self._voice)
        self._voice_card.body.addWidget(self.wave, 1)
        self._column.addWidget(self._voice_card, 1)
        self.set_compact(compact=False)

    def _make_offer_card(self) -> Card:
        card = Card("offer_card")
        card.body.addWidget(self._take)
        card.body.addWidget(self._offer)
        answer = QHBoxLayout()
        card.body.addLayout(answer)
        answer.setSpacing(12)
        answer.addWidget(self._tag, 0, Qt.AlignmentFlag.AlignVCenter)
        answer.addWidget(self._answer, 1, Qt.AlignmentFlag.AlignVCenter)
        return card

    def show_offer(self, offer: Offer) -> None:
        self._offer.show_pieces(offer.pieces())
        self._alone = f"“{offer.rehearsal.answer}” · that is a no"
        self._tag.show()
        self.show_drill(self._drill)

    def show_drill(self, drill: Drill | None) -> None:
        """What is trained, and what is right there; None is the close without a prospect."""
        self._drill = drill
        self._show_what_is_trained()
        self.show_fault("")

    def show_fault(self, sentence: str) -> None:
        """Why no take can begin, in the place of how it begins."""
        if sentence:
            self.wave.show_empty(sentence, "unsure")
        else:
            self.wave.show_empty(READY if self._drill is None else _ready_for(self._drill))

    def _show_what_is_trained(self) -> None:
        self._tag.setText("Prospect" if self._drill is None else self._drill.title)
        self._answer.setText(self._alone if self._drill is None else self._drill.trains)

    def show_call(self, call: CallState | None, cue: str = "") -> None:
        """What the prospect does and has said; `cue` is what their answer means."""
        if call is None:
            self._show_what_is_trained()
        else:
            self._tag.setText("Prospect")
            self._answer.setText(call_words(call, cue))

    def set_compact(self, *, compact: bool) -> None:
        self._column.setSpacing(10 if compact else 18)
        for line in (self._take, self._voice):
            line.setHidden(compact)
        high = 12 if compact else 16
        self._offer_card.body.setContentsMargins(20, high, 20, high)
        self._stage_card.body.setContentsMargins(20, high if compact else 20, 20, high)
        self._voice_card.body.setContentsMargins(20, high, 20, high)
        self.wave.set_compact(compact=compact)

    def show_stage(self, stage: Stage | None) -> None:
        self.stage.show_stage(stage)
        part = stage.part if stage else None
        # Without a prospect the first stage is that of the offer, which is still to be read.
        if stage and part is not self._part and (self._part is not None or self._drill is not None):
            self.part_began.emit(self.stage.part(stage))
        self._part = part

    def show_take(self, number: str) -> None:
        self._take.setText(f"{number} · you say" if number else "You say")


def _ready_for(drill: Drill) -> str:
    return READY_FOR.format(drill.right[:1].lower() + drill.right[1:])
