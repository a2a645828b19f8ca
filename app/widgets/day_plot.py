"""What one check measured, day by day: a dot for the middle take, a line for the spread, the wanted band behind.

pyqtgraph draws it. It takes longer to import than all the rest of the page, so the plot is drawn once it is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.widgets.label import label
from app.widgets.painted import Painted, focus_ring, painter_of
from app.widgets.plot_words import course_told, date_ticks, day_told, inside, top_of, value_ticks

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from app.theme.theme import Theme
    from coach.progress import Course, Day

_HIGH: Final = 168  # at 100 %
_DOT: Final = 10
_AXIS: Final = 46  # the room of the seconds beside the plot, at 100 %
_BESIDE: Final = 0.6  # days left free at both ends


class DayPlot(Painted):
    """Left and right go from day to day, and the line below tells the numbers of that day; so does the mouse."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._course: Course | None = None
        self._at = -1
        self._graphics: Any = None  # pyqtgraph, once it is there
        self._plot: Any = None
        self._mark: Any = None
        self._caption = label("", "small", "soft", f"{name}_day")
        self._caption.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 4, 4, 4)
        self._column.setSpacing(4)
        self._place = QWidget()
        self._column.addWidget(self._place, 1)
        self._column.addWidget(self._caption)
        self._place.setMouseTracking(True)
        self._place.installEventFilter(self)
        self._fit()

    @property
    def drawn(self) -> bool:
        return self._plot is not None

    def show_course(self, course: Course) -> None:
        self._course = course
        self._at = len(course.days) - 1
        self._tell()
        self._draw()

    def draw_with(self, graphics: Any) -> None:  # noqa: ANN401 - pyqtgraph has no types
        """From now on it can be drawn."""
        self._graphics = graphics
        self._draw()

    def _draw(self) -> None:
        course, pg = self._course, self._graphics
        if course is None or pg is None:
            return
        if self._plot is None:
            self._make_plot()
        self._plot.clear()
        top = top_of(course)
        colours, band = self.theme.colours, course.band
        wanted = pg.LinearRegionItem(
            (band.low, top if band.high is None else band.high),
            "horizontal",
            brush=colours.accent_soft,
            pen=pg.mkPen(None),
            movable=False,
        )
        self._plot.addItem(wanted)
        for days, tone, symbol in (
            ([day for day in course.days if inside(day, band)], colours.accent, "o"),
            ([day for day in course.days if not inside(day, band)], colours.wrong, "d"),
        ):
            self._add(days, tone, symbol)
        self._mark = pg.InfiniteLine(pen=pg.mkPen(colours.soft, width=1))
        self._mark.setVisible(False)
        self._plot.addItem(self._mark)
        self._set_axes(course, top)

    def _add(self, days: list[Day], tone: str, symbol: str) -> None:
        """An outside day has a shape of its own, not only a colour."""
        pg = self._graphics
        xs = [day.day.toordinal() for day in days]
        spread = pg.PlotCurveItem(
            [x for x in xs for _ in range(2)],
            [end for day in days for end in (day.low, day.high)],
            connect="pairs",
            pen=pg.mkPen(tone, width=1.5),
        )
        self._plot.addItem(spread)
        dots = pg.ScatterPlotItem(
            xs,
            [day.middle for day in days],
            size=self.theme.px(_DOT),
            symbol=symbol,
            brush=pg.mkBrush(tone),
            pen=pg.mkPen(None),
        )
        self._plot.addItem(dots)

    def _make_plot(self) -> None:
        pg = self._graphics
        pg.setConfigOptions(antialias=True)
        self._plot = pg.PlotWidget(self._place, enableMenu=False)
        self._plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.hideButtons()
        self._plot.setGeometry(self._place.rect())
        self._plot.show()

    def _set_axes(self, course: Course, top: float) -> None:
        colours, pg = self.theme.colours, self._graphics
        self._plot.setBackground(colours.panel)
        view = self._plot.getPlotItem()
        ticks = {"left": value_ticks(top), "bottom": []}
        if course.days:
            first, last = course.days[0].day.toordinal(), course.days[-1].day.toordinal()
            view.setXRange(first - _BESIDE, last + _BESIDE, padding=0)
            room = max(1, self.width() - self.theme.px(_AXIS)) // self.theme.px(80)
            ticks["bottom"] = date_ticks([day.day for day in course.days], room)
        view.setYRange(0, top, padding=0.04)
        for side, marks in ticks.items():
            axis = view.getAxis(side)
            axis.setTicks([marks])
            axis.setStyle(tickFont=self.theme.font("axis"), tickLength=0)
            axis.setPen(pg.mkPen(None))
            axis.setTickPen(pg.mkPen(None))
            axis.setTextPen(pg.mkPen(colours.soft))
        view.getAxis("left").setWidth(self.theme.px(_AXIS))

    def _tell(self) -> None:
        """The line below, and what a screen reader reads: the whole course, then the day."""
        course = self._course
        if course is None:
            return
        day = day_told(course.days[self._at], course.by) if course.days else "Nothing measured yet"
        self._caption.setText(day)
        self.say(f"{course_told(course)} {day}")

    def _go_to(self, place: int) -> None:
        if self._course and self._course.days:
            self._at = min(max(0, place), len(self._course.days) - 1)
            self._tell()
            if self._mark is not None:
                self._mark.setValue(self._course.days[self._at].day.toordinal())
                self._mark.setVisible(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._go_to(self._at + step)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        if watched is self._place and event.type() is QEvent.Type.MouseMove and self._plot is not None:
            self._point(event)  # type: ignore[arg-type]
        return super().eventFilter(watched, event)

    def _point(self, event: QMouseEvent) -> None:
        """To the day that is nearest to the mouse."""
        if self._course and self._course.days:
            x = self._plot.getViewBox().mapSceneToView(self._plot.mapToScene(event.position().toPoint())).x()
            days = self._course.days
            self._go_to(min(range(len(days)), key=lambda n: abs(days[n].day.toordinal() - x)))

    def _themed(self) -> None:
        super()._themed()
        self._fit()
        self._draw()

    def _fit(self) -> None:
        self._place.setMinimumHeight(self.theme.px(_HIGH))

    def sizeHint(self) -> QSize:
        return self._column.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._plot is not None and self._course is not None:
            self._plot.setGeometry(self._place.rect())
            self._set_axes(self._course, top_of(self._course))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self.hasFocus():
            painter = painter_of(self)
            focus_ring(painter, self.rect().toRectF(), self.theme.colours.accent, 8.0)
