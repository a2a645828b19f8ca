"""The take that is looked at: it is read, heard, set by hand and judged."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from app.aside import Aside
from app.window.review import reading, saying, wording
from app.window.review.shown import Shown, Span
from app.window.review.word_work import WordWork
from coach.review.review import WHOLE, Comment, Opinion
from coach.take import new_id

if TYPE_CHECKING:
    from pathlib import Path

    from app.window.review.board import Board
    from app.window.review.desk import ReviewDesk
    from app.window.review.hearing import TakeHearing
    from app.window.review.keeping import Keeping
    from app.window.review.reading import Opened
    from audio.block import Block
    from coach.review.editing import Words
    from coach.review.review import Review

GONE: Final = "This take is no longer there: it was deleted in another window."
_AT_ONCE: Final = 6_000_000  # bytes; the sound of a take that is smaller is gone through before it is shown


class TakeWork(QObject):
    """Opens one take after the other; only the newest that was asked for is shown."""

    def __init__(self, board: Board, desk: ReviewDesk, keeping: Keeping, hearing: TakeHearing) -> None:
        super().__init__(board)
        self._board = board
        self._desk = desk
        self._keeping = keeping
        self._hearing = hearing
        self.opened: Opened | None = None
        self.shown: Shown | None = None
        self.words = WordWork(board.editor, desk.bands)
        self.opening, self.drawing = Aside(self), Aside(self)
        self.opening.done.connect(self._show)
        self.drawing.done.connect(self._draw)
        for aside in (self.opening, self.drawing):
            aside.failed.connect(board.tell)
        trainer = board.trainer
        trainer.agreed.connect(self.agree)
        trainer.overrule.connect(self.overrule)
        trainer.overruling.kept.connect(self._overruled)
        trainer.said.connect(self.comment)
        trainer.comments.removed.connect(keeping.remove)
        trainer.comments.removed.connect(lambda comment: self._show_comments(without=comment))
        trainer.comments.gone_to.connect(self._go_to)
        self.words.changed.connect(self._words_set)
        self.words.followed.connect(self._show_all)

    @property
    def sound(self) -> Path | None:
        """Of the take that is shown, where it can be heard."""
        if self.opened is None or self.opened.outline is None:
            return None
        return reading.sound_of(self._desk, self.opened.take)

    def open(self, take: str) -> None:
        self._hearing.stop()
        self.drawing.forget()
        self.opening.want(partial(self._read, take))

    def reread(self, take: str) -> None:
        """What was said of it is another now."""
        if self.opened is not None and self.opened.take.id == take:
            self.opening.want(partial(self._read, take))

    def close(self) -> None:
        self.opening.close()
        self.drawing.close()

    def forget(self) -> None:
        """No take is looked at."""
        self._hearing.stop()
        self.opening.forget()
        self.opened = self.shown = None
        self.words.show_take(None, editable=False)
        self._board.editor.show_nothing()
        self._board.trainer.show_nothing()

    def agree(self, check: str) -> None:
        if self.opened is None:
            return
        result = saying.machines_result(self.opened.take.verdict, check)
        if result is None:
            self._board.tell("The machine did not judge this: there is nothing to agree with. Overrule it instead.")
            return
        own = self._own()
        before = own.opinion(check)
        if before is not None and before.result is result and not before.reason:
            self._keep(saying.unsaid(own, check), f"no word on {wording.check(check).lower()}")
        else:
            self._keep(saying.said(own, Opinion(check, result)), f"agreed: {wording.check(check).lower()}")

    def overrule(self, check: str) -> None:
        if self.opened is not None:
            machine = saying.machines_result(self.opened.take.verdict, check)
            own = self.opened.own
            self._board.trainer.ask()
            before = own.opinion(check) if own is not None else None
            self._board.trainer.overruling.ask(check, machine or self.opened.take.verdict.result, before)
            self._board.reveal(self._board.trainer.overruling)

    # What is shown.

    def _read(self, take: str) -> Opened | None:
        one = reading.opened(self._desk, take)
        path = None if one is None else reading.sound_of(self._desk, one.take)
        if one is not None and (path is None or not path.exists() or path.stat().st_size <= _AT_ONCE):
            return reading.with_sound(self._desk, one)
        return one

    def _show(self, one: Opened | None) -> None:
        if one is None:
            self.forget()
            self._board.tell(GONE)
            return
        again = self.opened is not None and self.opened.take.id == one.take.id
        if again and self._keeping.busy:
            self._keeping.reread_when_settled(one.take.id)
            return
        if again and self.opened is not None and one.outline is None:
            one = replace(one, outline=self.opened.outline, why_silent=self.opened.why_silent)
        self.opened = one
        take = one.take
        newest = one.own or one.other
        words = newest.words if newest is not None and newest.words is not None else take.verdict.utterances
        shown = Shown(take.verdict, take.verdict.utterances, take.verdict, one.outline, one.comments)
        self.shown = shown = shown.with_words(words, self._desk.bands)
        self._show_title(one)
        if again:
            self.words.show_words(shown)
            self._board.editor.wave.show_words(shown)
        else:
            self._board.trainer.ask_no_more()
            self._board.editor.wave.show_take(shown)
            self.words.show_take(shown, editable=one.readable)
        if not again:
            self._hearing.show_take(shown)
        self._show_all(shown)
        if one.outline is None and not one.why_silent:
            self._board.editor.show_note("Drawing the waveform…")
            self.drawing.want(partial(reading.with_sound, self._desk, one))

    def _draw(self, one: Opened) -> None:
        """Its sound took longer than the rest."""
        if self.opened is not None and self.shown is not None and self.opened.take.id == one.take.id:
            self.opened = replace(self.opened, outline=one.outline, why_silent=one.why_silent)
            self.shown = replace(self.shown, outline=one.outline)
            self.words.show_words(self.shown)
            self._board.editor.wave.show_words(self.shown)
            self._show_all(self.shown)

    def _show_title(self, one: Opened) -> None:
        take = one.take
        at = wording.when(take.started_at, self._desk.now().astimezone().date())
        parts = (take.rep, wording.drill(take.drill, self._desk.drills), at, take.source or "")
        self._board.editor.show_title(" · ".join(filter(None, parts)))

    def _show_all(self, shown: Shown) -> None:
        one = self.opened
        if one is None:
            return
        self._board.editor.show_take(shown, heard=one.outline is not None, editable=one.readable)
        faults = (one.take.fault or "", one.why_silent, "" if one.readable else reading.NEWER)
        self._board.editor.show_note(" ".join(filter(None, faults)))
        self._board.trainer.show_take(shown, one.own, one.other, self._desk.by(), self._desk.bands)

    # What is said.

    def _own(self) -> Review:
        if self.opened is None:
            raise LookupError("no take is looked at")
        one = self.opened
        return saying.begun(one.own, one.other, one.take.id, self._desk.by(), self._desk.now())

    def _keep(self, review: Review, told: str) -> None:
        if self.opened is not None and self.shown is not None:
            before = self.opened.own
            self.opened = replace(self.opened, own=None if saying.empty(review) else review)
            self._keeping.keep(review.take, before, review, told)
            self._show_all(self.shown)

    def _words_set(self, words: Words, told: str) -> None:
        if self.opened is not None and self.words.shown is not None:
            self.shown = self.words.shown
            self._board.editor.wave.show_words(self.shown)
            self.words.show_words(self.shown)
            self._keep(saying.set_by_hand(self._own(), words, self.shown.machine), told)

    def _overruled(self, opinion: Opinion) -> None:
        self._board.trainer.ask_no_more()
        self._board.setFocus()
        if self.opened is not None:
            said = "overruled" if opinion.check == WHOLE else f"overruled: {wording.check(opinion.check).lower()}"
            self._keep(saying.said(self._own(), opinion), said)

    def comment(self, words: str, spoken: Block | None = None) -> None:
        """On what is selected, or at the cursor."""
        picture = self._board.editor.wave.picture
        if self.opened is None or self.shown is None or picture is None:
            return
        at, until = picture.span or Span(picture.cursor or 0.0, picture.cursor or 0.0)
        ident, now = new_id(), self._desk.now()
        made = Comment(
            id=ident,
            take=self.opened.take.id,
            at=round(at, 3),
            text=words,
            by=self._desk.by(),
            made_at=now,
            until=round(until, 3) if until > at else None,
            sound=None if spoken is None else self._desk.sounds.new_key(ident, now),
        )
        self._keeping.add(made, spoken)
        self._show_comments(added=made)
        self._board.setFocus()

    def _show_comments(self, added: Comment | None = None, without: Comment | None = None) -> None:
        if self.opened is None or self.shown is None:
            return
        kept = [one for one in self.opened.comments if one != without]
        comments = sorted([*kept, *([added] if added else [])], key=lambda one: (one.at, one.made_at))
        self.opened = replace(self.opened, comments=comments)
        self.shown = replace(self.shown, comments=comments)
        self.words.show_words(self.shown)
        self._board.editor.wave.show_words(self.shown)
        self._show_all(self.shown)

    def _go_to(self, comment: Comment) -> None:
        span = None if comment.until is None else Span(comment.at, comment.until)
        self._hearing.go_to(comment.at, span)
