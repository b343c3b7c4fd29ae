"""Three journeys of the workplace once more, on PostgreSQL."""

from collections.abc import Iterator

import pytest
from tests.journeys.conftest import Site, on_postgres
from tests.journeys.test_new_officer import officer, test_a_case_from_nothing
from tests.journeys.test_two_in_one_case import (
    address,
    test_a_closed_window_loses_nothing,
    test_two_write_in_the_same_section,
    window,
)

__all__ = [
    "address",
    "officer",
    "test_a_case_from_nothing",
    "test_a_closed_window_loses_nothing",
    "test_two_write_in_the_same_section",
    "window",
]


@pytest.fixture(scope="module")
def own_site(
    tmp_path_factory: pytest.TempPathFactory, postgres_url: str, chromium_path: str
) -> Iterator[Site]:
    """The example municipality in a PostgreSQL database of its own."""
    folder = tmp_path_factory.mktemp("own")
    with on_postgres(postgres_url, folder, "load_example") as site:
        yield site
    assert not (folder / "sagsgang.sqlite3").exists()
