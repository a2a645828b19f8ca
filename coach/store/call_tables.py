"""The tables of the call list; what the rotation decided stands in columns, so that whose turn it is can be asked."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa

from coach.store.tables import Moment, metadata

NO_DAY = date.max  # where a turn has no such day: behind all others
THE_LIST = ""  # the source of what the user or a list said, and no call

_OFFER = ("wants_offer", "heard_last", "heard_before")

# `place` is the order of the list. `said_never` is what the user or a list said; `never` is true as well where a call
# or a number says so. `turn_from` and `turn_until` are the days that the calls so far lead to, and `heard_…` the last
# two offers: which one is next, and whether there is one, is asked when the turn has come.
prospects = sa.Table(
    "prospects",
    metadata,
    sa.Column("place", sa.Integer, primary_key=True),
    sa.Column("id", sa.String(64), nullable=False, unique=True),
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
    # Whatever a turn is asked by stands in the index: a hundred thousand rows are passed over without reading one.
    sa.Index("ix_prospects_due", "never", "turn_until", "place", "turn_from", "time_zone", *_OFFER),
    sa.Index("ix_prospects_time_zone", "time_zone"),
    sa.Index("ix_prospects_turn", "never", "turn_from", "place", "turn_until", *_OFFER),
)

_OF_PROSPECT = "prospects.place"

numbers = sa.Table(
    "numbers",
    metadata,
    sa.Column("prospect", sa.Integer, sa.ForeignKey(_OF_PROSPECT, ondelete="CASCADE"), primary_key=True),
    sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("number", sa.String(32), nullable=False, index=True),
)

# The words of names and companies, and each end of a number: whatever a search may begin with.
words = sa.Table(
    "words",
    metadata,
    sa.Column("word", sa.String(40), primary_key=True),
    sa.Column(
        "prospect",
        sa.Integer,
        sa.ForeignKey(_OF_PROSPECT, ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    sa.Index("ix_words_prospect", "prospect", "word"),
    sqlite_with_rowid=False,
)

# The log outlives the list: a call names its prospect, who need not be there any more.
calls = sa.Table(
    "calls",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("prospect", sa.String(64)),
    sa.Column("started_at", Moment, nullable=False),
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
    sa.Index("ix_calls_prospect", "prospect", "started_at"),
    sa.Index("ix_calls_started_at", "started_at", "outcome", "offer", "pause"),
    sa.Index("ix_calls_offer", "offer"),
)

# Which numbers are never called again, and which call said so; a prospect who is removed stays in here.
never_called = sa.Table(
    "never_called",
    metadata,
    sa.Column("number", sa.String(32), primary_key=True),
    sa.Column("source", sa.String(64), primary_key=True),
    sa.Index("ix_never_called_source", "source"),
)
