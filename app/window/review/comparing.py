"""Lays another take, or the sample, over the one that is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from app.aside import Aside
from app.window.replay import Replay
from app.window.review import reading, wording
from app.window.review.player import AT_A_TIME_S
from app.window.review.shown import Shown
from audio.errors import AudioError
from audio.excerpt import excerpt
from audio.outline import outline
from coach.errors import CoachError
from coach.review.rows import Order
from coach.takes import Wanted

if TYPE_CHECKING:
    from app.window.replay import Playing
    from app.window.review.board import Board
    from app.window.review.desk import ReviewDesk
    from app.window.review.hearing import TakeHearing
    from app.window.review.reading import Opened
    from app.window.review.take_work import TakeWork
    from audio.block import Samples

NONE_BEFORE = "There is no take of theirs before this one."


@dataclass(frozen=True, slots=True)
class Upper:
    """What is laid over; `sound` is up to its first minute and a half, None where it cannot be heard."""

    title: str
    shown: Shown
    sound: tuple[Samples, int] | None


class Comparing(QObject):
    def __init__(self, board: Board, desk: ReviewDesk, take: TakeWork, hearing: TakeHearing) -> None:
        super().__init__(board)
        self._board = board
        self._strip = board.editor.compared
        self._desk = desk
        self._take = take
        self._hearing = hearing
        self._upper: Upper | None = None
        self._replay = Replay(self)
        self._replay.moved.connect(lambda at: self._strip.wave.show_cursor(0.0 if at is None else at))
        self._replay.broke.connect(board.tell)
        self.aside = Aside(self)
        self.aside.done.connect(self._show)
        self.aside.failed.connect(board.tell)
        board.editor.compare.clicked.connect(self._press)
        board.editor.wave.zoomed.connect(lambda _: self._follow())
        take.words.followed.connect(lambda _: self._follow())
        self._strip.play.clicked.connect(self._play)
        hearing.begun.connect(self.stop)

    def menu(self) -> QMenu:
        shown = QMenu(self._board)
        shown.setObjectName("compare_menu")
        for words, act in (
            ("With the sample", self.with_sample),
            ("With their take before this", self.with_their_last),
            ("Keep this one above, and choose another", self.keep_above),
        ):
            shown.addAction(words).triggered.connect(act)
        shown.aboutToHide.connect(shown.deleteLater)
        return shown

    def with_sample(self) -> None:
        self.aside.want(partial(_sample, self._desk))

    def with_their_last(self) -> None:
        if self._take.opened is not None:
            self.aside.want(partial(_their_last, self._desk, self._take.opened))

    def keep_above(self) -> None:
        if self._take.opened is not None:
            self.aside.want(partial(_laid, self._desk, self._take.opened))

    def stop(self) -> None:
        """What is played of it is silent."""
        self._replay.stop()

    def end(self) -> None:
        self._replay.stop()
        self.aside.forget()
        self._upper = None
        self._strip.hide()
        self._board.editor.show_comparing(on=False)

    def close(self) -> None:
        self._replay.stop()
        self.aside.close()

    def _press(self) -> None:
        if self._upper is not None:
            self.end()
            return
        button = self._board.editor.compare
        self.menu().popup(button.mapToGlobal(QPoint(0, button.height())))

    def _show(self, upper: Upper) -> None:
        self._replay.stop()
        self._upper = upper
        self._strip.show_take(upper.title, upper.shown)
        self._strip.play.setEnabled(upper.sound is not None)
        self._board.editor.show_comparing(on=True)
        self._follow()

    def _follow(self) -> None:
        picture = self._board.editor.wave.picture
        if picture is not None and self._upper is not None:
            self._strip.follow(picture.zoom, picture.shown)

    def _play(self) -> None:
        upper = self._upper
        if upper is None or upper.sound is None:
            return
        samples, rate_hz = upper.sound

        def begin() -> Playing:
            return self._desk.play(samples, rate_hz)

        self._hearing.stop()
        try:
            self._replay.toggle(begin)
        except AudioError as error:
            self._board.tell(str(error))


def _sample(desk: ReviewDesk) -> Upper:
    made = desk.sampled(desk.model())
    samples, rate_hz = made.sound.samples, made.sound.rate_hz
    verdict = made.verdict
    return Upper(
        "The sample", Shown(verdict, verdict.utterances, verdict, outline(samples, rate_hz)), (samples, rate_hz)
    )


def _their_last(desk: ReviewDesk, of: Opened) -> Upper:
    wanted = Wanted(rep=of.take.rep, until=of.take.started_at)
    row = next(iter(desk.rows.page(wanted, Order("time"), 0, 1)), None)
    one = None if row is None else reading.opened(desk, row.id)
    if one is None:
        raise CoachError(NONE_BEFORE)
    return _laid(desk, one)


def _laid(desk: ReviewDesk, one: Opened) -> Upper:
    one = reading.with_sound(desk, one)
    take = one.take
    newest = one.own or one.other
    words = newest.words if newest is not None and newest.words is not None else take.verdict.utterances
    shown = Shown(take.verdict, take.verdict.utterances, take.verdict, one.outline).with_words(words, desk.bands)
    path = reading.sound_of(desk, take)
    sound = excerpt(path, 0.0, AT_A_TIME_S) if path is not None and one.outline is not None else None
    when = wording.when(take.started_at, desk.now().astimezone().date())
    title = " · ".join(filter(None, (take.rep, wording.drill(take.drill, desk.drills), when)))
    return Upper(title, shown, sound)
