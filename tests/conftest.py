"""What tests of several rooms lean on: a browser and a database, where the machine has them."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes depends on what else the machine does. Where everything is required to
# run, the examples are the same every time; elsewhere each run tries new ones.
settings.register_profile("anywhere", deadline=None)
settings.register_profile("repeatable", deadline=None, derandomize=True)
# By hand: HYPOTHESIS_PROFILE=deep ./sagsgang test tests/reading/test_laws.py
settings.register_profile("deep", deadline=None, max_examples=5000)
usual = "repeatable" if os.environ.get("SAGSGANG_REQUIRE_ALL") == "1" else "anywhere"
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", usual))

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the checkout."""
    return ROOT


def absent(reason: str) -> None:
    """Skip what the machine cannot run; fail instead where everything is required to run."""
    if os.environ.get("SAGSGANG_REQUIRE_ALL") == "1":
        pytest.fail(f"{reason} (SAGSGANG_REQUIRE_ALL=1 kræver det)")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The browser on this machine, for Playwright's `executable_path`."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    absent("ingen Chromium på denne maskine")
    raise AssertionError


@pytest.fixture(scope="session")
def postgres_url() -> str:
    """A PostgreSQL server whose user may create databases, as postgresql://user:word@host:port/name."""
    url = os.environ.get("SAGSGANG_TEST_POSTGRES", "")
    if not url:
        absent("ingen PostgreSQL: SAGSGANG_TEST_POSTGRES er ikke sat")
    return url
