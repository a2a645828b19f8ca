"""The take that is looked at: what it came to, its waveform, and the buttons for hearing and setting its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollBar

from app.widgets.button_line import ButtonLine
from app.widgets.card import Card
from app.widgets.elided import Elided
from app.widgets.key_button import KeyButton
from app.widgets.label import wrapped
from app.widgets.tap import Tap
from app.widgets.wording import KINDS, MARKS
from app.window.review import wording
from app.window.review.compare_strip import CompareStrip
from app.window.review.wave import Wave

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.theme.theme import Theme
    from app.window.review.shown import Shown
    from app.window.review.zoom import Zoom

_MS: Final = 1000  # a step of the scroll bar
_NOTHING: Final = "Choose a take in the table."
_MOVES: Final = "Shift and Left or Right move its edge by 5 ms, Ctrl by 50 ms."
_HINT: Final = "Left and Right choose an edge of a word; drag it, or press Shift or Ctrl too."
_SLOW_FIRST: Final = (1.0, 0.75, 0.5, 1.25, 1.5)


class EditorView(Card):
    """`scrolled` carries the second from which on is wanted to be seen."""

    scrolled = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("take_card", parent)
        self._theme = theme
        self.title = Elided("take_title", "strong", theme)
        self.headline = Elided("take_headline", "cell_strong", theme)
        self.note = wrapped("", "cell", "soft", name="take_note")
        self.compared = CompareStrip(theme)
        self.wave = Wave(theme)
        self.bar = QScrollBar(Qt.Orientation.Horizontal)
        self.bar.setObjectName("take_scroll")
        self.bar.setAccessibleName("Where in the recording")
        self.word = Elided("chosen_word", "small", theme, tone="soft")
        self.before = Tap(theme, "take_before", "↑", "Opens the take above in the table.", key="K", slim=True)
        self.after = Tap(theme, "take_after", "↓", "Opens the take below in the table.", key="J", slim=True)
        self.before.setAccessibleName("The take above")
        self.after.setAccessibleName("The take below")
        self.play = KeyButton(theme, "play_take", "▶ Play", "Space", primary=True)
        self.speed = Tap(theme, "speed", "1×", "Plays slower or faster, at the same pitch.", key="S", slim=True)
        self.loop = self._switch("loop", "Loop", "Plays it again and again.", "L")
        self.follow = self._switch("follow", "Follow", "The picture follows what is heard.", "F")
        self.curves = self._switch("show_curves", "Curves", "Shows pitch and level below.", "P")
        self.farther = Tap(theme, "zoom_out", "−", "Shows more of it.", key="-", slim=True)
        self.nearer = Tap(theme, "zoom_in", "+", "Shows it larger.", key="+", slim=True)
        self.whole = Tap(theme, "zoom_whole", "All", "Shows all of it.", key="0", slim=True)
        self.name = Tap(theme, "name_word", "Name ▾", "Names the word that is chosen.", key="1–4")
        self.add = Tap(theme, "add_word", "Add word", "Makes a word of what is selected, or at the cursor.", key="W")
        self.remove = Tap(theme, "remove_word", "Remove", "Removes the word that is chosen.", key="Del")
        self.restore = Tap(theme, "restore_words", "Machine’s", "Puts the machine's own words back.", key="R")
        self.undo = Tap(theme, "undo", "Undo", "Takes the last change back.", key="Ctrl+Z")
        self.compare = Tap(theme, "compare", "Compare ▾", "Lays the sample, or another take, over this one.", key="M")
        self.report = Tap(theme, "report", "Report…", "Writes this take with its comments into a file.", key="E")
        self.follow.setChecked(True)
        self._lay_out()
        self.bar.valueChanged.connect(lambda value: self.scrolled.emit(value / _MS))
        self.wave.zoomed.connect(self.show_zoom)
        self.show_nothing()

    @property
    def speed_now(self) -> float:
        return float(self.speed.text().rstrip("×"))

    def next_speed(self) -> float:
        after = _SLOW_FIRST[(_SLOW_FIRST.index(self.speed_now) + 1) % len(_SLOW_FIRST)]
        self.speed.relabel(f"{after:g}×")
        self._lines[0].arrange()
        return after

    def show_nothing(self) -> None:
        self.title.show_words(_NOTHING)
        self.headline.show_words("")
        self.show_note("")
        self.word.show_words("")
        self.wave.show_take(None)
        for button in self._buttons:
            button.setEnabled(False)
        self.bar.hide()

    def show_title(self, words: str) -> None:
        self.title.show_words(words)

    def show_take(self, shown: Shown, *, heard: bool, editable: bool) -> None:
        """What can be done with it; `heard` says that there is sound to play."""
        verdict = shown.verdict
        self.headline.show_words(f"{MARKS[verdict.result]} {verdict.headline}")
        self.headline.show_tone(wording.TONES[verdict.result])
        for tap in self._seen:
            tap.setEnabled(True)
        for button in (self.play, self.speed, self.loop, self.follow):
            button.setEnabled(heard)
        self.add.setEnabled(editable)
        self.restore.setEnabled(editable and shown.changed)

    def show_note(self, sentence: str) -> None:
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))

    def show_word(self, shown: Shown | None, number: int | None, *, editable: bool) -> None:
        some = shown is not None and number is not None and number < len(shown.words)
        for button in (self.name, self.remove):
            button.setEnabled(some and editable)
        if shown is None or number is None or not some:
            self.word.show_words(_HINT if shown else "")
            return
        word = shown.words[number]
        self.word.show_words(f"{KINDS[word.kind]}: {word.segment.start:.3f} – {word.segment.end:.3f} s. {_MOVES}")

    def show_playing(self, *, on: bool) -> None:
        self.play.relabel("■ Stop" if on else "▶ Play")

    def show_comparing(self, *, on: bool) -> None:
        self.compare.relabel("Compare no more" if on else "Compare ▾")
        self._lines[1].arrange()

    def show_undo(self, sentence: str) -> None:
        self.undo.setEnabled(bool(sentence))
        self.undo.tell(f"Takes back: {sentence}." if sentence else "Takes the last change back.")

    def show_zoom(self, zoom: Zoom) -> None:
        self.bar.blockSignals(True)
        self.bar.setRange(0, max(0, round((zoom.duration - zoom.span) * _MS)))
        self.bar.setPageStep(max(1, round(zoom.span * _MS)))
        self.bar.setSingleStep(max(1, round(zoom.span * _MS / 10)))
        self.bar.setValue(round(zoom.start * _MS))
        self.bar.setEnabled(not zoom.whole)
        self.bar.show()
        self.bar.blockSignals(False)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), super().minimumSizeHint().height())

    @property
    def _buttons(self) -> tuple[KeyButton | Tap, ...]:
        words = (self.name, self.add, self.remove, self.restore)
        return (self.play, self.speed, self.loop, self.follow, *self._seen, *words)

    @property
    def _seen(self) -> tuple[Tap, ...]:
        return (self.farther, self.nearer, self.whole, self.curves, self.compare, self.report)

    def _switch(self, name: str, words: str, about: str, key: str) -> Tap:
        made = Tap(self._theme, name, words, about, key=key, slim=True)
        made.setCheckable(True)
        return made

    def _lay_out(self) -> None:
        self.body.setContentsMargins(16, 10, 16, 10)
        self.body.setSpacing(4)
        top = QHBoxLayout()
        self.body.addLayout(top)
        top.setSpacing(4)
        top.addWidget(self.title, 1)
        top.addWidget(self.play)
        self.body.addWidget(self.headline)
        heard = (self.before, self.after, self.speed, self.loop, self.follow)
        seen = (self.curves, self.farther, self.nearer, self.whole)
        words = (self.name, self.add, self.remove, self.restore)
        others = (self.undo, self.compare, self.report)
        first, second = (ButtonLine(self._theme, buttons) for buttons in ((*heard, *seen), (*words, *others)))
        self._lines = (first, second)
        first.show_buttons(heard, seen)
        second.show_buttons(words, others)
        self.body.addWidget(first)
        self.body.addWidget(self.note)
        self.body.addWidget(self.compared, 2)
        self.body.addWidget(self.wave, 3)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.word)
        self.body.addWidget(second)
