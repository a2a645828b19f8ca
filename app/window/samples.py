"""The Samples page: good closes and the usual faults to hear, each measured as any take, its pause to be moved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.samples import SAMPLES
from app.widgets.card import Card
from app.widgets.key_button import KeyButton
from app.widgets.label import label, wrapped
from app.widgets.notice import Notice
from app.widgets.sample_list import SampleList
from app.widgets.voice_button import VoiceButton
from app.window.sample_sound import SampleSound
from app.window.sample_view import SampleView
from app.window.scrolled import Scrolled

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

    from app.sampled import Sampled
    from app.samples import Sample
    from app.theme.theme import Theme
    from app.window.replay import Playing
    from audio.compose import Composed
    from coach.bands import Bands

_NARROW: Final = 620  # under this width, at 100 %, the list stands below
_LOW: Final = 800  # under this height there is less room between things
_RING: Final = 3  # what a button keeps around itself for the focus


class SamplesPage(QWidget):
    """Shows what it is told of the chosen sample; measures nothing itself."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._narrow = False
        self.sound = SampleSound(self)
        self._title = label("Samples", "title", name="samples_title")
        self.voice = VoiceButton(theme)
        self.notice = Notice(theme, "samples_notice")
        self.list = SampleList(theme, [sample.title for sample in SAMPLES])
        self.view = SampleView(theme)
        self.play = KeyButton(theme, "play_sample", "▶ Play", "Space", primary=True)
        self._keys = wrapped("↑ ↓ another sample · ← → its pause", "small", "soft", "sample_keys")
        self._steps = (_step(theme, "previous_sample", "↑"), _step(theme, "next_sample", "↓"))
        self._lay_out()
        self._make_keys()
        self._connect()
        theme.changed.connect(self._fit)
        self._choose(0)

    def _lay_out(self) -> None:
        self._head, self._foot = QHBoxLayout(), QHBoxLayout()
        card = Card("samples_card")
        card.body.setContentsMargins(8, 8, 8, 8)
        card.body.addWidget(self.list)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._scrolled = Scrolled()
        self._scrolled.column.addWidget(self.notice)
        self._scrolled.column.addLayout(self._sides, 1)
        self._sides.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
        self._sides.addWidget(self.view, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._scrolled, 1)
        self._column.addLayout(self._foot)
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self.voice)
        for button in self._steps:
            self._foot.addWidget(button)
        self._foot.addWidget(self._keys, 1)
        self._foot.addStretch()
        self._foot.addWidget(self.play)

    def _make_keys(self) -> None:
        for key, pressed, repeats in (
            (Qt.Key.Key_Space, self.play.click, False),
            (Qt.Key.Key_V, self.voice.click, False),
            (Qt.Key.Key_Escape, self.sound.stop, False),
            (Qt.Key.Key_Up, partial(self.list.step, -1), True),
            (Qt.Key.Key_Down, partial(self.list.step, 1), True),
            (Qt.Key.Key_Left, partial(self.view.pause.step, -1), True),
            (Qt.Key.Key_Right, partial(self.view.pause.step, 1), True),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(repeats)
            shortcut.activated.connect(pressed)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._choose)
        self.voice.chosen.connect(lambda _name: self._choose(self.list.currentRow()))
        self.view.pause.moved.connect(self._move_pause)
        self.play.clicked.connect(self.sound.toggle)
        for button, rows in zip(self._steps, (-1, 1), strict=True):
            button.clicked.connect(partial(self.list.step, rows))
        self.sound.measured.connect(self.view.show_sampled)
        self.sound.moved.connect(self._show_playing)
        self.sound.told.connect(self.notice.tell)
        self.notice.changed.connect(self._fit)

    def connect_to(
        self, measure: Callable[[Sample], Sampled], play: Callable[[Composed], Playing], bands: Bands
    ) -> None:
        """From now on the page is alive; it measures when it is looked at."""
        self.sound.connect_to(measure, play)
        self.view.pause.show_band(bands.pause.low, bands.pause.high)
        self._want()

    def use_voice(self, name: str) -> None:
        self.voice.show_voice(name)
        self._choose(self.list.currentRow())

    def close_down(self) -> None:
        self.sound.close()

    @property
    def sample(self) -> Sample:
        return self.sound.sample or SAMPLES[0]

    def _choose(self, row: int) -> None:
        self.sound.choose(SAMPLES[row].by(self.voice.voice.name))
        self._scrolled.to_top()
        self.view.show_title(self.sample.title, self.voice.voice.title)
        self.view.pause.show_pause(self.sample.pause_s)
        self._want()

    def _move_pause(self, pause_s: float) -> None:
        self.sound.choose(self.sample.paused(pause_s))
        self.sound.want_soon()

    def _want(self) -> None:
        """What nobody looks at is not measured."""
        if self.isVisible():
            self.sound.want()

    def _show_playing(self, at: float | None) -> None:
        words = "▶ Play" if at is None else "■ Stop"
        if words != self.play.text():
            self.play.relabel(words)
        self.view.timeline.show_cursor(at)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._want()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.sound.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def set_narrow(self, *, narrow: bool) -> None:
        """The navigation lies on top and names the page."""
        self._narrow = narrow
        self._fit()

    def _fit(self) -> None:
        side = 16 if self._narrow else 28
        stacked = self.width() - 2 * side < _NARROW * self._theme.scale
        direction = QBoxLayout.Direction
        self._sides.setDirection(direction.BottomToTop if stacked else direction.LeftToRight)
        self._keys.setHidden(stacked)
        for button in self._steps:
            button.setVisible(stacked)
        compact = self._narrow or self.height() < _LOW * self._theme.scale
        self.view.set_compact(compact=compact)
        self._title.setHidden(self._narrow)
        self._scrolled.set_margin(side)
        high = 12 if compact else 20
        self._column.setContentsMargins(0, high, 0, high)
        self._column.setSpacing(8 if compact else 14)
        for box in (self._sides, self._scrolled.column):
            box.setSpacing(10 if compact else 18)
        self._head.setContentsMargins(side, 0, side - _RING, 0)
        self._foot.setContentsMargins(side - _RING if stacked else side, 0, side - _RING, 0)


def _step(theme: Theme, name: str, arrow: str) -> KeyButton:
    """For the mouse, where the list is out of sight."""
    button = KeyButton(theme, name, arrow)
    words = name.replace("_", " ").capitalize()
    button.setAccessibleName(words)
    button.setAccessibleDescription(f"Key: {arrow}")
    button.setToolTip(words)
    return button
