"""Hearing the take that is looked at: from the cursor or what is selected, slower, again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.window.review.player import Cue, Player

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.window.review.board import Board
    from app.window.review.desk import ReviewDesk
    from app.window.review.shown import Shown, Span

_END_S = 0.05  # so near the end there is nothing more to be heard


class TakeHearing(QObject):
    """`sound` names the file of the take that is shown, None where it cannot be heard; `begun` says that it plays."""

    begun = Signal()

    def __init__(self, board: Board, desk: ReviewDesk) -> None:
        super().__init__(board)
        self._board = board
        self._view = board.editor
        self.sound: Callable[[], Path | None] = lambda: None
        self._shown: Shown | None = None
        self._begun_at = 0.0
        self.player = Player(self)
        self.player.connect_to(desk.play)
        self.player.moved.connect(self._move)
        self.player.told.connect(board.tell)
        view = self._view
        view.play.clicked.connect(self.toggle)
        view.speed.clicked.connect(self._other_speed)
        view.loop.toggled.connect(lambda _: self._again())
        view.wave.placed.connect(self._place)
        view.wave.spanned.connect(self._select)

    def show_take(self, shown: Shown) -> None:
        """Another take, to be heard from where its picture begins."""
        self._shown = shown
        picture = self._view.wave.picture
        self._begun_at = picture.zoom.start if picture is not None else 0.0
        self._cursor(self._begun_at)
        self._board.show_moment()

    def toggle(self) -> None:
        if self.player.playing:
            self.stop()
        else:
            self._begin(self._span.start if self._span is not None else self._at)

    def stop(self) -> None:
        """The cursor stays where it was heard last."""
        at = self.player.at
        if self.player.playing:
            if at is not None:
                self._begun_at = at
            self.player.stop()
            self._board.show_moment()

    def close(self) -> None:
        self.player.close()

    def go_to(self, at: float, span: Span | None) -> None:
        self._view.wave.show_span(span)
        self._place(at)
        picture = self._view.wave.picture
        if picture is not None and not picture.zoom.start <= at <= picture.zoom.end:
            half = picture.zoom.span / 2
            self._view.wave.show_zoom(picture.zoom.around(at - half, at + half))
        self._board.show_moment()

    @property
    def _span(self) -> Span | None:
        picture = self._view.wave.picture
        return picture.span if picture is not None else None

    @property
    def _at(self) -> float:
        picture = self._view.wave.picture
        return (picture.cursor or 0.0) if picture is not None else 0.0

    def _begin(self, at: float) -> None:
        sound, shown = self.sound(), self._shown
        if sound is None or shown is None:
            return
        span = self._span
        if span is None and at > shown.duration - _END_S:
            at = 0.0
        self._begun_at = span.start if span is not None else at
        until = span.end if span is not None else None
        self.player.play(Cue(sound, at, until, self._view.speed_now, self._view.loop.isChecked()))
        self._view.show_playing(on=True)
        self.begun.emit()

    def _again(self) -> None:
        """Go on from where it is, with what was chosen meanwhile."""
        if self.player.playing:
            at = self._span.start if self._span is not None else self.player.at
            self._begin(self._at if at is None else at)

    def _other_speed(self) -> None:
        self._view.next_speed()
        self._again()

    def _place(self, at: float) -> None:
        self._cursor(at)
        self._board.show_moment()
        if self.player.playing:
            self._begin(at)

    def _select(self, span: Span | None) -> None:
        self._view.wave.show_span(span)
        if span is not None:
            self._cursor(span.start)
            self._board.show_moment()

    def _move(self, at: float | None) -> None:
        """At the end the cursor is where it was begun."""
        if at is None:
            self._view.show_playing(on=False)
            self._cursor(self._begun_at)
        else:
            self._cursor(at, follow=self._view.follow.isChecked())

    def _cursor(self, at: float, *, follow: bool = False) -> None:
        self._view.wave.show_cursor(at, follow=follow)
