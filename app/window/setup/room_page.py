"""The noise of the room, while nobody speaks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.trials.room import Heard, RoomHeard, SomebodySpoke, room_noise
from app.widgets.progress_line import ProgressLine
from app.window.setup.step_page import StepPage
from coach.setup.steps import Step

if TYPE_CHECKING:
    from app.theme.theme import Theme
    from app.trials.trial import Engine
    from app.window.setup.desk import Desk, Gathered


class RoomPage(StepPage):
    step = Step.ROOM
    begin_words = "Measure"
    note_words = "The quieter the room is, the more exactly the ends of your words are known."

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(theme, desk, "Keep still for four seconds. The room is measured.")

    def middle(self) -> tuple[QWidget, ...]:
        self.progress = ProgressLine(self.theme, "setup_progress", "Measured")
        return (self.progress,)

    def enter(self, gathered: Gathered) -> None:
        super().enter(gathered)
        self.progress.show_share(1.0 if gathered.found.room else 0.0)

    def forget(self, gathered: Gathered) -> Gathered:
        return replace(gathered, room=None, found=replace(gathered.found, room=None))

    def engine(self, gathered: Gathered) -> Engine | None:
        return room_noise if gathered.found.room is None else None

    def hear(self, said: object, gathered: Gathered) -> Gathered:
        match said:
            case Heard(share=share):
                self.progress.show_share(share)
            case SomebodySpoke():
                self.progress.show_share(0.0)
                self.tell("Somebody was heard speaking. Keep silent: it begins again.", "unsure")
            case RoomHeard(room=room, sound=sound):
                self.progress.show_share(1.0)
                self.tell("")
                return replace(gathered, room=sound, found=replace(gathered.found, room=room))
            case _:
                pass
        return gathered
