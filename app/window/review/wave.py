"""The take as it can be edited: its waveform, and words whose edges are dragged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from app.widgets.painted import CORNER, Painted, focus_ring, painter_of
from app.widgets.timeline import ending
from app.widgets.wording import KINDS, MARKS, seconds
from app.window.review.shown import Place, Shown, Span
from app.window.review.wave_paint import LanePainter, Lanes, Picture, lanes, ruler
from app.window.review.zoom import STEP, Zoom

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from app.theme.theme import Theme
    from app.widgets.waveform import Ruler
    from app.window.review.pitches import Pitch

_GRAB: Final = 6.0  # pixels beside an edge
_STILL: Final = 4.0  # a mouse that moved less was not dragged
_NOTCH: Final = 120.0  # of a wheel
_LEAD_S: Final = 3.0  # seen before the close of a long recording, and after it
_LONG_S: Final = 20.0  # such a recording


class Wave(Painted):
    """`moved` carries a `Place` and the second it is dragged to, and `dropped` says that it is let go there.

    `placed` carries the second of the cursor, `spanned` the `Span` that is chosen or None; `picked` the number of a
    word, or None; `asked` the number of a word for which a menu is wanted, and where.
    """

    moved = Signal(object, float)
    dropped = Signal()
    placed = Signal(float)
    spanned = Signal(object)
    picked = Signal(object)
    asked = Signal(object, object)
    zoomed = Signal(object)  # Zoom

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("waveform")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._picture: Picture | None = None
        self._curves = False
        self._held: Place | None = None
        self._pressed: QPointF | None = None
        self.say("Waveform")

    @property
    def picture(self) -> Picture | None:
        return self._picture

    def show_take(self, shown: Shown | None) -> None:
        """Another take, seen where its close is."""
        self._held = self._pressed = None
        self._picture = None if shown is None else Picture(shown, _first_look(shown))
        self._tell()
        self._look()

    def show_words(self, shown: Shown) -> None:
        """The same take, of which something changed; the place in it stays."""
        if self._picture is not None:
            zoom = self._picture.zoom
            if zoom.duration != shown.duration:
                zoom = _first_look(shown)
            self._picture = replace(self._picture, shown=shown, zoom=zoom)
            self._tell()
            self._look()

    def show_cursor(self, second: float, *, follow: bool = False) -> None:
        if self._picture is not None:
            self._picture = replace(self._picture, cursor=second)
            if follow:
                self.show_zoom(self._picture.zoom.with_second(second))
            self.update()

    def show_span(self, span: Span | None) -> None:
        if self._picture is not None:
            self._picture = replace(self._picture, span=span)
            self.update()

    def show_choice(self, word: int | None, edge: Place | None = None) -> None:
        if self._picture is not None:
            self._picture = replace(self._picture, word=word, edge=edge)
            self.update()

    def show_zoom(self, zoom: Zoom) -> None:
        if self._picture is not None and zoom != self._picture.zoom:
            self._picture = replace(self._picture, zoom=zoom)
            self._look()

    @property
    def curves(self) -> bool:
        return self._curves

    def show_curves(self, *, shown: bool) -> None:
        self._curves = shown
        self.updateGeometry()
        self.update()

    def show_pitches(self, pitches: tuple[Pitch, ...]) -> None:
        if self._picture is not None:
            self._picture = replace(self._picture, pitches=pitches)
            self.update()

    def show_bare(self, shown: Shown, zoom: Zoom) -> None:
        """To be looked at only, at whatever place it is told; it may begin before the recording does."""
        cursor = self._picture.cursor if self._picture is not None and self._picture.shown is shown else None
        self._picture = Picture(shown, zoom, cursor, bare=True)
        self._tell()
        self.update()

    def nearer(self) -> None:
        self._larger(STEP)

    def farther(self) -> None:
        self._larger(1 / STEP)

    def _larger(self, times: float) -> None:
        """Around the cursor where it is seen, else around the middle."""
        if self._picture is not None:
            zoom, at = self._picture.zoom, self._picture.cursor
            if at is None or not zoom.start <= at <= zoom.end:
                at = zoom.start + zoom.span / 2
            self.show_zoom(zoom.nearer(times, at))

    def sizeHint(self) -> QSize:
        return QSize(480, self.theme.px(210))

    def minimumSizeHint(self) -> QSize:
        high = 230 if self._curves else 110 if self._picture is not None and self._picture.bare else 160
        return QSize(160, self.theme.px(high))

    # What is pressed.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._picture is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed = event.position()
        self._held = self._edge_at(event.position())
        if self._held is not None:
            self.picked.emit(self._held.word)
            self.show_choice(self._held.word, self._held)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._picture is None:
            return
        if self._pressed is None:
            over = self._edge_at(at) is not None
            self.setCursor(Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.ArrowCursor)
        elif self._held is not None:
            self.moved.emit(self._held, self._second(at))
        elif abs(at.x() - self._pressed.x()) > _STILL:
            first, last = sorted((self._second(self._pressed), self._second(at)))
            self.spanned.emit(Span(first, last))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if self._picture is None or pressed is None:
            return
        if self._held is not None:
            self._held = None
            self.dropped.emit()
        elif abs(event.position().x() - pressed.x()) <= _STILL:
            second = self._second(pressed)
            self.spanned.emit(None)
            self.picked.emit(self._word_at(second))
            self.placed.emit(second)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A word is chosen from its start to its end."""
        word = self._word_at(self._second(event.position()))
        if self._picture is not None and word is not None:
            segment = self._picture.shown.words[word].segment
            self.spanned.emit(Span(segment.start, segment.end))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._picture is not None:
            word = self._word_at(self._second(QPointF(event.pos())))
            self.picked.emit(word)
            self.asked.emit(word, event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Up and down is nearer and farther, where the mouse is; to the side, or with Shift, it scrolls."""
        if self._picture is None:
            return
        zoom, turned = self._picture.zoom, event.angleDelta()
        aside = turned.x() or (turned.y() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0)
        if aside:
            self.show_zoom(zoom.moved(-aside / _NOTCH * zoom.span * 0.15))
        else:
            self.show_zoom(zoom.nearer(STEP ** (turned.y() / _NOTCH), self._second(event.position())))
        event.accept()

    # What is painted.

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        if self._picture is not None:
            LanePainter(painter, self.theme, self._field, self._lanes(self._picture), self._picture).paint(event.rect())
        painter.setClipping(False)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), self.theme.colours.accent, CORNER / 2)

    @property
    def _field(self) -> QRectF:
        return QRectF(self.rect()).adjusted(4, 2, -4, -2)

    def _lanes(self, picture: Picture) -> Lanes:
        return lanes(self.theme, self._field, picture, curves=self._curves)

    def _ruler(self, picture: Picture) -> Ruler:
        return ruler(self._field, picture.zoom)

    def _second(self, at: QPointF) -> float:
        if self._picture is None:
            return 0.0
        second = self._ruler(self._picture).second(at.x())
        return min(max(second, 0.0), self._picture.shown.duration)

    def _edge_at(self, at: QPointF) -> Place | None:
        """The nearest; where two words touch, the one on whose side the mouse is."""
        if self._picture is None or not self._lanes(self._picture).field.top() <= at.y():
            return None
        found, shown = self._ruler(self._picture), self._picture.shown
        near = [(abs(found.x(shown.second(edge)) - at.x()), edge) for edge in shown.edges()]
        distance, edge = min(near, default=(_GRAB + 1, None), key=lambda one: (round(one[0], 1), -one[1].word))
        return edge if distance <= _GRAB else None

    def _word_at(self, second: float) -> int | None:
        if self._picture is None:
            return None
        words = self._picture.shown.words
        return next((n for n, word in enumerate(words) if word.segment.start <= second <= word.segment.end), None)

    def _look(self) -> None:
        if self._picture is not None:
            self.zoomed.emit(self._picture.zoom)
        self.update()

    def _tell(self) -> None:
        if self._picture is None:
            self.say("Waveform")
            return
        shown = self._picture.shown
        said = "; ".join(
            f"{KINDS[word.kind]} from {seconds(word.segment.start)} to {seconds(word.segment.end)}"
            for word in shown.words
        )
        close = shown.verdict.close
        gaps = (
            ""
            if close is None
            else (f" Pause {seconds(close.pause)}, silence {seconds(close.silence)}, then {ending(close)}.")
        )
        self.say(f"Waveform. {MARKS[shown.verdict.result]} {said or 'No words'}.{gaps}")


def _first_look(shown: Shown) -> Zoom:
    """The whole of it, or of a long recording the close and what is around it."""
    zoom = Zoom(shown.duration, 0.0, shown.duration).all()
    close = shown.verdict.close
    if close is None or shown.duration <= _LONG_S:
        return zoom
    return zoom.around(close.ok.start - _LEAD_S, min(close.farewell.end + close.silence, zoom.end) + _LEAD_S)
