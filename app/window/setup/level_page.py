"""How loud the voice comes in, and whether that is too loud."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.trials.level import loudness
from app.widgets.live_level import LiveLevel
from app.window.setup.step_page import StepPage
from coach.setup.measured import Loudness
from coach.setup.steps import Step

if TYPE_CHECKING:
    from app.theme.theme import Theme
    from app.trials.trial import Engine
    from app.window.setup.desk import Desk, Gathered


class LevelPage(StepPage):
    step = Step.LEVEL

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(theme, desk, "Say a sentence, as loud as on a call: “Hello, this is my usual voice.”")

    def middle(self) -> tuple[QWidget, ...]:
        self.level = LiveLevel(self.theme)
        return (self.level,)

    def enter(self, gathered: Gathered) -> None:
        super().enter(gathered)
        if gathered.found.level is None:
            self.tell("Listening…")

    def forget(self, gathered: Gathered) -> Gathered:
        return replace(gathered, found=replace(gathered.found, level=None))

    def engine(self, gathered: Gathered) -> Engine | None:
        return loudness if gathered.found.level is None else None

    def hear(self, said: object, gathered: Gathered) -> Gathered:
        if not isinstance(said, Loudness):
            return gathered
        self.tell("")
        return replace(gathered, found=replace(gathered.found, level=said))
