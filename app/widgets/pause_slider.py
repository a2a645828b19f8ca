"""The pause of a sample, to be moved: the same instrument as on the stage, with a knob."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QSizePolicy, QSlider

from app.widgets.gap_bar import BAR, Gap, paint_gap
from app.widgets.painted import RING, box, focus_ring, painter_of, write
from app.widgets.wording import seconds, span

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from app.theme.theme import Theme

STEP_S: Final = 0.05
LONGEST_S: Final = 3.0
_PAGE_S: Final = 0.5
_KNOB: Final = 11.0  # its radius


class PauseSlider(QSlider):
    """`moved` carries seconds, whoever moved it; its value counts hundredths."""

    moved = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("sample_pause")
        self.setAccessibleDescription("Keys: ← →")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setRange(0, round(LONGEST_S * 100))
        self.setSingleStep(round(STEP_S * 100))
        self.setPageStep(round(_PAGE_S * 100))
        self._theme = theme
        self._low: float | None = None
        self._high: float | None = None
        self.valueChanged.connect(self._tell)
        theme.changed.connect(self._themed)
        self._describe()

    @property
    def pause_s(self) -> float:
        return self.value() / 100

    def show_band(self, low: float, high: float | None) -> None:
        self._low, self._high = low, high
        self._describe()
        self.update()

    def show_pause(self, pause_s: float) -> None:
        """Without telling it."""
        before = self.blockSignals(True)
        self.setValue(round(pause_s * 100))
        self.blockSignals(before)
        self._describe()
        self.update()

    def step(self, steps: int) -> None:
        self.setValue(self.value() + steps * self.singleStep())

    def _tell(self) -> None:
        self._describe()
        self.moved.emit(self.pause_s)

    def _describe(self) -> None:
        wanted = f", wanted {self._wanted()}" if self._low is not None else ""
        self.setAccessibleName(f"Pause of this sample: {seconds(self.pause_s)}{wanted}")

    def _wanted(self) -> str:
        return span(self._low, self._high).replace(" – ", "–")

    def _themed(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        value, small = self._theme.metrics("value"), self._theme.metrics("small")
        return QSize(200, round(value.height() + 2 * _KNOB + small.height() + 2 * RING))

    def minimumSizeHint(self) -> QSize:
        return QSize(140, self.sizeHint().height())

    def _bar(self) -> QRectF:
        top = RING + self._theme.metrics("value").height() + _KNOB - BAR / 2
        return QRectF(0, top, self.width(), BAR)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, colours = painter_of(self), self._theme.colours
        bar, gap = self._bar(), Gap(self._low, self._high, self.pause_s, LONGEST_S)
        inside = QRectF(self.rect()).adjusted(0, RING, 0, 0)
        painter.setFont(self._theme.font("value"))
        write(painter, inside, seconds(self.pause_s), colours.ink, Qt.AlignmentFlag.AlignLeft)
        paint_gap(painter, self._theme, bar, gap)
        middle = min(max(gap.x(bar, self.pause_s), _KNOB + RING), bar.right() - _KNOB - RING)
        knob = QRectF(middle - _KNOB, bar.center().y() - _KNOB, 2 * _KNOB, 2 * _KNOB)
        box(painter, knob, colours.panel, QPen(self._theme.colour("accent"), 3.0), _KNOB)
        if self.hasFocus():
            focus_ring(painter, knob.adjusted(-RING, -RING, RING, RING), colours.accent, _KNOB + RING)
        painter.setFont(self._theme.font("small"))
        below = inside.adjusted(0, bar.center().y() + _KNOB - inside.top(), 0, 0)
        write(painter, below, "pause of this sample", colours.soft, Qt.AlignmentFlag.AlignLeft)
        write(
            painter,
            below,
            f"wanted {self._wanted()}" if self._low is not None else "",
            colours.soft,
            Qt.AlignmentFlag.AlignRight,
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._move_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move_to(event.position())

    def _move_to(self, place: QPointF) -> None:
        bar = self._bar()
        steps = round((place.x() - bar.left()) / bar.width() * LONGEST_S / STEP_S)
        self.setValue(steps * self.singleStep())
