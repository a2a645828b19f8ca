"""Last step: how exactly pauses are measured here, what was found, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.widgets.label import wrapped
from app.window.setup.step_page import StepPage
from coach.setup.steps import Step

if TYPE_CHECKING:
    from app.theme.theme import Theme
    from app.window.setup.desk import Desk, Gathered


class ResultPage(StepPage):
    step = Step.RESULT
    note_words = "“Use this” keeps it from now on. You can do it again at any time: press the microphone at the side."

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(theme, desk, "")

    def middle(self) -> tuple[QWidget, ...]:
        self._chosen = wrapped("", "text", "soft", "setup_chosen")
        return (self._chosen,)

    def show_found(self, gathered: Gathered) -> None:
        found = gathered.found
        self.instruct(found.headline)
        self.findings.show_findings((*found.summary, *found.missing))
        self._chosen.setText(
            f"Microphone: {gathered.microphone or 'the system default'}. "
            f"The prospect is heard on: {gathered.output or 'the system default'}."
        )
