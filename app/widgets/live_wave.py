"""The voice while it is heard: bars of 20 ms that scroll, heard words shaded, a cursor at now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.widgets.painted import Painted, painter_of, write
from app.widgets.waveform import Bars, Ruler, Word, paint_axis, paint_bars, paint_cursor, paint_words, words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from app.listener import Peaks
    from app.theme.theme import Theme
    from coach.stage import Stage

_SPAN: Final = 6.0  # seconds in view
_AHEAD: Final = 0.75  # the cursor stays here once it has come so far, and the sound scrolls
_SCROLL: Final = 0.02  # seconds: scroll by whole bars, or they would shimmer


class LiveWave(Painted):
    """Told each stretch of peaks as it is heard; keeps what is in view. `empty` stands there before."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("waveform")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.empty = ""
        self.empty_tone = "soft"
        self.now = 0.0
        self.running = False
        self._compact = False
        self._hop = _SCROLL
        self._first = 0.0  # the second of the first value kept
        self._values: list[float] = []
        self._words: tuple[Word, ...] = ()
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
        self.say("Your voice")
        self.update()

    def clear(self) -> None:
        self.begin()
        self.running = False
        self.say(f"Your voice. {self.empty}")

    def show_peaks(self, peaks: Peaks) -> None:
        before, start = self.now, self.start
        self._hop = peaks.hop_s
        if not self._values:
            self._first = peaks.start_s
        self._values.extend(peaks.values)
        self.now = peaks.start_s + len(peaks.values) * peaks.hop_s
        self._forget()
        if self.start != start:
            self.update()
        else:
            self._update_from(before)

    def show_words(self, stage: Stage) -> None:
        """What was heard for good, and the word being said now."""
        shaded = words(stage.heard)
        if stage.speaking and stage.since is not None:
            shaded += (Word(stage.since, max(stage.now, stage.since), "", "accent"),)
        if shaded == self._words:
            return
        changed = {w for w in (*shaded, *self._words) if w not in shaded or w not in self._words}
        self._words = shaded
        self._update_from(min(w.start for w in changed))
        if named := [w.name for w in shaded if w.name]:
            self.say("Your voice. Heard: " + ", ".join(named))

    @property
    def start(self) -> float:
        """The second at the left edge."""
        overhang = max(0.0, self.now - _SPAN * _AHEAD)
        return round(overhang / _SCROLL) * _SCROLL

    def _forget(self) -> None:
        gone = int((self.start - self._first) / self._hop) - 1
        if gone > len(self._values) // 2:
            del self._values[:gone]
            self._first += gone * self._hop

    def _update_from(self, second: float) -> None:
        """Only what lies right of `second` has changed; the margin covers a bar, the cursor and a name."""
        left = int(self._ruler().x(second) - 48 * self.theme.scale)
        right = int(self._ruler().x(self.now) + 48 * self.theme.scale)
        self.update(QRect(left, 0, right - left, self.height()))

    def _ruler(self) -> Ruler:
        return Ruler(0.0, float(self.width()), self.start, _SPAN)

    def sizeHint(self) -> QSize:
        return QSize(480, self.theme.px(84 if self._compact else 130))

    def set_compact(self, *, compact: bool) -> None:
        self._compact = compact
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.theme.px(84 if self._compact else 110))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setClipRect(event.rect())
        below = self.metrics("small_strong").height() + self.metrics("axis").height() + 8
        field = QRectF(self.rect()).adjusted(0, 0, 0, -below)
        ruler = self._ruler()
        if not self.running and not self._values:
            painter.setFont(self.theme.font("text"))
            tone = getattr(self.theme.colours, self.empty_tone)
            write(painter, QRectF(self.rect()), self.empty, tone, Qt.AlignmentFlag.AlignCenter, wrap=True)
            return
        paint_words(painter, self.theme, ruler, field, self._words)
        painter.fillRect(QRectF(0, field.center().y() - 0.5, field.width(), 1), self.theme.colour("line"))
        paint_bars(painter, self.theme, ruler, field, Bars(self._first, self._hop, self._values), self._words)
        paint_axis(painter, self.theme, ruler, self.height() - self.metrics("axis").height())
        paint_cursor(painter, self.theme, ruler.x(self.now), field)
