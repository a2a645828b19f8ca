"""What progress is counted by: the user's own day of each take, and what each of its checks said."""

import json
from datetime import UTC

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

AT_A_TIME = 500


def upgrade() -> None:
    op.add_column("takes", sa.Column("day", sa.Date))
    op.add_column("takes", sa.Column("aside_at", sa.DateTime))
    op.create_table(
        "checks",
        sa.Column("take_id", sa.String(64), nullable=False),
        sa.Column("place", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("result", sa.String(16), nullable=False),
        sa.Column("word", sa.String, nullable=False),
        sa.Column("value", sa.Float),
        sa.ForeignKeyConstraint(["take_id"], ["takes.id"], name="fk_checks_take_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("take_id", "place", name="pk_checks"),
    )
    _fill(op.get_bind())
    with op.batch_alter_table("takes") as takes:
        takes.alter_column("day", existing_type=sa.Date, nullable=False)
    op.create_index("ix_takes_tallies", "takes", ["rep", "aside_at", "started_at", "id", "day", "result", "drill"])
    op.create_index("ix_checks_tallies", "checks", ["take_id", "name", "result", "word", "value"])


def _fill(connection: sa.Connection) -> None:
    takes = sa.table("takes", *map(sa.column, ("id", "verdict")), sa.column("started_at", sa.DateTime))
    day = sa.table("takes", sa.column("id"), sa.column("day", sa.Date))
    checks = sa.table("checks", *map(sa.column, ("take_id", "place", "name", "result", "word", "value")))
    last = ""
    query = sa.select(takes.c.id, takes.c.started_at, takes.c.verdict).order_by(takes.c.id).limit(AT_A_TIME)
    while rows := connection.execute(query.where(takes.c.id > last)).all():
        last = rows[-1].id
        connection.execute(
            sa.update(day).where(day.c.id == sa.bindparam("of")).values(day=sa.bindparam("on")),
            [{"of": row.id, "on": row.started_at.replace(tzinfo=UTC).astimezone().date()} for row in rows],
        )
        if said := [check for row in rows for check in _checks(row.id, row.verdict)]:
            connection.execute(sa.insert(checks), said)


def _checks(take_id: str, verdict: str) -> list[dict[str, object]]:
    """Those of a take whose verdict is damaged are not counted, as it is not."""
    said: list[dict[str, object]]
    try:
        said = [
            {
                "take_id": take_id,
                "place": place,
                "name": str(check["name"]),
                "result": str(check["result"]),
                "word": str(check["word"]),
                "value": None if check["value"] is None else float(check["value"]),
            }
            for place, check in enumerate(json.loads(verdict)["checks"])
        ]
    except (ValueError, TypeError, KeyError):
        return []
    return said
