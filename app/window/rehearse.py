"""The Rehearse page: one take after the other, each with its verdict."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.widgets.label import label
from app.widgets.notice import Notice
from app.window.actions import Actions
from app.window.beside import Beside
from app.window.moment import Moment
from app.window.practice import READY, Practice
from app.window.replay import Replay
from app.window.scrolled import Scrolled
from app.window.verdict_view import VerdictView
from audio.errors import AudioError
from coach.errors import CoachError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from app.listener import Listener
    from app.said import MicrophoneState, Peaks, TakeEnded
    from app.theme.theme import Theme
    from app.window.replay import Playing
    from coach.stage import Stage

T = TypeVar("T")

_LOW: Final = 700  # under this height there is less room between things
_RING: Final = 3  # what a button keeps around itself for the focus


class RehearsePage(QWidget):
    """Draws what the listener says and passes on what is pressed; it judges nothing itself."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the focus rests here, where no control shows a ring
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._listener: Listener | None = None
        self._replay = Replay(self)
        self._play: Callable[[str], Playing] | None = None
        self._sound: str | None = None
        self._fault = ""  # of the microphone
        self._on_top = ""  # the fault where it stands in the notice
        self._usable = False
        self._takes = 0
        self._compact = False
        self._narrow = False
        self.moment = Moment.IDLE
        self._title = label("Rehearse", "title", name="page_title")
        self._count = label("", "small", "soft", "take_count")
        self._count.setProperty("pill", "true")
        self.notice = Notice(theme)
        self.practice = Practice(theme)
        self.verdict = VerdictView(theme)
        self.beside = Beside(self.verdict, self)
        self.buttons = Actions(theme)
        self._scrolled = Scrolled()
        self.practice.part_began.connect(lambda part: self._scrolled.ensureWidgetVisible(part, 0, 24))
        self._lay_out()
        self._make_keys()
        theme.changed.connect(self._fit)
        self.notice.changed.connect(self._fit)
        self.practice.wave.show_empty("Getting ready…")
        self._enter(Moment.IDLE)

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._count)
        self._scrolled.column.addWidget(self.notice)
        self._scrolled.column.addWidget(self.practice, 1)
        self._scrolled.column.addWidget(self.verdict, 1)
        self._foot = QVBoxLayout()
        self._foot.addWidget(self.buttons)
        self._column = column = QVBoxLayout(self)
        column.addLayout(self._head)
        column.addWidget(self._scrolled, 1)
        column.addLayout(self._foot)

    def _make_keys(self) -> None:
        """Space is the primary button's, wherever the focus is; a key that is held down counts once."""
        for key, pressed in (
            (Qt.Key.Key_Space, self._press_primary),
            (Qt.Key.Key_Escape, self._escape),
            (Qt.Key.Key_H, self.verdict.hear_self.click),
            (Qt.Key.Key_S, self.verdict.hear_sample.click),
            (Qt.Key.Key_O, self.verdict.overlay.click),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(pressed)
        self.buttons.hang_up.clicked.connect(self._hang_up)
        self.buttons.stop.clicked.connect(self._stop)
        for button in (self.buttons.start, self.buttons.try_again):
            button.clicked.connect(self._start)
        self.verdict.hear_self.clicked.connect(self._hear)
        self._replay.moved.connect(lambda at: self.verdict.show_playing(at=at))
        self._replay.broke.connect(self.notice.tell)
        self.beside.told.connect(self.notice.tell)
        self.beside.asked.connect(self._replay.stop)

    def connect_to(self, listener: Listener, play: Callable[[str], Playing]) -> None:
        """From now on the page is alive."""
        self._listener = listener
        self._play = play
        listener.microphone_changed.connect(self.show_microphone)
        listener.take_started.connect(self.show_start)
        listener.stage_changed.connect(self.show_stage)
        listener.sound_drawn.connect(self.show_sound)
        listener.take_ended.connect(self.show_end)
        listener.take_stopped.connect(self.show_stop)

    # What the listener says.

    def show_microphone(self, state: MicrophoneState) -> None:
        self._fault = "" if state.usable else state.sentence
        self.practice.wave.show_empty(*((READY,) if state.usable else (state.sentence, "unsure")))
        self._usable = state.usable
        self._enter(self.moment)
        self._fit()

    def show_start(self) -> None:
        self._takes += 1
        self.practice.wave.begin()
        self.practice.show_stage(None)
        self.practice.show_take(self._takes)
        self._count.setText(f"Take {self._takes}")
        self._enter(Moment.RUNNING)

    def show_stage(self, stage: Stage) -> None:
        self.practice.show_stage(stage)
        self.practice.wave.show_words(stage)

    def show_sound(self, peaks: Peaks) -> None:
        if self.moment in {Moment.RUNNING, Moment.ENDING}:
            self.practice.wave.show_peaks(peaks)

    def show_end(self, take: TakeEnded) -> None:
        self._sound = take.sound
        self.verdict.show_take(take)
        self.beside.show_take(take)
        if take.fault:
            self.notice.tell(take.fault)
        self._enter(Moment.VERDICT)

    def show_stop(self) -> None:
        """The take did not count: neither does its number."""
        self._takes -= 1
        self.practice.wave.clear()
        self.practice.show_stage(None)
        self._enter(Moment.IDLE)

    def told(self, act: Callable[[], T]) -> T | None:
        """Do it; where it cannot be done, its sentence is shown and None returned."""
        try:
            return act()
        except (AudioError, CoachError) as error:
            self.notice.tell(str(error))
            return None

    # What is pressed.

    def _press_primary(self) -> None:
        self.buttons.primary.click()

    def _start(self) -> None:
        self._fall_silent()
        if self._listener:
            self._listener.start_take()

    def _hang_up(self) -> None:
        self._enter(Moment.ENDING)
        if self._listener:
            self._listener.hang_up()

    def _stop(self) -> None:
        if self._listener:
            self._listener.stop_take()

    def _hear(self) -> None:
        if self._play and self._sound is not None:
            self.beside.stop()
            begin = partial(self._play, self._sound)
            self.told(lambda: self._replay.toggle(begin))

    def _fall_silent(self) -> None:
        self._replay.stop()
        self.beside.stop()

    def _escape(self) -> None:
        self._fall_silent()
        if not self.buttons.stop.isHidden():
            self.buttons.stop.click()

    def _enter(self, moment: Moment) -> None:
        over = moment is Moment.VERDICT
        if moment is not self.moment:
            self._scrolled.to_top()
        self.moment = moment
        self.practice.setHidden(over)
        self.verdict.setVisible(over)
        self._show_count()
        self.buttons.show_moment(moment, usable=self._usable)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page has sounds of its own."""
        super().hideEvent(event)
        self._fall_silent()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show_count(self) -> None:
        """In the head, unless the offer's card says it or the navigation has taken the head's place."""
        spoken_of = self.moment is Moment.VERDICT or (self._compact and self.moment is not Moment.IDLE)
        self._count.setVisible(spoken_of and not self._title.isHidden())

    def set_narrow(self, *, narrow: bool) -> None:
        """The navigation lies on top: it names the page, and has no room for what is wrong with the microphone."""
        self._narrow = narrow
        self._fit()

    def _put_fault_on_top(self, sentence: str) -> None:
        """It goes when it no longer holds; what a take has told in the same words stays."""
        if sentence == self._on_top:
            return
        before, self._on_top = self._on_top, sentence
        self.notice.withdraw(before)
        if sentence and not self.notice.tell(sentence):
            self._on_top = ""

    def _fit(self) -> None:
        """To the size of the page and of its text."""
        narrow = self._narrow
        told = 0 if self.notice.isHidden() else self.notice.sizeHint().height()
        self._compact = narrow or self.height() - told < _LOW * self._theme.scale
        side = 16 if narrow else 28
        self._scrolled.set_margin(side)
        for view in (self.practice, self.verdict):
            view.set_compact(compact=self._compact)
        self._title.setHidden(narrow)
        self._put_fault_on_top(self._fault if narrow else "")
        self._show_count()
        high = 12 if self._compact else 20
        self._column.setContentsMargins(0, high, 0, high)
        self._column.setSpacing(8 if self._compact else 14)
        self._scrolled.column.setSpacing(10 if self._compact else 18)
        self._head.setContentsMargins(side, 0, side, 0)
        self._foot.setContentsMargins(side - _RING, 0, side - _RING, 0)
