"""Where the data lies: SQLite that survives a power cut, or the PostgreSQL that is named."""

from pathlib import Path

import pytest
from django.db import connection

from sagsgang.web.conf.database import database_settings, database_url

FOLDER = Path("/srv/sagsgang")


def test_without_a_url_it_is_one_file_in_the_data_folder():
    settings = database_settings(None, FOLDER)
    assert settings["NAME"] == FOLDER / "sagsgang.sqlite3"
    assert settings["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_a_url_names_a_postgresql():
    settings = database_settings(
        "postgresql://anna:hemmelig%40ord@db.example:5433/sags%20gang?sslmode=require", FOLDER
    )
    assert settings["ENGINE"] == "django.db.backends.postgresql"
    assert settings["NAME"] == "sags gang"
    assert (settings["USER"], settings["PASSWORD"]) == ("anna", "hemmelig@ord")
    assert (settings["HOST"], settings["PORT"]) == ("db.example", "5433")
    assert settings["OPTIONS"] == {"sslmode": "require"}


def test_a_url_may_name_a_socket():
    settings = database_settings("postgresql://postgres:@/sagsgang?host=/run/db", FOLDER)
    assert (settings["NAME"], settings["USER"], settings["HOST"]) == ("sagsgang", "postgres", "")
    assert settings["OPTIONS"] == {"host": "/run/db"}


def test_connections_are_kept_and_looked_after():
    settings = database_settings("postgresql://db.example/sagsgang", FOLDER)
    assert settings["CONN_MAX_AGE"] > 0
    assert settings["CONN_HEALTH_CHECKS"]


@pytest.mark.parametrize(
    ("environment", "url"),
    [
        ({}, None),
        ({"DATABASE_URL": ""}, None),
        ({"DATABASE_URL": "postgresql://a/b"}, "postgresql://a/b"),
        ({"SAGSGANG_DATABASE_URL": "postgresql://c/d"}, "postgresql://c/d"),
        (
            {"DATABASE_URL": "postgresql://a/b", "SAGSGANG_DATABASE_URL": "postgresql://c/d"},
            "postgresql://a/b",
        ),
    ],
)
def test_the_environment_names_the_database(environment, url):
    assert database_url(environment) == url


def test_another_database_is_refused():
    with pytest.raises(ValueError, match="mysql"):
        database_settings("mysql://localhost/sagsgang", FOLDER)


@pytest.mark.django_db(transaction=True)
def test_sqlite_writes_as_the_house_says():
    if connection.vendor != "sqlite":
        pytest.skip("kun for SQLite")
    with connection.cursor() as cursor:
        found = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "busy_timeout", "foreign_keys")
        }
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "busy_timeout": 20_000,
        "foreign_keys": 1,
    }
