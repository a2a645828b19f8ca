"""A key is clicked and a breath is drawn: the ear should take neither for speech."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.trials.noises import noise
from app.trials.room import Heard
from app.widgets.progress_line import ProgressLine
from app.window.setup.step_page import StepPage
from coach.setup.measured import Noise
from coach.setup.steps import Step

if TYPE_CHECKING:
    from app.theme.theme import Theme
    from app.trials.trial import Engine
    from app.window.setup.desk import Desk, Gathered
    from coach.setup.found import Found

READY: Final = "First you click a few keys, then you breathe out; say nothing. Each takes four seconds."
CLICK: Final = "Now click a few keys, the way you type on a call. Say nothing."
BREATHE: Final = "Now breathe in and out at the microphone. Say nothing."
DONE: Final = "Clicks and breaths were tried."


class NoisesPage(StepPage):
    step = Step.NOISES
    begin_words = "Start"

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(theme, desk, READY)

    def middle(self) -> tuple[QWidget, ...]:
        self.progress = ProgressLine(self.theme, "setup_progress", "Tried")
        return (self.progress,)

    def enter(self, gathered: Gathered) -> None:
        super().enter(gathered)
        done = gathered.found.taken(self.step)
        self.instruct(DONE if done else READY)
        self.progress.show_share(1.0 if done else 0.0)

    def forget(self, gathered: Gathered) -> Gathered:
        return replace(gathered, found=replace(gathered.found, click=None, breath=None))

    def engine(self, gathered: Gathered) -> Engine | None:
        if gathered.found.taken(self.step):
            return None
        self.instruct(CLICK if gathered.found.click is None else BREATHE)
        self.progress.show_share(0.0)
        return partial(noise, voice_dbfs=gathered.voice_dbfs)

    def hear(self, said: object, gathered: Gathered) -> Gathered:
        match said:
            case Heard(share=share):
                self.progress.show_share(share)
            case Noise():
                self.progress.show_share(1.0)
                found = _with(gathered.found, said)
                if found.taken(self.step):
                    self.instruct(DONE)
                return replace(gathered, found=found)
            case _:
                pass
        return gathered


def _with(found: Found, tried: Noise) -> Found:
    return replace(found, click=tried) if found.click is None else replace(found, breath=tried)
