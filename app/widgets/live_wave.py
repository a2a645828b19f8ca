"""The voice while it is heard: bars of 20 ms that scroll, heard words shaded, a cursor at now."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.widgets.painted import Painted, painter_of, write
from app.widgets.waveform import Bars, Ruler, WavePainter, Word, grouping, theirs, words
from coach.stage import Part
from coach.verdict import Kind

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from app.said import CallState, Peaks
    from app.theme.theme import Theme
    from coach.stage import Stage
    from coach.verdict import Utterance

_SPAN: Final = 6.0  # seconds in view, about: bars lie a whole number of pixels apart
_AHEAD: Final = 0.75  # the cursor stays here once it has come so far, and the sound scrolls
_HOP_S: Final = 0.02  # until the first peaks say theirs


class LiveWave(Painted):
    """Told each stretch of peaks as it is heard; keeps what is in view. `empty` stands there before."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("waveform")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # what is opaque can be scrolled
        self.empty = ""
        self.empty_tone = "soft"
        self.now = 0.0
        self.running = False
        self._compact = False
        self._hop = _HOP_S
        self._first = 0.0  # the second of the first value kept
        self._values: list[float] = []
        self._words: tuple[Word, ...] = ()
        self._theirs: tuple[Word, ...] = ()
        self._since: float | None = None  # the prospect speaks
        self._sounds: tuple[Peaks, ...] = ()  # theirs
        self.say("Your voice")

    def show_empty(self, sentence: str, tone: str = "soft") -> None:
        self.empty, self.empty_tone = sentence, tone
        if not self.running:
            self.say(f"Your voice. {sentence}")
        self.update()

    def begin(self) -> None:
        """A new take: nothing heard yet."""
        self.running = True
        self.now, self._first = 0.0, 0.0
        self._values, self._words = [], ()
        self._theirs, self._since, self._sounds = (), None, ()
        self.say("Your voice")
        self.update()

    def clear(self) -> None:
        self.begin()
        self.running = False
        self.say(f"Your voice. {self.empty}")

    def show_peaks(self, peaks: Peaks) -> None:
        """Paints the new bars; what was painted before is moved, not painted again."""
        before, start = self.now, self.start
        self._hop = peaks.hop_s
        if not self._values:
            self._first = peaks.start_s
        self._values.extend(peaks.values)
        self.now = peaks.start_s + len(peaks.values) * peaks.hop_s
        self._forget()
        if moved := round(self._ruler().length(self.start - start)):
            self.scroll(-moved, 0)
        self._update_from(before)

    def show_words(self, stage: Stage) -> None:
        """What was heard for good, and the word being said now."""
        shaded = words(_named(stage))
        if stage.speaking and stage.since is not None:
            shaded += (Word(stage.since, max(stage.now, stage.since), "", "accent"),)
        if shaded == self._words:
            return
        changed = {w for w in (*shaded, *self._words) if w not in shaded or w not in self._words}
        self._words = shaded
        self._update_from(min(w.start for w in changed))
        if named := [w.name for w in shaded if w.name]:
            self.say("Your voice. Heard: " + ", ".join(named))

    def show_prospect(self, call: CallState) -> None:
        """What the other side was heard to say, and says now."""
        self._theirs, before = theirs(call.lines), self._since
        self._since, self._sounds = call.since, call.bars
        if call.since is None and before is not None:
            self._update_from(before)

    def _shaded(self) -> tuple[Word, ...]:
        going_on = () if self._since is None else (Word(self._since, max(self._since, self.now), "", "soft"),)
        return tuple(sorted((*self._words, *self._theirs, *going_on), key=lambda word: word.start))

    @property
    def start(self) -> float:
        """The second at the left edge: whole bars, or they would shimmer."""
        bar = self._group * self._hop
        return max(0.0, math.floor((self.now - self._span * _AHEAD) / bar + 1e-6) * bar)

    @property
    def _group(self) -> int:
        return grouping(self.width() * self._hop / _SPAN)

    @property
    def _span(self) -> float:
        bar = self._group * self._hop
        return self.width() / max(1, round(self.width() * bar / _SPAN)) * bar

    def _forget(self) -> None:
        """What has left the view, by whole bars."""
        gone = int((self.start - self._first) / self._hop) // self._group * self._group
        if gone > len(self._values) // 2:
            del self._values[:gone]
            self._first += gone * self._hop

    def _update_from(self, second: float) -> None:
        """Only what lies right of `second` has changed; the margin covers a bar, the cursor and a name."""
        left = int(self._ruler().x(second) - 48 * self.theme.scale)
        right = int(self._ruler().x(self.now) + 48 * self.theme.scale)
        self.update(QRect(left, 0, right - left, self.height()))

    def _ruler(self) -> Ruler:
        return Ruler(0.0, float(self.width()), self.start, self._span)

    def sizeHint(self) -> QSize:
        return QSize(480, self.theme.px(84 if self._compact else 130))

    def set_compact(self, *, compact: bool) -> None:
        self._compact = compact
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.theme.px(84 if self._compact else 110))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.fillRect(event.rect(), self.theme.colour("panel"))
        if not self.running and not self._values:
            painter.setFont(self.theme.font("text"))
            tone = getattr(self.theme.colours, self.empty_tone)
            write(painter, QRectF(self.rect()), self.empty, tone, Qt.AlignmentFlag.AlignCenter, wrap=True)
            return
        names, axis = self.metrics("small_strong").height(), self.metrics("axis").height()
        field = QRectF(self.rect()).adjusted(0, 0, 0, -(names + axis + 8))
        wave = WavePainter(painter, self.theme, self._ruler(), field, event.rect(), still=False)
        shaded = self._shaded()
        wave.words(shaded)
        painter.fillRect(QRectF(0, field.center().y() - 0.5, field.width(), 1), self.theme.colour("line"))
        wave.bars(Bars(self._first, self._hop, self._values), shaded)
        for sound in self._sounds:
            heard = max(0, int((self.now - sound.start_s) / sound.hop_s))
            wave.bars(Bars(sound.start_s, sound.hop_s, sound.values[:heard]), shaded)
        wave.seconds(self.height() - axis)
        wave.cursor(self.now)


def _named(stage: Stage) -> tuple[Utterance, ...]:
    """Before the farewell nothing tells "Ok" from other speech but its turn."""
    if stage.part is not Part.PAUSE or not stage.heard:
        return stage.heard
    *before, ok = stage.heard
    return (*before, replace(ok, kind=Kind.OK))
