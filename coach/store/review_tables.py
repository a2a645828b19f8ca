"""The tables of what trainers say of takes, and of who the reps are."""

from __future__ import annotations

import sqlalchemy as sa

from coach.store.tables import Moment, metadata

_OF_TAKE = "takes.id"


def _take() -> sa.Column[str]:
    return sa.Column("take_id", sa.String(64), sa.ForeignKey(_OF_TAKE, ondelete="CASCADE"), nullable=False)


reviews = sa.Table(
    "reviews",
    metadata,
    _take(),
    sa.Column("by", sa.String, nullable=False),
    sa.Column("changed_at", Moment, nullable=False),
    sa.Column("words", sa.Text),
    sa.Column("opinions", sa.Text, nullable=False),
    sa.PrimaryKeyConstraint("take_id", "by"),
)

# What the newest of a take's reviews comes to, check by check: so that it can be counted beside the machine's.
trainer_results = sa.Table(
    "trainer_results",
    metadata,
    _take(),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("result", sa.String(16), nullable=False),
    sa.PrimaryKeyConstraint("take_id", "name"),
)

# `aside_at` is set from the moment a comment is removed until its sound is gone too, or the user wants it back.
comments = sa.Table(
    "comments",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    _take(),
    sa.Column("at", sa.Float, nullable=False),
    sa.Column("until", sa.Float),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("by", sa.String, nullable=False, index=True),
    sa.Column("made_at", Moment, nullable=False),
    sa.Column("sound", sa.String),
    sa.Column("aside_at", Moment),
    sa.Column("found_by", sa.Text, nullable=False),
    sa.Index("ix_comments_take_id", "take_id", "aside_at"),
)

reps = sa.Table(
    "reps",
    metadata,
    sa.Column("name", sa.String, primary_key=True),
    sa.Column("colour", sa.String(32)),
)
