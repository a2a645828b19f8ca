"""A line of the prospect's is played: it should be heard in the headphones, and not by the microphone."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.trials.ears import ears
from app.trials.room import Heard
from app.widgets.device_list import DeviceList
from app.widgets.label import label
from app.widgets.progress_line import ProgressLine
from app.window.setup.step_page import StepPage
from audio.errors import AudioError
from coach.setup.measured import Ears
from coach.setup.steps import Step

if TYPE_CHECKING:
    from app.theme.theme import Theme
    from app.trials.trial import Engine
    from app.window.replay import Playing
    from app.window.setup.desk import Desk, Gathered
    from audio.block import Samples


class EarsPage(StepPage):
    """`chosen` carries the output to play on."""

    step = Step.EARS
    begin_words = "Play"
    note_words = "If you heard nothing, choose another output and play it again."
    chosen = Signal(object)  # str | None

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(theme, desk, "Put your headset on and listen: a prospect says a line. Say nothing meanwhile.")

    def middle(self) -> tuple[QWidget, ...]:
        self.list = DeviceList("setup_outputs", "Where the prospect is heard")
        self.list.chosen.connect(self.chosen)
        self.progress = ProgressLine(self.theme, "setup_progress", "Played")
        return label("Where the prospect is heard", "small_strong", "soft"), self.list, self.progress

    def enter(self, gathered: Gathered) -> None:
        super().enter(gathered)
        self.progress.show_share(1.0 if gathered.found.ears else 0.0)
        try:
            self.list.show_devices(self.desk.outputs(), gathered.output)
        except AudioError as error:
            self.list.show_devices((), gathered.output)
            self.tell(str(error), "unsure")

    def forget(self, gathered: Gathered) -> Gathered:
        self.progress.show_share(0.0)
        return replace(gathered, found=replace(gathered.found, ears=None))

    def engine(self, gathered: Gathered) -> Engine | None:
        if gathered.found.ears is not None:
            return None

        def play(samples: Samples, rate_hz: int) -> Playing:
            return self.desk.play(samples, rate_hz, gathered.output)

        self.tell("")
        return partial(ears, play=play, voice_dbfs=gathered.voice_dbfs)

    def hear(self, said: object, gathered: Gathered) -> Gathered:
        match said:
            case Heard(share=share):
                self.progress.show_share(share)
            case Ears():
                self.progress.show_share(1.0)
                return replace(gathered, found=replace(gathered.found, ears=said))
            case _:
                pass
        return gathered
