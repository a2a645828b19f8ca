"""Keeps the trainer's word and comments beside the window, and takes back what was kept."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.window.review import reading
from app.window.review.history import History, Step
from app.window.review.saying import empty
from audio.recording import Recording
from coach.errors import CoachError, StoreError
from coach.takes import Wanted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.errands import Errands
    from app.window.review.desk import ReviewDesk
    from audio.block import Block
    from coach.review.review import Comment, Review
    from coach.review.rows import TakeRow


class Keeping(QObject):
    """`kept` carries what is known of a take now (a `TakeRow`) and how many need a look, None where it was not read.

    `changed` says that there is another step to be undone. `reread` carries the take that is not as it is shown: a
    step was undone, or could not be kept, and then `failed` has the sentence.
    """

    kept = Signal(object, object)
    changed = Signal()
    reread = Signal(str)
    failed = Signal(str)

    def __init__(self, desk: ReviewDesk, errands: Errands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._errands = errands
        self._history = History()
        self._under_way = 0
        self._to_reread: set[str] = set()

    @property
    def busy(self) -> bool:
        """Whether something is still being kept."""
        return self._under_way > 0

    @property
    def undoes(self) -> str:
        """What would be taken back; empty for nothing."""
        return step.sentence if (step := self._history.newest) else ""

    def keep(self, take: str, before: Review | None, now: Review, told: str) -> None:
        """In place of `before`, which was the trainer's own word, if there was any."""
        self._do(take, told, partial(self._put, take, now), partial(self._put, take, before))

    def add(self, comment: Comment, spoken: Block | None = None) -> None:
        """With its sound, under the key that it names, where it was spoken."""

        def add() -> None:
            if spoken is not None and comment.sound is not None:
                _write(self._desk.sounds.path(comment.sound), spoken)
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
        if (step := self._history.newest) is not None:
            self._history.drop(step)
            self.changed.emit()
            self._run(step.take, step.undo, lambda _kept: self._to_reread.add(step.take))

    def _do(self, take: str, told: str, act: Callable[[], object], undo: Callable[[], object]) -> None:
        step = Step(take, told, undo)
        self._history.add(step)
        self.changed.emit()

        def done(kept: bool) -> None:  # noqa: FBT001 - an answer
            if not kept:
                self._history.drop(step)
                self.changed.emit()
                self._to_reread.add(take)

        self._run(take, act, done)

    def _run(self, take: str, act: Callable[[], object], then: Callable[[bool], None]) -> None:
        self._under_way += 1

        def work() -> tuple[str, TakeRow | None, int | None]:
            why_not, row, needing = "", None, None
            try:
                act()
            except CoachError as error:
                why_not = str(error)
            with suppress(CoachError):  # it is kept all the same
                row, needing = reading.row(self._desk, take), self._desk.takes.count(Wanted(needs_a_look=True))
            return why_not, row, needing

        def tell(found: tuple[str, TakeRow | None, int | None]) -> None:
            why_not, row, needing = found
            if why_not:
                self.failed.emit(why_not)
            self.kept.emit(row, needing)
            then(not why_not)
            self._under_way -= 1
            self._let_reread()

        self._errands.run(work, tell)

    def reread_when_settled(self, take: str) -> None:
        """What was read of it is older than what is being kept."""
        self._to_reread.add(take)
        self._let_reread()

    def _let_reread(self) -> None:
        if not self._under_way:
            takes, self._to_reread = self._to_reread, set()
            for take in takes:
                self.reread.emit(take)

    def _put(self, take: str, review: Review | None) -> None:
        if review is None or empty(review):
            self._desk.reviews.remove(take, self._desk.by() if review is None else review.by)
        else:
            reading.must_be_there(self._desk.reviews.put(review, self._desk.bands))


def _write(path: Path, spoken: Block) -> None:
    """Raise `StoreError` where it cannot be kept."""
    recording = Recording(path, spoken.rate_hz)
    recording.write(spoken)
    recording.close()
    if recording.failed:
        raise StoreError(f"The comment could not be kept. {recording.failed}")
