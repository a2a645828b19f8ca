"""“Ok … Good-bye”, three times: each is checked, and all are kept as what this voice sounds like."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.said import Peaks
from app.trials.sayings import Accepted, Learned, Listening, Refused, sayings
from app.widgets.live_wave import LiveWave
from app.window.setup.step_page import StepPage
from audio.voice.voice import FEWEST
from coach.setup.steps import Step
from coach.stage import Stage

if TYPE_CHECKING:
    from app.theme.theme import Theme
    from app.trials.trial import Engine
    from app.window.setup.desk import Desk, Gathered

_ORDINALS: Final = ("first", "second", "third")


class VoicePage(StepPage):
    step = Step.VOICE
    fills = True
    note_words = (
        "Your three sayings are kept on this computer, so that your own words are known better. "
        "Sound never leaves it. Live calls are not recorded unless you say so."
    )

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(theme, desk, "Say “Ok”, wait, then “Good-bye”, the way you would on a call.")
        self._why = ""

    def middle(self) -> tuple[QWidget, ...]:
        self.wave = LiveWave(self.theme)
        self.wave.setObjectName("setup_wave")
        return (self.wave,)

    def set_roomy(self, *, roomy: bool) -> None:
        self.wave.set_compact(compact=not roomy)

    def enter(self, gathered: Gathered) -> None:
        super().enter(gathered)
        self._why = ""
        if gathered.found.voice_known:
            self.tell("All three are kept as what your voice sounds like.", "pass")
        else:
            self.wave.clear()
            self.wave.show_empty("Your voice shows here.")

    def forget(self, gathered: Gathered) -> Gathered:
        found = replace(gathered.found, spoken=(), voice_known=False, pause_error=None)
        return replace(gathered, voice=None, found=found)

    def engine(self, gathered: Gathered) -> Engine | None:
        if gathered.found.voice_known:
            return None
        return partial(sayings, bands=self.desk.bands, room=gathered.room)

    def hear(self, said: object, gathered: Gathered) -> Gathered:
        found = gathered.found
        match said:
            case Listening(number=number):
                self.wave.begin()
                self._ask(number)
                if number == 1:  # it may be another microphone than a moment ago
                    return self.forget(gathered)
            case Peaks():
                self.wave.show_peaks(said)
            case Stage():
                self.wave.show_words(said)
            case Refused(sentence=sentence):
                self._why = sentence
            case Accepted(spoken=spoken):
                self._why = ""
                if len(found.spoken) + 1 >= FEWEST:
                    self.tell("That is all three. Working out how exactly they can be measured here…")
                return replace(gathered, found=replace(found, spoken=(*found.spoken, spoken)))
            case Learned(voice=voice, pause_error=error):
                self.tell("All three are kept as what your voice sounds like.", "pass")
                return replace(gathered, voice=voice, found=replace(found, voice_known=True, pause_error=error))
            case _:
                pass
        return gathered

    def _ask(self, number: int) -> None:
        """For the next saying, and why it is to be said again."""
        asked = f"Now the {_ORDINALS[min(number, len(_ORDINALS)) - 1]} of three."
        if self._why:
            self.tell(f"{self._why} {asked}", "unsure")
        else:
            done = f"{number - 1} of {FEWEST} heard. " if number > 1 else ""
            self.tell(f"{done}{asked}")
