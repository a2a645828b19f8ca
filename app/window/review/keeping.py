"""Keeps the trainer's word and comments beside the window, and takes back what was kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.window.review import reading
from app.window.review.history import History, Step
from app.window.review.saying import empty
from coach.takes import Wanted

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.errands import Errands
    from app.window.review.desk import ReviewDesk
    from coach.review.review import Comment, Review


class Keeping(QObject):
    """`kept` carries what is known of a take now (a `TakeRow`, or None) and how many need a look.

    `changed` says that there is another step to be undone, `undone` carries the take of which one was.
    """

    kept = Signal(object, int)
    changed = Signal()
    undone = Signal(str)

    def __init__(self, desk: ReviewDesk, errands: Errands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._errands = errands
        self._history = History()

    @property
    def undoes(self) -> str:
        """What would be taken back; empty for nothing."""
        return step.sentence if (step := self._history.newest) else ""

    def keep(self, take: str, before: Review | None, now: Review, told: str) -> None:
        """In place of `before`, which was the trainer's own word, if there was any."""
        self._do(take, told, partial(self._put, take, now), partial(self._put, take, before))

    def add(self, comment: Comment) -> None:
        def add() -> None:
            reading.must_be_there(self._desk.comments.add(comment))

        def take_out() -> None:
            self._desk.comments.set_aside([comment.id], self._desk.now())

        self._do(comment.take, "a comment", add, take_out)

    def remove(self, comment: Comment) -> None:
        at = self._desk.now()
        self._do(
            comment.take,
            "a comment removed",
            lambda: self._desk.comments.set_aside([comment.id], at),
            lambda: self._desk.comments.bring_back(at),
        )

    def undo(self) -> None:
        if (step := self._history.take()) is not None:
            self.changed.emit()
            self._errands.run(partial(self._done, step.take, step.undo), partial(self._tell, undone=True))

    def _do(self, take: str, told: str, act: Callable[[], object], undo: Callable[[], object]) -> None:
        self._history.add(Step(take, told, undo))
        self.changed.emit()
        self._errands.run(partial(self._done, take, act), self._tell)

    def _done(self, take: str, act: Callable[[], object]) -> tuple[str, object, int]:
        act()
        return take, reading.row(self._desk, take), self._desk.takes.count(Wanted(needs_a_look=True))

    def _tell(self, found: tuple[str, object, int], *, undone: bool = False) -> None:
        take, row, needing = found
        self.kept.emit(row, needing)
        if undone:
            self.undone.emit(take)

    def _put(self, take: str, review: Review | None) -> None:
        if review is None or empty(review):
            self._desk.reviews.remove(take, self._desk.by() if review is None else review.by)
        else:
            reading.must_be_there(self._desk.reviews.put(review, self._desk.bands))
