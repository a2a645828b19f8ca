"""What every step has: what to do, how it goes, and what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

from app.widgets.card import Card
from app.widgets.finding_list import FindingList
from app.widgets.label import label, retone, wrapped

if TYPE_CHECKING:
    from app.theme.theme import Theme
    from app.trials.trial import Engine
    from app.window.setup.desk import Desk, Gathered
    from coach.setup.steps import Step


class StepPage(Card):
    """The wizard asks it for an engine, and tells it what that engine hears.

    `begin_words` stand on the primary button where the step waits for it; where they are empty it begins by itself.
    """

    step: Step
    begin_words = ""
    note_words = ""
    fills = False  # takes all the height there is

    def __init__(self, theme: Theme, desk: Desk, instruction: str, parent: QWidget | None = None) -> None:
        super().__init__("setup_card", parent)
        self.theme = theme
        self.desk = desk
        self.body.setSpacing(10)
        self._instruction = wrapped(instruction, "script", name="setup_instruction")
        self._fault = wrapped("", "text", "unsure", "setup_fault")
        self._status = wrapped("", "text", "soft", "setup_status")
        self.findings = FindingList()
        self._note = label(self.note_words, "cell", "soft")
        self._note.setWordWrap(True)
        self._note.setVisible(bool(self.note_words))
        self.body.addWidget(self._instruction)
        self.body.addWidget(self._fault)
        for widget in self.middle():
            self.body.addWidget(widget, int(widget.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Expanding))
        self.body.addWidget(self._status)
        self.body.addWidget(self.findings)
        self.body.addStretch()
        self.body.addWidget(self._note)
        high = QSizePolicy.Policy.Expanding if self.fills else QSizePolicy.Policy.Preferred
        self.setSizePolicy(QSizePolicy.Policy.Preferred, high)
        self.show_fault("")

    def middle(self) -> tuple[QWidget, ...]:
        """What stands between what to do and what was found."""
        return ()

    def instruct(self, words: str) -> None:
        self._instruction.setText(words)

    def tell(self, words: str, tone: str = "soft") -> None:
        """How it goes."""
        retone(self._status, tone)
        self._status.setText(words)
        self._status.setVisible(bool(words))

    def show_fault(self, sentence: str) -> None:
        """What is wrong with the microphone, while it is."""
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))

    # What a step makes its own.

    def set_roomy(self, *, roomy: bool) -> None:
        """Whether there is room to draw."""

    def enter(self, gathered: Gathered) -> None:
        """The step shows, or is to be tried again."""
        self.tell("")
        self.show_found(gathered)

    def show_found(self, gathered: Gathered) -> None:
        self.findings.show_findings(gathered.found.of(self.step))

    def forget(self, gathered: Gathered) -> Gathered:
        """As it was before this step."""
        return gathered

    def engine(self, gathered: Gathered) -> Engine | None:
        """What is to listen next; None when nothing is left to listen for."""
        del gathered
        return None

    def hear(self, said: object, gathered: Gathered) -> Gathered:
        del said
        return gathered
