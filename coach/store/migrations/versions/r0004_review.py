"""What trainers say of takes, how much the machine doubts each, what a search finds it by, and who the reps are."""

import sqlalchemy as sa
from alembic import op

from coach.review.doubt import doubt
from coach.store.searching import rep_found_by, rest_found_by
from coach.store.verdict_text import from_text

revision = "0004"
down_revision = "0003"

AT_A_TIME = 500
SHOWN = ("aside_at", "doubt", "started_at", "id", "rep", "drill", "result", "reviewed", "pause", "silence", "day")


def upgrade() -> None:
    # Each with a default of its own: so no row is copied, however long its verdict.
    op.add_column("takes", sa.Column("content", sa.String))
    op.add_column("takes", sa.Column("source", sa.String))
    op.add_column("takes", sa.Column("doubt", sa.Float, nullable=False, server_default="0"))
    op.add_column("takes", sa.Column("reviewed", sa.Boolean, nullable=False, server_default="0"))
    op.add_column("takes", sa.Column("trainer", sa.String(16)))
    op.add_column("takes", sa.Column("found_by", sa.Text, nullable=False, server_default=""))
    _fill(op.get_bind())
    # By these alone the database would open thousands of rows, verdicts and all, that another index tells of.
    op.drop_index("ix_takes_rep", "takes")
    op.drop_index("ix_takes_result", "takes")
    op.create_index("ix_takes_content", "takes", ["content"])
    op.create_index("ix_takes_desk", "takes", [*SHOWN, "found_by"])
    _reviews()
    _comments()
    op.create_table(
        "reps",
        sa.Column("name", sa.String, nullable=False),
        sa.Column("colour", sa.String(32)),
        sa.PrimaryKeyConstraint("name", name="pk_reps"),
    )


def _fill(connection: sa.Connection) -> None:
    """Doubt is no fact but a rule of the program's: what it says today is what it says of new takes."""
    known = sa.table("takes", *map(sa.column, ("id", "rep", "drill", "note", "duration", "verdict")))
    filled = sa.table("takes", *map(sa.column, ("id", "doubt", "found_by")))
    change = sa.update(filled).where(filled.c.id == sa.bindparam("of"))
    last = ""
    query = sa.select(known).order_by(known.c.id).limit(AT_A_TIME)
    while rows := connection.execute(query.where(known.c.id > last)).all():
        last = rows[-1].id
        connection.execute(
            change.values(doubt=sa.bindparam("as_doubt"), found_by=sa.bindparam("as_found")),
            [
                {
                    "of": row.id,
                    "as_doubt": doubt(from_text(row.verdict, row.duration or 0.0)),
                    "as_found": rep_found_by(row.rep) + rest_found_by(row.drill, None, row.note),
                }
                for row in rows
            ],
        )


def _reviews() -> None:
    op.create_table(
        "reviews",
        sa.Column("take_id", sa.String(64), nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sa.Column("words", sa.Text),
        sa.Column("opinions", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["take_id"], ["takes.id"], name="fk_reviews_take_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("take_id", "by", name="pk_reviews"),
    )
    op.create_table(
        "trainer_results",
        sa.Column("take_id", sa.String(64), nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("result", sa.String(16), nullable=False),
        sa.ForeignKeyConstraint(["take_id"], ["takes.id"], name="fk_trainer_results_take_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("take_id", "name", name="pk_trainer_results"),
    )


def _comments() -> None:
    op.create_table(
        "comments",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("take_id", sa.String(64), nullable=False),
        sa.Column("at", sa.Float, nullable=False),
        sa.Column("until", sa.Float),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("sound", sa.String),
        sa.Column("aside_at", sa.DateTime),
        sa.Column("found_by", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["take_id"], ["takes.id"], name="fk_comments_take_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_comments"),
    )
    op.create_index("ix_comments_by", "comments", ["by"])
    op.create_index("ix_comments_take_id", "comments", ["take_id", "aside_at"])
