"""The call list: prospects with their numbers and the words they are found by, the calls, and who is never called."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    _prospects()
    _what_finds_them()
    _calls()


def _prospects() -> None:
    op.create_table(
        "prospects",
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("company", sa.String, nullable=False),
        sa.Column("first_name", sa.String, nullable=False),
        sa.Column("last_name", sa.String, nullable=False),
        sa.Column("email", sa.String, nullable=False),
        sa.Column("time_zone", sa.String(64)),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("more", sa.Text, nullable=False),
        sa.Column("said_never", sa.Boolean, nullable=False),
        sa.Column("never", sa.Boolean, nullable=False),
        sa.Column("postponed", sa.Date),
        sa.Column("turn_from", sa.Date, nullable=False),
        sa.Column("turn_until", sa.Date, nullable=False),
        sa.Column("wants_offer", sa.Boolean, nullable=False),
        sa.Column("heard_last", sa.String(100)),
        sa.Column("heard_before", sa.String(100)),
        sa.PrimaryKeyConstraint("place", name="pk_prospects"),
        sa.UniqueConstraint("id", name="uq_prospects_id"),
    )
    offer = ["wants_offer", "heard_last", "heard_before"]
    due = ["never", "turn_until", "place", "turn_from", "time_zone", *offer]
    op.create_index("ix_prospects_due", "prospects", due)
    op.create_index("ix_prospects_time_zone", "prospects", ["time_zone"])
    op.create_index("ix_prospects_turn", "prospects", ["never", "turn_from", "place", "turn_until", *offer])


def _what_finds_them() -> None:
    op.create_table(
        "numbers",
        sa.Column("prospect", sa.Integer, nullable=False),
        sa.Column("place", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("number", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["prospect"], ["prospects.place"], name="fk_numbers_prospect", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("prospect", "place", name="pk_numbers"),
    )
    op.create_index("ix_numbers_number", "numbers", ["number"])
    op.create_table(
        "words",
        sa.Column("word", sa.String(40), nullable=False),
        sa.Column("prospect", sa.Integer, nullable=False, autoincrement=False),
        sa.ForeignKeyConstraint(["prospect"], ["prospects.place"], name="fk_words_prospect", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("word", "prospect", name="pk_words"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_words_prospect", "words", ["prospect", "word"])


def _calls() -> None:
    op.create_table(
        "calls",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("prospect", sa.String(64)),
        sa.Column("started_at", sa.DateTime, nullable=False),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("offer", sa.String(100)),
        sa.Column("number", sa.String(32)),
        sa.Column("ending", sa.String(16)),
        sa.Column("said_no", sa.String(16)),
        sa.Column("left_message", sa.Boolean, nullable=False),
        sa.Column("result", sa.String(16)),
        sa.Column("pause", sa.Float),
        sa.Column("pause_error", sa.Float),
        sa.Column("silence", sa.Float),
        sa.Column("headline", sa.Text, nullable=False),
        sa.Column("sound", sa.String),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_calls"),
    )
    op.create_index("ix_calls_prospect", "calls", ["prospect", "started_at"])
    op.create_index("ix_calls_started_at", "calls", ["started_at", "outcome", "offer", "pause"])
    op.create_index("ix_calls_offer", "calls", ["offer"])
    op.create_table(
        "never_called",
        sa.Column("number", sa.String(32), nullable=False),
        sa.Column("source", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("number", "source", name="pk_never_called"),
    )
    op.create_index("ix_never_called_source", "never_called", ["source"])
