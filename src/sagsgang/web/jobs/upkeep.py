"""What the database itself needs now and then: SQLite must be told to look at its own contents."""

from django.db import connection


def database_look_after() -> None:
    """Let SQLite count its rows, so that it finds the quick way to them.

    PostgreSQL does so by itself. Changes nothing that is stored.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit=1000")
            cursor.execute("PRAGMA optimize=0x10002")


def upkeep_run(day: str) -> None:
    """The daily job."""
    database_look_after()
