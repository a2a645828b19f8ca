"""How older tables become those of today, one file a step: read by Alembic from this folder."""
