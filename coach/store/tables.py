"""The tables as the program of today knows them; migrations/ says how older ones become these."""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa

# The revision these tables are. A query of one row compares it: Alembic is imported only if they differ.
HEAD = "0004"

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Moment(sa.types.TypeDecorator[datetime]):
    """A moment in time: kept in UTC, and given back as such."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:  # noqa: ARG002
        return value and value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:  # noqa: ARG002
        return value and value.replace(tzinfo=UTC)


# The verdict is kept whole, as JSON. What can be asked for stands beside it in columns of its own. `day` is the user's
# own day; `aside_at` is set from the moment a take is deleted until its sound is gone too, or the user wants it back.
# `reviewed` and `trainer` are the newest trainer's word; `found_by` is what a search looks through, the rep first.
takes = sa.Table(
    "takes",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("started_at", Moment, nullable=False, index=True),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("aside_at", Moment),
    sa.Column("rep", sa.String, nullable=False),
    sa.Column("drill", sa.String),
    sa.Column("offer", sa.String),
    sa.Column("sound", sa.String),
    sa.Column("result", sa.String(16), nullable=False),
    sa.Column("pause", sa.Float),
    sa.Column("silence", sa.Float),
    sa.Column("duration", sa.Float),
    sa.Column("bands_name", sa.String, nullable=False),
    sa.Column("recovered", sa.Boolean, nullable=False),
    sa.Column("fault", sa.Text),
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("verdict", sa.Text, nullable=False),
    sa.Column("content", sa.String, index=True),
    sa.Column("source", sa.String),
    sa.Column("doubt", sa.Float, nullable=False, server_default="0"),
    sa.Column("reviewed", sa.Boolean, nullable=False, server_default="0"),
    sa.Column("trainer", sa.String(16)),
    sa.Column("found_by", sa.Text, nullable=False, server_default=""),
)

# Without the verdict's text beside them, thousands of takes are counted from these indices alone.
_COUNTED = ("rep", "aside_at", "started_at", "id", "day", "result", "drill")
sa.Index("ix_takes_tallies", *(takes.c[name] for name in _COUNTED))

# The trainer's table is filtered, put in order and searched by this one alone; its first columns are its usual order.
_SHOWN = ("aside_at", "doubt", "started_at", "id", "rep", "drill", "result", "reviewed", "pause", "silence", "day")
sa.Index("ix_takes_desk", *(takes.c[name] for name in (*_SHOWN, "found_by")))

# What each check said, once more: so that takes can be counted by it.
checks = sa.Table(
    "checks",
    metadata,
    sa.Column("take_id", sa.String(64), sa.ForeignKey("takes.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("result", sa.String(16), nullable=False),
    sa.Column("word", sa.String, nullable=False),
    sa.Column("value", sa.Float),
    sa.Index("ix_checks_tallies", "take_id", "name", "result", "word", "value"),
)
