"""The Rehearse page: one take after the other, each with its verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.said import CallState, Phase
from app.widgets.notice import Notice
from app.window.actions import Actions
from app.window.beside import Beside
from app.window.fault_on_top import FaultOnTop
from app.window.moment import TAKING, Moment
from app.window.own_sound import OwnSound
from app.window.practice import Practice
from app.window.rehearse_head import RehearseHead
from app.window.scrolled import Scrolled
from app.window.sending import Sending
from app.window.summary_view import SummaryView
from app.window.verdict_view import VerdictView
from audio.errors import AudioError
from coach.errors import CoachError
from coach.stage import Part

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from app.said import MicrophoneState, Peaks, TakeEnded
    from app.theme.theme import Theme
    from app.window.conductor import Conductor
    from coach.drills.rounds import Summary
    from coach.stage import Stage
    from coach.verdict import Verdict

T = TypeVar("T")

_LOW: Final = 700  # under this height there is less room between things
_RING: Final = 3  # what a button keeps around itself for the focus


class RehearsePage(QWidget):
    """Draws what the listener says; it judges nothing itself. `app.window.rehearsing` brings it to life."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the focus rests here, where no control shows a ring
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.conductor: Conductor | None = None
        self._call: CallState | None = None
        self._fault = ""  # of the microphone
        self._usable = False
        self._compact = False
        self._narrow = False
        self.moment = Moment.IDLE
        self.head = RehearseHead(theme)
        self.notice = Notice(theme)
        self._on_top = FaultOnTop(self.notice)
        self.practice = Practice(theme)
        self.verdict = VerdictView(theme)
        self.summary = SummaryView()
        self.own = OwnSound(self.verdict, self)
        self.beside = Beside(self.verdict, self)
        self.sending = Sending(theme, self.verdict)
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
        self._scrolled.column.addWidget(self.notice)
        self._scrolled.column.addWidget(self.sending)
        self._scrolled.column.addWidget(self.practice, 1)
        self._scrolled.column.addWidget(self.verdict, 1)
        self._scrolled.column.addWidget(self.summary, 1)
        self._foot = QVBoxLayout()
        self._column = column = QVBoxLayout(self)
        column.addWidget(self.head)
        column.addWidget(self._scrolled, 1)
        column.addLayout(self._foot)
        self._foot.addWidget(self.buttons)

    def _make_keys(self) -> None:
        """Space is the primary button's, wherever the focus is; a key that is held down counts once."""
        for key, pressed in (
            (Qt.Key.Key_Space, self._press_primary),
            (Qt.Key.Key_Escape, self._escape),
            (Qt.Key.Key_N, self.buttons.next.click),
            (Qt.Key.Key_T, self.buttons.try_again.click),
            (Qt.Key.Key_D, self.head.drills.more.click),
            (Qt.Key.Key_R, self.buttons.round.click),
            (Qt.Key.Key_H, self.verdict.hear_self.click),
            (Qt.Key.Key_S, self.verdict.hear_sample.click),
            (Qt.Key.Key_O, self.verdict.overlay.click),
            (Qt.Key.Key_E, self._press_send),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(pressed)
        for sounding, other in ((self.own, self.beside), (self.beside, self.own)):
            sounding.told.connect(self.notice.tell)
            sounding.asked.connect(other.stop)
        self.sending.told.connect(self.notice.tell)

    # What the listener says.

    def show_microphone(self, state: MicrophoneState) -> None:
        self._fault = "" if state.usable else state.sentence
        self.practice.show_fault(self._fault)
        self._usable = state.usable
        self._enter(self.moment)
        self._fit()

    def show_start(self) -> None:
        self._call = None
        self.practice.wave.begin()
        self.practice.show_stage(None)
        if self.conductor:
            self.practice.show_call(CallState() if self.conductor.drill else None)
            self.practice.show_take(self.conductor.number)
            self.head.show_count(self.conductor.number)
        self._enter(Moment.RUNNING)

    def show_call(self, call: CallState) -> None:
        self._call = call
        self.practice.show_call(call, self.conductor.cue if self.conductor else "")
        self.practice.wave.show_prospect(call)
        if self.moment in TAKING - {Moment.ENDING}:
            self._enter(Moment.OFFER if call.phase is Phase.OFFER else Moment.RUNNING)

    def show_stage(self, stage: Stage) -> None:
        waits = self._call is None or self._call.closing or stage.part is not Part.OK
        self.practice.show_stage(stage if waits else None)
        self.practice.wave.show_words(stage)

    def show_sound(self, peaks: Peaks) -> None:
        if self.moment in TAKING:
            self.practice.wave.show_peaks(peaks)

    def show_end(self, take: TakeEnded) -> None:
        if self.conductor:
            self.conductor.note(take)
            self.head.show_count(self.conductor.after)
        self.verdict.show_take(take)
        self.own.show_take(take)
        self.beside.show_take(take)
        self.sending.show_take(take)
        if take.fault:
            self.notice.tell(take.fault)
        self._enter(Moment.VERDICT)

    def show_hanging_up(self) -> None:
        """The verdict is on its way."""
        self._enter(Moment.ENDING)

    def show_summary(self, summary: Summary, drilled: str, takes: Sequence[tuple[str, Verdict]]) -> None:
        self.summary.show_summary(summary, drilled, takes)
        self._enter(Moment.SUMMARY)

    def show_choice(self) -> None:
        """Before a take, and after one that did not count."""
        self._call = None
        self.practice.wave.clear()
        self.practice.show_stage(None)
        self.practice.show_take("")
        self.practice.show_call(None)
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

    def _press_send(self) -> None:
        """Only where it can be seen: a key must not open a dialog out of nowhere."""
        if self.verdict.send.isVisible():
            self.verdict.send.click()

    def fall_silent(self) -> None:
        self.own.stop()
        self.beside.stop()

    def _escape(self) -> None:
        """What plays is stopped first; else the take, or the round."""
        playing = self.own.playing or self.beside.playing
        self.fall_silent()
        for button in (self.buttons.stop, self.buttons.finish):
            if not playing and not button.isHidden():
                button.click()
                return

    def _enter(self, moment: Moment) -> None:
        if (moment in TAKING) is not (self.moment in TAKING) or moment not in TAKING:
            self._scrolled.to_top()
        self.moment = moment
        self.practice.setVisible(moment is Moment.IDLE or moment in TAKING)
        self.verdict.setVisible(moment is Moment.VERDICT)
        self.summary.setVisible(moment is Moment.SUMMARY)
        self.head.show_moment(moment, compact=self._compact, narrow=self._narrow)
        self.buttons.show_moment(moment, usable=self._usable)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page has sounds of its own."""
        super().hideEvent(event)
        self.fall_silent()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def set_narrow(self, *, narrow: bool) -> None:
        """The navigation lies on top: it names the page, and has no room for what is wrong with the microphone."""
        self._narrow = narrow
        self._fit()

    def _fit(self) -> None:
        """To the size of the page and of its text."""
        narrow = self._narrow
        told = 0 if self.notice.isHidden() else self.notice.sizeHint().height()
        self._compact = narrow or self.height() - told < _LOW * self._theme.scale
        side = 16 if narrow else 28
        self._scrolled.set_margin(side)
        for view in (self.practice, self.verdict):
            view.set_compact(compact=self._compact)
        self._on_top.show(self._fault if narrow else "")
        self.head.show_moment(self.moment, compact=self._compact, narrow=narrow)
        high = 12 if self._compact else 20
        self._column.setContentsMargins(0, high, 0, high)
        self._column.setSpacing(8 if self._compact else 14)
        self._scrolled.column.setSpacing(10 if self._compact else 18)
        self.head.set_margin(side)
        self._foot.setContentsMargins(side - _RING, 0, side - _RING, 0)
