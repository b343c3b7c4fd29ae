"""The website opens on PostgreSQL as it does on SQLite."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page


def test_the_example_opens_on_postgresql(
    served_on_postgres: Callable, open_page: Callable[..., Page], tmp_path: Path
):
    with served_on_postgres(tmp_path, "load_example") as site:
        page = open_page(f"{site}/kommuner/")
        assert "Nørreskov" in page.locator("main").inner_text()
    assert not (tmp_path / "sagsgang.sqlite3").exists()
