"""What the page reads, in any thread: how many takes there are, a page of them, and one with all said of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from audio.content import content_of
from audio.errors import AudioError
from audio.outline import KEPT_FROM_S, Outline, outline_of
from coach.errors import StoreError
from coach.store.verdict_text import UNREADABLE
from coach.takes import Wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from app.window.review.desk import ReviewDesk
    from app.window.review.wish import Wish
    from coach.review.review import Comment, Review
    from coach.review.rows import TakeRow
    from coach.take import Take

AT_A_TIME: Final = 100
NEVER_KEPT: Final = "Its sound is no longer kept; its numbers are."
MISSING: Final = "Its sound is no longer in its folder: it was moved or deleted. The numbers and your word stay."
CHANGED: Final = (
    "Its sound is not the one that was measured: {}. The numbers and your word stay as they are. Put the first "
    "recording back to hear it."
)
NEWER: Final = "Its numbers were written by a newer version of this program. Open it there; nothing was changed."
_OFF_S: Final = 0.25  # so much longer or shorter, and it is another recording


@dataclass(frozen=True, slots=True)
class Found:
    """How many takes match, and the first of them."""

    count: int
    rows: Sequence[TakeRow]


@dataclass(frozen=True, slots=True)
class Figures:
    """Of all takes, whatever is wanted: how many there are, how many need a look, and whose they are."""

    takes: int
    needing: int
    reps: Sequence[str]


@dataclass(frozen=True, slots=True)
class Opened:
    """`own` is the trainer's word, `other` the newest of somebody else's. `why_silent` says why there is no sound."""

    take: Take
    own: Review | None
    other: Review | None
    comments: Sequence[Comment]
    outline: Outline | None = None
    why_silent: str = ""
    readable: bool = True


def found(desk: ReviewDesk, wish: Wish, count: int | None = None) -> Found:
    """`count` is how many match, where that is known: another order does not change it."""
    wanted = _wanted(desk, wish)
    rows = desk.rows.page(wanted, wish.order, 0, AT_A_TIME)
    if len(rows) < AT_A_TIME:
        return Found(len(rows), rows)
    return Found(desk.takes.count(wanted) if count is None else count, rows)


def figures(desk: ReviewDesk) -> Figures:
    return Figures(desk.takes.count(), desk.takes.count(Wanted(needs_a_look=True)), desk.takes.reps())


def page(desk: ReviewDesk, wish: Wish, offset: int) -> Sequence[TakeRow]:
    return desk.rows.page(_wanted(desk, wish), wish.order, offset, AT_A_TIME)


def row(desk: ReviewDesk, take: str) -> TakeRow | None:
    return next(iter(desk.rows.page(Wanted(ids=frozenset({take})), limit=1)), None)


def opened(desk: ReviewDesk, take_id: str) -> Opened | None:
    """The take with what was said of it, without its sound; None where there is no such take any more."""
    take = desk.takes.get(take_id)
    if take is None:
        return None
    words, by = desk.reviews.of(take_id), desk.by()
    own = next((word for word in words if word.by == by), None)
    other = next((word for word in words if word.by != by), None)
    readable = take.verdict.headline != UNREADABLE
    return Opened(take, own, other, desk.comments.of(take_id), readable=readable)


def with_sound(desk: ReviewDesk, one: Opened, told: Callable[[float], bool] = lambda _: True) -> Opened:
    """The same with the outline of its sound, or why there is none."""
    path = sound_of(desk, one.take)
    if path is None:
        return replace(one, why_silent=NEVER_KEPT)
    if not path.exists():
        return replace(one, why_silent=MISSING)
    try:
        made = outline_of(path, told)
        changed = _changed(one, path, made.duration)
    except AudioError as error:
        return replace(one, why_silent=f"{error} The numbers and your word stay.")
    return replace(one, why_silent=CHANGED.format(changed)) if changed else replace(one, outline=made)


def _changed(one: Opened, path: Path, seconds: float) -> str:
    """What tells that it is another sound now; empty where nothing does. Raise `AudioError`."""
    take = one.take
    if one.readable and abs(seconds - take.verdict.duration) > _OFF_S:
        return f"it lasts {seconds:.1f} s, and the take {take.verdict.duration:.1f} s"
    known = take.content is not None and seconds < KEPT_FROM_S  # a long one is not gone through each time
    return "the file was changed" if known and content_of(path) != take.content else ""


def sound_of(desk: ReviewDesk, take: Take) -> Path | None:
    try:
        return desk.sounds.path(take.sound) if take.sound else None
    except ValueError:  # a key that leads elsewhere is nothing of ours
        return None


def comments(desk: ReviewDesk, take: str) -> Sequence[Comment]:
    return desk.comments.of(take)


def must_be_there(kept: bool) -> None:  # noqa: FBT001 - what a store answered
    """Raise `StoreError` where there was no such take to keep a word on."""
    if not kept:
        raise StoreError("This take is no longer there: it was deleted in another window. Nothing was kept.")


def _wanted(desk: ReviewDesk, wish: Wish) -> Wanted:
    return wish.wanted(desk.now().astimezone().date(), desk.drills)
