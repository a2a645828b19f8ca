"""A band to be moved: a bar with a knob at each end, the upper end open where it stands at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QSizePolicy

from app.widgets.painted import RING, Painted, box, focus_ring, painter_of
from app.widgets.wording import span
from coach.bands import Band

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from app.theme.theme import Theme

_STEP: Final = 5  # hundredths of a second
_KNOB: Final = 9.0  # its radius
_BAR: Final = 10.0
_STEPS: Final[dict[int, int]] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageDown: -10,
    Qt.Key.Key_PageUp: 10,
}


class BandSlider(Painted):
    """`moved` carries the `Band` at every step. Left and right move the lower end, with Shift the upper one."""

    moved = Signal(object)  # Band

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription("Keys: ← → move the lower end, Shift and ← → the upper one")
        self._what = ""
        self._top = 300  # hundredths of a second; an upper end there is open
        self._low, self._high = 50, 200
        self._held: Literal["low", "high"] = "low"

    @property
    def band(self) -> Band:
        return Band(low=self._low / 100, high=None if self._high >= self._top else self._high / 100)

    @property
    def words(self) -> str:
        return span(self.band.low, self.band.high)

    def show_band(self, what: str, band: Band, top_s: float) -> None:
        """Without telling it. `top_s` is at least a step beyond what is shown."""
        highest = max(band.low, band.high or 0.0) * 100
        self._what = what
        self._top = max(round(top_s * 100), round(highest) + _STEP)
        self._low = round(band.low * 100)
        self._high = self._top if band.high is None else round(band.high * 100)
        self._show()

    def _show(self) -> None:
        self.say(f"{self._what}: {self.words}")
        self.update()

    def _move(self, to: int) -> None:
        before = (self._low, self._high)
        if self._held == "low":
            self._low = min(max(0, to), self._high - _STEP)
        else:
            self._high = max(min(self._top, to), self._low + _STEP)
        if before != (self._low, self._high):
            self._show()
            self.moved.emit(self.band)

    def sizeHint(self) -> QSize:
        return QSize(200, round(2 * (_KNOB + RING)) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(110, self.sizeHint().height())

    def _bar(self) -> QRectF:
        side = _KNOB + RING
        return QRectF(side, (self.height() - _BAR) / 2, self.width() - 2 * side, _BAR)

    def _x(self, at: int) -> float:
        bar = self._bar()
        return bar.left() + bar.width() * at / self._top

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, colours, bar = painter_of(self), self.theme.colours, self._bar()
        box(painter, bar, colours.track, None, _BAR / 2)
        low, high = self._x(self._low), self._x(self._high)
        box(painter, QRectF(low, bar.top(), high - low, _BAR), colours.accent, None, _BAR / 2)
        for end, x in (("low", low), ("high", high)):
            knob = QRectF(x - _KNOB, bar.center().y() - _KNOB, 2 * _KNOB, 2 * _KNOB)
            box(painter, knob, colours.panel, QPen(self.theme.colour("accent"), 3.0), _KNOB)
            if self.hasFocus() and end == self._held:
                focus_ring(painter, knob.adjusted(-RING, -RING, RING, RING), colours.accent, _KNOB + RING)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The nearer knob is taken; of two at one place the one on whose side it was pressed."""
        x = event.position().x()
        low, high = self._x(self._low), self._x(self._high)
        self._held = "low" if x - low < high - x else "high"
        self._drag(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event.position().x())

    def _drag(self, x: float) -> None:
        bar = self._bar()
        self._move(round((x - bar.left()) / bar.width() * self._top / _STEP) * _STEP)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = _STEPS.get(event.key())
        if steps is None:
            super().keyPressEvent(event)
            return
        self._held = "high" if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else "low"
        self._move((self._low if self._held == "low" else self._high) + steps * _STEP)
        self.update()
