"""The page on which a trainer adds a line of their own: it covers the window until it is added or left."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.trials.line import LONGEST_S, LineRecording, LineSaid, NothingSaid, SoFar
from app.trials.trial import Trial
from app.widgets.button_row import ButtonRow
from app.widgets.key_button import KeyButton
from app.widgets.label import label
from app.widgets.painted import RING
from app.window.lines.form import LineForm
from app.window.replay import Replay
from app.window.scrolled import Scrolled
from audio.errors import AudioError
from audio.files import SUFFIXES
from coach.errors import CoachError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from app.listener import Listener
    from app.said import MicrophoneState
    from app.theme.theme import Theme
    from app.window.lines.desk import LineDesk, LineSound

T = TypeVar("T")

# Lengths at 100 %.
_WIDEST: Final = 800
_NARROW: Final = 560
_NOTHING: Final = "Nothing was heard that sounds like speech. Press Record, and say the line."


class NewLinePage(QWidget):
    """Records by a trial of the one listener; `added` carries the file that was kept, `left` comes at its end."""

    added = Signal(object)  # Path
    left = Signal()

    def __init__(self, theme: Theme, listener: Listener, desk: LineDesk, state: MicrophoneState | None) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName("Add a line")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._listener = listener
        self._desk = desk
        self._usable = False
        self._lines = desk.repertoire().lines
        self._recording: LineRecording | None = None
        self._trial: Trial | None = None
        self._sound: LineSound | None = None
        self._replay = Replay(self)
        self.form = LineForm(theme, (name for name, lines in self._lines.items() if lines))
        self.back = KeyButton(theme, "line_back", "Back", "Esc")
        self.back.setAccessibleDescription("Nothing is added. Key: Esc")
        self.add = KeyButton(theme, "line_add", "Add", "Space", primary=True)
        self._lay_out()
        self._connect()
        theme.changed.connect(self._fit)
        if state is not None:
            self._see_microphone(state)
        self._show()

    def _lay_out(self) -> None:
        self._scrolled = Scrolled()
        self._scrolled.column.addWidget(self.form)
        self._scrolled.column.addStretch()
        self._head, self._foot = QHBoxLayout(), QHBoxLayout()
        self._middle = QWidget()
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(12)
        column.addLayout(self._head)
        column.addWidget(self._scrolled, 1)
        column.addLayout(self._foot)
        self._head.addWidget(label("Add a line", "title", name="page_title"))
        self._foot.addWidget(ButtonRow(self._theme, self.back, (self.add,)))
        sides = QHBoxLayout(self)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.addStretch(1)
        sides.addWidget(self._middle, 100)
        sides.addStretch(1)

    def _connect(self) -> None:
        form = self.form
        for key, button, pressed in (
            (Qt.Key.Key_K, form.kind, None),
            (Qt.Key.Key_R, form.record, self._record),
            (Qt.Key.Key_F, form.file, self._choose_file),
            (Qt.Key.Key_H, form.hear, self._hear_it),
            (Qt.Key.Key_Space, self.add, self._add),
            (Qt.Key.Key_Escape, self.back, self.leave),
        ):
            shortcut = QShortcut(QKeySequence(key), self)  # a text that is written keeps its letters
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(button.click)
            button.clicked.connect(self._leave_words)
            if pressed is not None:
                button.clicked.connect(pressed)
        form.level.meter = lambda: self._listener.meter
        form.words.textChanged.connect(self._show)
        form.words.returnPressed.connect(self.setFocus)  # so that the keys of the buttons are there
        self._replay.moved.connect(lambda at: form.show_playing(playing=at is not None))
        self._replay.broke.connect(lambda sentence: form.tell(sentence, "unsure"))
        self._listener.tried.connect(self._heard)
        self._listener.microphone_changed.connect(self._see_microphone)

    # What is pressed.

    def _leave_words(self) -> None:
        """A click takes no focus; the words would keep the Space that is printed on Add."""
        if self.form.words.hasFocus():
            self.setFocus()

    def _record(self) -> None:
        if self._recording is not None:
            self._recording.finish()
            return
        self._replay.stop()
        self._sound = None
        self._recording = LineRecording()
        self._trial = Trial(self._recording)
        self._listener.try_out(self._trial)
        self.form.tell("Say it now.")
        self._show()

    def _choose_file(self) -> None:
        kinds = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
        name, _ = QFileDialog.getOpenFileName(self, "Choose the recording", "", f"Sound ({kinds});;All files (*)")
        if name:
            self._replay.stop()
            self._take(partial(self._desk.from_file, Path(name)), Path(name).name)

    def _hear_it(self) -> None:
        if (sound := self._sound) is not None:
            self._told(lambda: self._replay.toggle(lambda: self._desk.play(sound)))

    def _add(self) -> None:
        if self._sound is None:
            return
        group, words, sound = self.form.kind.chosen, self.form.words.text().strip(), self._sound
        made = self._told(lambda: self._desk.add(group, self._lines[group][0].meaning, words, sound))
        if made is not None:
            self.leave()
            self.added.emit(made)

    def leave(self) -> None:
        self._end_recording()
        self._replay.stop()
        self._listener.tried.disconnect(self._heard)
        self._listener.microphone_changed.disconnect(self._see_microphone)
        self.left.emit()

    # What the listener says.

    def _heard(self, trial: Trial, said: object) -> None:
        if trial is not self._trial:
            return
        match said:
            case SoFar(seconds=seconds):
                self.form.tell(f"Recording, {seconds:.0f} of at most {LONGEST_S:.0f} s.")
                return
            case LineSaid(sound=sound):
                self._end_recording()
                self._take(partial(self._desk.from_block, sound), "Recorded")
            case NothingSaid():
                self._end_recording()
                self.form.tell(_NOTHING, "unsure")
            case AudioError():
                self._end_recording()
                self.form.tell(str(said), "unsure")
        self._show()

    def _see_microphone(self, state: MicrophoneState) -> None:
        self._usable = state.usable
        if not state.usable:
            self._end_recording()
        if self._sound is None and self._recording is None:
            self.form.tell(*(() if state.usable else (state.sentence, "unsure")))
        self._show()

    def _end_recording(self) -> None:
        if self._recording is not None:
            self._recording, self._trial = None, None
            self._listener.try_out(None)

    def _take(self, make: Callable[[], LineSound], name: str) -> None:
        """What cannot be used leaves no sound at all: nobody adds the one before by mistake."""
        self._sound = self._told(make)
        if self._sound is not None:
            self.form.tell(f"{name}, {self._sound.seconds:.1f} s.")
        self._show()

    def _told(self, act: Callable[[], T]) -> T | None:
        try:
            return act()
        except (AudioError, CoachError) as error:
            self.form.tell(str(error), "unsure")
            return None

    # What is shown.

    def _show(self) -> None:
        recording = self._recording is not None
        self.form.show_recording(on=recording, usable=self._usable)
        self.form.hear.setEnabled(self._sound is not None)
        self.add.setEnabled(self._sound is not None and bool(self.form.words.text().strip()))

    def _fit(self) -> None:
        scale = self._theme.scale
        narrow = self.width() < _NARROW * scale
        side = 16 if narrow else 28
        self._middle.setMaximumWidth(round((_WIDEST + 2 * side) * scale))
        for line, beside in ((self._head, side), (self._foot, side - int(RING))):
            line.setContentsMargins(beside, 0, beside, 0)
        self._scrolled.set_margin(side)
        self.form.set_narrow(narrow=narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
