"""The set-up of the microphone: one step after the other, by Space, and back again by Esc."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.trials.trial import Trial
from app.widgets.key_button import KeyButton
from app.widgets.label import label
from app.widgets.painted import RING
from app.widgets.step_pills import StepPills
from app.window.scrolled import Scrolled
from app.window.setup.buttons import Buttons, Going
from app.window.setup.desk import Gathered
from app.window.setup.ears_page import EarsPage
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
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from app.listener import Listener
    from app.said import MicrophoneState
    from app.theme.theme import Theme
    from app.window.setup.desk import Desk
    from app.window.setup.step_page import StepPage

_WIDEST: Final = 800  # of the card, at 100 %
_NARROW: Final = 560
_SCROLLING: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_PageDown: 2, Qt.Key.Key_Up: -1, Qt.Key.Key_PageUp: -2}
_LOW: Final = 480
_ROOMY: Final = 560  # from this height on, at 100 %, there is room to draw


class SetUpWizard(QWidget):
    """Listens by trials of the one listener; `left` comes at its end, with true where it was accepted.

    Until then only the microphone that is listened on has changed, and closing it changes that back.
    """

    left = Signal(bool)

    def __init__(self, theme: Theme, listener: Listener, desk: Desk, state: MicrophoneState | None) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName("Set up your microphone")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._listener = listener
        self._desk = desk
        self._before = desk.chosen()
        self._gathered = Gathered(*self._before)
        self._usable = state is not None and state.usable
        self._fault = "" if state is None or state.usable else state.sentence
        self._trial: Trial | None = None
        self.step = Step.MICROPHONE
        self._pages = self._make_pages()
        self._lay_out()
        self._make_keys()
        theme.changed.connect(self._fit)
        listener.microphone_changed.connect(self._see_microphone)
        listener.tried.connect(self._hear)
        self._enter(Step.MICROPHONE)

    def _make_pages(self) -> dict[Step, StepPage]:
        microphone, ears = MicrophonePage(self._theme, self._desk), EarsPage(self._theme, self._desk)
        level, voice = LevelPage(self._theme, self._desk), VoicePage(self._theme, self._desk)
        microphone.chosen.connect(self._choose_microphone)
        ears.chosen.connect(self._choose_output)
        for meter in (microphone.level, level.level):
            meter.meter = lambda: self._listener.meter
        others = [kind(self._theme, self._desk) for kind in (RoomPage, NoisesPage, ResultPage)]
        return {page.step: page for page in (microphone, level, voice, ears, *others)}

    def _lay_out(self) -> None:
        self._count = label("", "text", "soft", "setup_count")
        self._close = KeyButton(self._theme, "setup_close", "Close")
        self._close.setAccessibleDescription("Leaves everything as it was")
        self._pills = StepPills([step.value for step in Step])
        self.buttons = Buttons(self._theme)
        self._scrolled = Scrolled()
        for page in self._pages.values():
            self._scrolled.column.addWidget(page, int(page.fills))
        self._scrolled.column.addStretch()
        self._head = head = QHBoxLayout()
        self._title = label("Set up your microphone", "title", name="page_title")
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._count)
        head.addSpacing(8)
        head.addWidget(self._close)
        self._middle = QWidget()
        self._column = QVBoxLayout(self._middle)
        self._column.setSpacing(12)
        self._column.addLayout(head)
        self._steps = QHBoxLayout()
        self._steps.addWidget(self._pills)
        self._column.addLayout(self._steps)
        self._column.addWidget(self._scrolled, 1)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.buttons)
        self._column.addLayout(self._foot)
        sides = QHBoxLayout(self)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.addStretch(1)
        sides.addWidget(self._middle, 100)
        sides.addStretch(1)

    def _make_keys(self) -> None:
        buttons, microphone = self.buttons, self._pages[Step.MICROPHONE]
        buttons.next.clicked.connect(self._go_on)
        buttons.back.clicked.connect(self._go_back)
        buttons.again.clicked.connect(self._try_again)
        buttons.skip.clicked.connect(lambda: self._enter(self.step.other(1)))
        self._close.clicked.connect(lambda: self.leave(accepted=False))
        keys = [
            (Qt.Key.Key_Space, buttons.next),
            (Qt.Key.Key_Escape, buttons.back),
            (Qt.Key.Key_R, buttons.again),
            (Qt.Key.Key_S, buttons.skip),
        ]
        if isinstance(microphone, MicrophonePage):
            keys.append((Qt.Key.Key_L, microphone.again))
        for key, button in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda button=button: button.isVisible() and button.click())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on where no button has the focus; the arrows move what is higher than the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.buttons.next.click()
        elif half_pages := _SCROLLING.get(Qt.Key(event.key()), 0):
            bar = self._scrolled.verticalScrollBar()
            bar.setValue(bar.value() + half_pages * bar.pageStep() // 2)
        else:
            super().keyPressEvent(event)

    @property
    def page(self) -> StepPage:
        return self._pages[self.step]

    # The steps.

    def _enter(self, step: Step) -> None:
        self._stop()
        self.step = step
        self.page.enter(self._gathered)
        for page in self._pages.values():
            page.setVisible(page is self.page)
        self._scrolled.to_top()
        self.setFocus()
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
        done = [step.number - 1 for step in Step if step.number < self.step.number and self._gathered.found.taken(step)]
        self._close.setHidden(self.step is Step.MICROPHONE)  # it would stand there twice
        self._pills.show_step(self.step.number - 1, done)
        self._fit()

    def _fit(self) -> None:
        """To the size of the window and of its text."""
        scale = self._theme.scale
        narrow = self.width() < _NARROW * scale
        side = 16 if narrow else 28
        self._title.setHidden(narrow)
        self._middle.setMaximumWidth(round((_WIDEST + 2 * side) * scale))
        self._column.setContentsMargins(0, 14, 0, 14)
        for line in (self._head, self._steps):
            line.setContentsMargins(side, 0, side, 0)
        self._scrolled.set_margin(side)
        ring = side - int(RING)
        self._foot.setContentsMargins(ring, 0, ring, 0)
        room = min(self.width(), self._middle.maximumWidth()) - 2 * side
        fits = self._pills.sizeHint().width() <= room and self.height() >= _LOW * scale
        self._pills.setVisible(fits)
        self._pages[Step.VOICE].set_roomy(roomy=self.height() >= _ROOMY * scale)
        name = "" if fits else f" · {self.step.value}"
        self._count.setText(f"Step {self.step.number} of {len(Step)}{name}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
