"""First step: which microphone, and whether it is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.widgets.device_list import DeviceList
from app.widgets.key_button import KeyButton
from app.widgets.live_level import LiveLevel
from app.window.setup.step_page import StepPage
from audio.errors import AudioError
from coach.setup.steps import Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.theme.theme import Theme
    from app.trials.trial import Engine
    from app.window.setup.desk import Desk, Gathered
    from audio.block import Block

HEARD: Final = object()


def present(blocks: Iterator[Block]) -> Iterator[object]:
    """Says once that a microphone is heard, and listens on: it may be another one in a moment."""
    for number, _ in enumerate(blocks):
        if number == 0:
            yield HEARD


class MicrophonePage(StepPage):
    """`chosen` carries the microphone to listen on from now on; the same one once more to look again."""

    step = Step.MICROPHONE
    note_words = (
        "Sound is measured on this computer and never leaves it. Nothing you choose here holds before the last page."
    )
    chosen = Signal(object)  # str | None

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(theme, desk, "Choose your microphone, and say something. The bar should move.")
        self._current: str | None = None

    def middle(self) -> tuple[QWidget, ...]:
        self.list = DeviceList("setup_microphones", "Microphones")
        self.list.chosen.connect(self._choose)
        self.level = LiveLevel(self.theme)
        self.again = KeyButton(self.theme, "setup_look_again", "Look again", "L")
        self.again.setAccessibleDescription("Finds a microphone that was plugged in since. Key: L")
        self.again.clicked.connect(lambda: self._choose(self._current))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self.level, 1)
        line.addWidget(self.again)
        return self.list, row

    def enter(self, gathered: Gathered) -> None:
        super().enter(gathered)
        self._current = gathered.microphone
        self._fill()

    def engine(self, gathered: Gathered) -> Engine:
        del gathered
        return present

    def hear(self, said: object, gathered: Gathered) -> Gathered:
        if said is HEARD:
            self._fill()
        return gathered

    def _fill(self) -> None:
        try:
            self.list.show_devices(self.desk.microphones(), self._current)
            self.tell("")
        except AudioError as error:
            self.list.show_devices((), self._current)
            self.tell(str(error), "unsure")

    def _choose(self, name: str | None) -> None:
        self._current = name
        self.chosen.emit(name)
