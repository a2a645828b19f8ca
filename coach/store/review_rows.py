"""Trainers' words as rows, and what the newest of them makes of a take."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa
from pydantic import TypeAdapter
from pydantic_core import to_json

from coach.review.review import WHOLE, Comment, Opinion, Review
from coach.review.reviews import OURS
from coach.review.trainers_word import trainers_results
from coach.store import tables
from coach.store.review_tables import reviews, trainer_results
from coach.store.searching import folded
from coach.store.verdict_text import from_text
from coach.verdict import Utterance

if TYPE_CHECKING:
    from typing import Any

    from coach.bands import Bands

    Row = sa.Row[Any]

_WORDS = TypeAdapter(tuple[Utterance, ...])
_OPINIONS = TypeAdapter(tuple[Opinion, ...])


def review_row(review: Review) -> dict[str, object]:
    return {
        "take_id": review.take,
        "by": review.by,
        "changed_at": review.changed_at,
        "words": None if review.words is None else _text(review.words),
        "opinions": _text(review.opinions),
    }


def to_review(row: Row) -> Review:
    words = None if row.words is None else _WORDS.validate_json(row.words)
    return Review(row.take_id, row.by, row.changed_at, words, _OPINIONS.validate_json(row.opinions))


def comment_row(comment: Comment) -> dict[str, object]:
    return {
        "id": comment.id,
        "take_id": comment.take,
        "at": comment.at,
        "until": comment.until,
        "text": comment.text,
        "by": comment.by,
        "made_at": comment.made_at,
        "sound": comment.sound,
        "found_by": folded(comment.text),
    }


def to_comment(row: Row) -> Comment:
    return Comment(row.id, row.take_id, row.at, row.text, row.by, row.made_at, row.until, row.sound)


def newest_review(take_id: str) -> sa.Select[Any]:
    return sa.select(reviews).where(reviews.c.take_id == take_id).order_by(reviews.c.changed_at.desc(), reviews.c.by)


def settle(connection: sa.Connection, take_id: str, bands: Bands = OURS) -> None:
    """Write beside the take what its newest review comes to."""
    take = tables.takes.c
    row = connection.execute(newest_review(take_id).limit(1)).one_or_none()
    found = {}
    if row is not None:
        of = connection.execute(sa.select(take.verdict, take.duration).where(take.id == take_id)).one()
        found = trainers_results(from_text(of.verdict, of.duration or 0.0), to_review(row), bands)
    connection.execute(sa.delete(trainer_results).where(trainer_results.c.take_id == take_id))
    if found:
        said = [{"take_id": take_id, "name": name, "result": result.value} for name, result in found.items()]
        connection.execute(sa.insert(trainer_results), said)
    whole = found.get(WHOLE)
    change = sa.update(tables.takes).where(take.id == take_id)
    connection.execute(change.values(reviewed=row is not None, trainer=whole and whole.value))


def _text(value: object) -> str:
    return to_json(value, inf_nan_mode="strings").decode()
