"""The Live page itself: the list at the left, the call at the right, what was before below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.companion.call_view import CallView
from app.companion.controls import IN_THE_WINDOW
from app.widgets.card import Card
from app.widgets.key_button import KeyButton
from app.widgets.notice import Notice
from app.window.live.before import BeforeToday
from app.window.live.counters import Counters
from app.window.live.due_list import DueList
from app.window.live.head import LiveHead
from app.window.live.keys import give_arrows, give_keys, shortcut
from app.window.live.name_line import AskNames
from app.window.live.options import LiveOptions
from app.window.live.waiting_card import WaitingCard
from app.window.scrolled import Scrolled
from coach.live.state import LiveState, Phase, Press

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from app.theme.theme import Theme
    from app.window.live.listing import Listed
    from coach.bands import Bands
    from coach.calls.next_call import Planned
    from coach.settings import Settings
    from coach.stage import Stage

_LOW: Final = 720  # under this height, at 100 %, there is less of what is not the call
_SLIM: Final = 560  # under this width there is room for the list or the call, not for both
_LIST: Final = 250
_SCRIPT, _SCRIPT_LOW = 84, 60  # pixels of it that can always be seen
_RING: Final = 3  # what a button keeps around itself for the focus


class LiveBoard(QWidget):
    """Draws what it is told and tells what is pressed; decides nothing about a call."""

    pressed = Signal(object)  # Press
    began = Signal(object)  # str | None: the id of a prospect
    ended = Signal()
    dialled = Signal(object)  # Planned
    imports = Signal()
    stepped = Signal(QPoint, QSize)  # the companion: where to, and how much larger

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._narrow = self._low = False
        self._calling = False
        self._titles: Mapping[str, str] = {}
        self._on_list = 0
        self._keeps_sound = False
        self.notice = Notice(theme, "live_notice")
        self.ask_names = AskNames(theme)
        self.call = CallView(theme, IN_THE_WINDOW, "script", undo_inside=False)
        self.head = LiveHead(theme, self.call.undo)
        self.counters = Counters()
        self.due = DueList(theme)
        self.waiting = WaitingCard(theme)
        self.before = BeforeToday()
        self.options = LiveOptions(theme)
        self.dial = KeyButton(theme, "dial", "Dial", "D")
        self.start = KeyButton(theme, "start_calling", "Start calling", "Space", primary=True)
        self.stop = KeyButton(theme, "stop_calling", "Stop", "Esc")
        self._lay_out()
        self._connect()
        self._make_keys()
        theme.changed.connect(self._fit)
        self.show_state(LiveState())

    def _lay_out(self) -> None:
        self._list_card, self._call_card = Card("due_card"), Card("call_card")
        self._list_card.body.setContentsMargins(6, 6, 6, 6)
        self._list_card.body.addWidget(self.due)
        self.call.head.addWidget(self.dial)
        self._call_card.body.addWidget(self.call)
        self._scrolled = Scrolled()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addWidget(self._scrolled, 1)
        for widget in (self.notice, self.ask_names, self.counters, self.options):
            self._scrolled.column.addWidget(widget)
        self._body = QHBoxLayout()
        self._scrolled.column.addLayout(self._body, 1)
        self._body.addWidget(self._list_card)
        self._right = QVBoxLayout()
        self._body.addLayout(self._right, 1)
        self._right.addWidget(self.waiting)
        self._right.addWidget(self._call_card, 1)
        self._right.addWidget(self.before)
        self._right.addStretch()
        self._foot = QHBoxLayout()
        self._column.addLayout(self._foot)
        self._foot.addWidget(self.stop)
        self._foot.addStretch(1)
        self._foot.addWidget(self.start)

    def _connect(self) -> None:
        self.call.pressed.connect(self.pressed)
        self.due.chosen.connect(self.began)
        self.due.looked_at.connect(self._show_before)
        self.start.clicked.connect(self._begin)
        self.stop.clicked.connect(self.ended)
        self.dial.clicked.connect(self._dial)
        self.waiting.import_list.clicked.connect(self.imports)
        self.head.options.toggled.connect(self._show)
        self.notice.changed.connect(self._fit)

    def _make_keys(self) -> None:
        give_keys(self, lambda: self.call.state, self.pressed.emit)
        give_arrows(self, self.stepped.emit)
        for key, pressed in (
            ("Space", self.start.click),
            ("D", self.dial.click),
            ("Esc", self._escape),
            ("Ctrl+P", self.head.pop_out.click),
        ):
            shortcut(self, key, pressed)

    # What is told.

    def show_state(self, state: LiveState) -> None:
        self.call.show_state(state)
        self.head.show_state(state)
        if state.due or self._calling:
            self.head.show_due(state.due, state.overdue)
        self.counters.show_counts(state.hour, state.day)
        if state.planned is not None:
            self.due.show_called(state.planned.prospect.id)
        self._show_before(state.planned or self.due.current())

    def show_stage(self, stage: Stage) -> None:
        self.call.show_stage(stage)

    def show_bands(self, bands: Bands) -> None:
        self.call.show_bands(bands)

    def show_calling(self, *, calling: bool) -> None:
        """Whether the microphone is listened to for calls."""
        self._calling = calling
        self._show()

    def show_listed(self, listed: Listed) -> None:
        self._on_list = listed.on_list
        self.head.show_due(*listed.counted)
        self.due.show_due(listed.due, self._titles, listed.today)
        self._show()

    def show_titles(self, titles: Mapping[str, str]) -> None:
        """Of the offers, by their ids."""
        self._titles = titles

    def show_settings(self, settings: Settings) -> None:
        self.options.show_settings(settings)
        self.ask_names.show_names(settings.caller, settings.firm)
        self._keeps_sound = settings.live_sound
        self._show()

    # What is pressed.

    def _begin(self) -> None:
        looked_at = self.due.current()
        self.began.emit(looked_at.prospect.id if looked_at else None)

    def _dial(self) -> None:
        if self.call.state.planned is not None:
            self.dialled.emit(self.call.state.planned)

    def _escape(self) -> None:
        """Out of the settings, out of a question, out of calling."""
        if self.head.options.isChecked():
            self.head.options.setChecked(False)
        elif Press.BACK in self.call.state.usable:
            self.pressed.emit(Press.BACK)
        elif self._calling:
            self.ended.emit()

    def _show_before(self, planned: Planned | None) -> None:
        now = self.call.state.planned if self._calling else planned
        self.before.show_planned(now, self._titles)
        self._show()

    def _show(self) -> None:
        """What belongs to the moment: settings, the list and what will be, or the call."""
        setting, calling = self.head.options.isChecked(), self._calling
        state, slim = self.call.state, self._is_slim()
        looked_at = self.due.current()
        self.waiting.show_list(self._on_list, looked_at, keeps_sound=self._keeps_sound)
        self.dial.setHidden(state.planned is None or state.phase is Phase.CLOSING)
        self.options.setVisible(setting)
        self.counters.setHidden(setting or (self._narrow and self._low))
        self._list_card.setHidden(setting or self._on_list == 0 or (slim and calling))
        self.waiting.setHidden(setting or calling or (slim and looked_at is not None))
        self._call_card.setHidden(setting or not calling)
        self.before.set_shown(shown=not setting and (not slim or calling))
        self._body.setStretch(1, int(calling or not slim))
        self.start.setHidden(calling)
        self.stop.setVisible(calling)

    def set_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _is_slim(self) -> bool:
        return self.width() < _SLIM * self._theme.scale

    def _fit(self) -> None:
        """To the size of the page and of its text."""
        scale = self._theme.scale
        low, slim = self.height() < _LOW * scale, self._is_slim()
        self._low = low
        side, high = (16, 8) if self._narrow else (28, 20 if not low else 12)
        self._column.setContentsMargins(0, high, 0, high)
        self._foot.setContentsMargins(side - _RING, 0, side - _RING, 0)
        self._scrolled.set_margin(side)
        for layout in (self._column, self._scrolled.column, self._body, self._right):
            layout.setSpacing(6 if low else 14)
        self.head.set_narrow(narrow=self._narrow, side=side)
        self.counters.set_compact(compact=low or slim)
        self.call.set_script("prompt" if low else "script", self._theme.px(_SCRIPT_LOW if low else _SCRIPT))
        self.before.set_compact(compact=low)
        self.ask_names.set_narrow(narrow=slim)
        self._body.setStretch(0, int(slim))
        self.call.who.setMinimumHeight(self.dial.sizeHint().height())  # the line stays when there is nobody to dial
        self._list_card.setMinimumWidth(0 if slim else self._theme.px(_LIST))
        self._list_card.setMaximumWidth(16_777_215 if slim else self._theme.px(_LIST))
        inside = 10 if low else 18
        self._call_card.body.setContentsMargins(inside, inside - 2, inside, inside - 2)
        self._show()
