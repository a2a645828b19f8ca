"""The takes on disk: SQLAlchemy over one SQLite file, its tables kept in step by Alembic."""
