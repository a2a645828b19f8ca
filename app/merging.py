"""What somebody else said of takes, added to what is known here: nothing said here is written over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from coach.parcel.form import Said

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.parcel.packing import Sayings
    from coach.review.review import Comment, Review
    from coach.review.reviews import Comments, Reviews

    Heard = Callable[[Comment], Comment]  # keeps the sound of a spoken comment, and names it by its key here


@dataclass(frozen=True, slots=True)
class Words:
    """The words and comments of this library; `me` is the name under which they are said here."""

    reviews: Reviews
    comments: Comments
    me: str

    @property
    def said(self) -> Sayings:
        """For `export_takes`."""
        return lambda take: Said(tuple(self.reviews.of(take)), tuple(self.comments.of(take)))


@dataclass(frozen=True, slots=True)
class Merged:
    """How much of it was new here, and a sentence for each thing that was said otherwise here."""

    new: int = 0
    conflicts: tuple[str, ...] = ()

    def __add__(self, other: Merged) -> Merged:
        return Merged(self.new + other.new, self.conflicts + other.conflicts)


def merge(said: Said, words: Words, keep_sound: Heard) -> Merged:
    """Add it to the take, which must be here. Raise `StoreError`, `OSError` for the sound."""
    merged = Merged()
    for review in said.reviews:
        merged += _review(review, words)
    for comment in said.comments:
        merged += _comment(comment, words, keep_sound)
    return merged


def _review(theirs: Review, words: Words) -> Merged:
    """Whoever said it may say it anew: of their words the latest counts. My own are changed by nobody but me."""
    ours = words.reviews.get(theirs.take, theirs.by)
    if ours == theirs or (ours is not None and theirs.by != words.me and theirs.changed_at <= ours.changed_at):
        return Merged()
    if ours is None or theirs.by != words.me:
        return Merged(int(words.reviews.put(theirs)))
    beside = replace(theirs, by=f"{theirs.by} ({theirs.changed_at:%Y-%m-%d %H:%M:%S})")
    if words.reviews.get(beside.take, beside.by) is not None:
        return Merged()
    words.reviews.put(beside)
    return Merged(1, (f"Your word on it is another one here and in the file. Both are kept, theirs as “{beside.by}”.",))


def _comment(theirs: Comment, words: Words, keep_sound: Heard) -> Merged:
    ours = next((one for one in words.comments.of(theirs.take) if one.id == theirs.id), None)
    if ours is None:
        return Merged(int(_added(theirs, words, keep_sound)))
    if _same(ours, theirs):
        return Merged()
    told = f"{theirs.id}/{theirs.at}/{theirs.until}/{theirs.text}"
    beside = replace(theirs, id=blake2b(told.encode(), digest_size=16).hexdigest())
    if not _added(beside, words, keep_sound):
        return Merged()
    return Merged(1, (f"A comment by {theirs.by} is another one here and in the file. Both are kept.",))


def _added(comment: Comment, words: Words, keep_sound: Heard) -> bool:
    """One that was removed here stays removed."""
    return words.comments.add(keep_sound(comment) if comment.sound else comment)


def _same(ours: Comment, theirs: Comment) -> bool:
    return replace(ours, sound=None) == replace(theirs, sound=None)
