"""Which database the website uses: SQLite in the data folder, or the PostgreSQL of a URL."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

#: WAL lets readers go on while one writes; FULL means that what was saved survives a power cut.
_SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
_SECONDS_TO_WAIT_FOR_A_LOCK = 20


def database_url(environment: Mapping[str, str]) -> str | None:
    """The address that names a PostgreSQL: DATABASE_URL, or the older SAGSGANG_DATABASE_URL."""
    return environment.get("DATABASE_URL") or environment.get("SAGSGANG_DATABASE_URL") or None


def database_settings(url: str | None, folder: Path) -> dict[str, Any]:
    """Django's settings for `url` (postgresql://user:password@host:port/name), or SQLite when None.

    Raises ValueError when the URL names another kind of database.
    """
    if not url:
        return sqlite_settings(folder / "sagsgang.sqlite3")
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres"):
        raise ValueError(f"DATABASE_URL: ukendt database {parts.scheme!r}, brug postgresql://…")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def sqlite_settings(path: Path) -> dict[str, Any]:
    """Django's settings for one SQLite file that several processes read and write safely."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "timeout": _SECONDS_TO_WAIT_FOR_A_LOCK,
            "transaction_mode": "IMMEDIATE",
            "init_command": _SQLITE_PRAGMAS,
        },
        # To open the file and set it up takes longer than most pages ask it for.
        "CONN_MAX_AGE": 60,
        # Tests use a file too: a database in memory has neither WAL nor writers that wait.
        "TEST": {"NAME": path.with_name(f"test-{path.name}")},
    }
