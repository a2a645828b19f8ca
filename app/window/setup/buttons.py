"""The buttons below a step: back, try again, skip, and the one that Space presses."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.widgets.key_button import KeyButton
from coach.setup.steps import Step

if TYPE_CHECKING:
    from app.theme.theme import Theme


class Going(Enum):
    """How a step goes: may begin, waits for the microphone, listens, is done."""

    READY = auto()
    WAITING = auto()
    LISTENING = auto()
    DONE = auto()


class Buttons(QWidget):
    """Told the step and how it goes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = KeyButton(theme, "setup_back", "Back", "Esc")
        self.again = KeyButton(theme, "setup_again", "Try again", "R")
        self.skip = KeyButton(theme, "setup_skip", "Skip", "S")
        self.next = KeyButton(theme, "setup_next", "Next", "Space", primary=True)
        self.skip.setAccessibleDescription("Goes on without this step. Key: S")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.back)
        line.addStretch(1)
        for button in (self.again, self.skip, self.next):
            line.addWidget(button)

    def show_step(self, step: Step, going: Going, begin_words: str) -> None:
        """While keys are clicked to be heard, none of them skips the step."""
        first, last = step is Step.MICROPHONE, step is Step.RESULT
        self.back.relabel("Close" if first else "Back")
        self.again.setVisible(going is Going.DONE and not first and not last)
        clicking = step is Step.NOISES and going is Going.LISTENING
        self.skip.setVisible(going is not Going.DONE and not last and not clicking)
        beginning = begin_words and going in {Going.READY, Going.WAITING}
        self.next.relabel("Use this" if last else begin_words if beginning else "Next")
        self.next.setEnabled(going is Going.DONE or (going is Going.READY and bool(begin_words)))
