"""The set-up of the microphone: one step after the other, by Space, and back again by Esc."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from app.trials.trial import Trial
from app.window.setup.buttons import Going
from app.window.setup.desk import Gathered
from app.window.setup.ears_page import EarsPage
from app.window.setup.frame import Frame
from app.window.setup.level_page import LevelPage
from app.window.setup.microphone_page import MicrophonePage
from app.window.setup.noises_page import NoisesPage
from app.window.setup.result_page import ResultPage
from app.window.setup.room_page import RoomPage
from app.window.setup.voice_page import VoicePage
from audio.errors import AudioError
from coach.errors import CoachError
from coach.setup.found import Found
from coach.setup.steps import Step

if TYPE_CHECKING:
    from app.listener import Listener
    from app.said import MicrophoneState
    from app.theme.theme import Theme
    from app.window.setup.desk import Desk
    from app.window.setup.step_page import StepPage


class SetUpWizard(Frame):
    """Listens by trials of the one listener; `left` comes at its end, with true where it was accepted.

    Until then only the microphone that is listened on has changed, and closing it changes that back.
    """

    left = Signal(bool)

    def __init__(self, theme: Theme, listener: Listener, desk: Desk, state: MicrophoneState | None) -> None:
        super().__init__(theme)
        self._listener = listener
        self._desk = desk
        self._before = desk.chosen()
        self._gathered = Gathered(*self._before)
        self._usable = state is not None and state.usable
        self._fault = "" if state is None or state.usable else state.sentence
        self._trial: Trial | None = None
        self.step = Step.MICROPHONE
        self._pages = self._make_pages()
        self.hold(self._pages.values())
        self._make_keys()
        listener.microphone_changed.connect(self._see_microphone)
        listener.tried.connect(self._hear)
        self._enter(Step.MICROPHONE)

    def _make_pages(self) -> dict[Step, StepPage]:
        microphone, ears = MicrophonePage(self.theme, self._desk), EarsPage(self.theme, self._desk)
        level, voice = LevelPage(self.theme, self._desk), VoicePage(self.theme, self._desk)
        microphone.chosen.connect(self._choose_microphone)
        self.bind(Qt.Key.Key_L, microphone.again)
        ears.chosen.connect(self._choose_output)
        for meter in (microphone.level, level.level):
            meter.meter = lambda: self._listener.meter
        others = [kind(self.theme, self._desk) for kind in (RoomPage, NoisesPage, ResultPage)]
        return {page.step: page for page in (microphone, level, voice, ears, *others)}

    def _make_keys(self) -> None:
        buttons = self.buttons
        buttons.next.clicked.connect(self._go_on)
        buttons.back.clicked.connect(self._go_back)
        buttons.again.clicked.connect(self._try_again)
        buttons.skip.clicked.connect(lambda: self._enter(self.step.other(1)))
        self.close_button.clicked.connect(lambda: self.leave(accepted=False))
        self.bind(Qt.Key.Key_Space, buttons.next)
        self.bind(Qt.Key.Key_Escape, buttons.back)
        self.bind(Qt.Key.Key_R, buttons.again)
        self.bind(Qt.Key.Key_S, buttons.skip)

    @property
    def page(self) -> StepPage:
        return self._pages[self.step]

    # The steps.

    def _enter(self, step: Step) -> None:
        self._stop()
        self.step = step
        self.page.enter(self._gathered)
        self.turn_to(self.page)
        if step is Step.MICROPHONE or not (self.page.begin_words or self._taken):
            self._begin()
        self._show()

    def _begin(self) -> None:
        engine = self.page.engine(self._gathered)
        self._trial = None if engine is None else Trial(engine)
        self._listener.try_out(self._trial)
        self._show()

    def _stop(self) -> None:
        self._trial = None
        self._listener.try_out(None)

    def _go_on(self) -> None:
        if self.step is Step.RESULT:
            self._accept()
        elif self._taken:
            self._enter(self.step.other(1))
        else:
            self._begin()

    def _go_back(self) -> None:
        if self.step is Step.MICROPHONE:
            self.leave(accepted=False)
        else:
            self._enter(self.step.other(-1))

    def _try_again(self) -> None:
        self._gathered = self.page.forget(self._gathered)
        self.page.enter(self._gathered)
        self._begin()

    def _accept(self) -> None:
        try:
            self._desk.accept(self._gathered)
        except (AudioError, CoachError) as error:
            self.page.tell(str(error), "unsure")
            return
        self.leave(accepted=True)

    def leave(self, *, accepted: bool) -> None:
        """Where it was not accepted, everything is as it was."""
        self._stop()
        self._listener.microphone_changed.disconnect(self._see_microphone)
        self._listener.tried.disconnect(self._hear)
        if not accepted and self._gathered.microphone != self._before[0]:
            self._listener.choose(self._before[0])
        self.left.emit(accepted)

    # What is chosen, and what the listener says.

    def _choose_microphone(self, name: str | None) -> None:
        """What was measured with another one says nothing of this one."""
        if name != self._gathered.microphone:
            self._gathered = replace(self._gathered, microphone=name, found=Found(), room=None, voice=None)
        self._listener.choose(name)
        self._show()

    def _choose_output(self, name: str | None) -> None:
        self._gathered = self.page.forget(replace(self._gathered, output=name))
        self._stop()
        self.page.show_found(self._gathered)
        self._show()

    def _see_microphone(self, state: MicrophoneState) -> None:
        self._usable = state.usable
        self._fault = "" if state.usable else state.sentence
        self._show()

    def _hear(self, trial: Trial, said: object) -> None:
        if trial is not self._trial:
            return
        if said is None:
            self._begin()  # what else the step listens for
        elif isinstance(said, AudioError):
            self._stop()
            self.page.tell(str(said), "unsure")
        else:
            self._gathered = self.page.hear(said, self._gathered)
            self.page.show_found(self._gathered)
        self._show()

    # What is shown.

    @property
    def _taken(self) -> bool:
        return self._gathered.found.taken(self.step)

    @property
    def _going(self) -> Going:
        if self.step is Step.MICROPHONE:
            return Going.DONE if self._usable else Going.WAITING
        if self._trial is not None:
            return Going.LISTENING
        if self._taken:
            return Going.DONE
        return Going.READY if self._usable else Going.WAITING

    def _show(self) -> None:
        self.page.show_fault("" if self.step is Step.RESULT else self._fault)
        self.buttons.show_step(self.step, self._going, self.page.begin_words)
        before = [step for step in Step if step.number < self.step.number]
        self.show_progress(self.step, [step for step in before if self._gathered.found.taken(step)])
