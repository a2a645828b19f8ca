"""The first table: takes."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "takes",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("started_at", sa.DateTime, nullable=False),
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
        sa.PrimaryKeyConstraint("id", name="pk_takes"),
    )
    for column in ("started_at", "rep", "result"):
        op.create_index(f"ix_takes_{column}", "takes", [column])
