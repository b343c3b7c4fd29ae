"""A browser, and the website as it is served: its own process, its own data folder, real server."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP = {"width": 1280, "height": 900}


@contextmanager
def served(
    folder: Path, *commands: str, database: str = "", has_worker: bool = False
) -> Iterator[str]:
    """The address of a website on this machine that keeps its data in `folder`, or in the
    PostgreSQL that `database` names; with a worker the jobs are done as well.
    """
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("SAGSGANG_")},
        "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "sagsgang.web.conf.settings",
        "SAGSGANG_DATA": str(folder),
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "PYTHONUTF8": "1",
    }
    for command in ("migrate", *commands):
        subprocess.run(
            [sys.executable, "-m", "django", command, "--verbosity=0"], env=environment, check=True
        )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = "sagsgang.web.conf.wsgi:application"
    options = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--no-ws"]
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "granian", *options, program],
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        with ExitStack() as stopped:
            stopped.callback(stop, server)
            wait_for(port, server, folder / "server.log")
            if has_worker:
                work = [sys.executable, "-m", "sagsgang.cli", "work"]
                worker = subprocess.Popen(
                    work, env=environment, stdout=log, stderr=subprocess.STDOUT
                )
                stopped.callback(stop, worker)
            yield f"http://127.0.0.1:{port}"


def stop(process: subprocess.Popen) -> None:
    process.terminate()
    process.wait(timeout=20)


def wait_for(port: int, server: subprocess.Popen, log: Path) -> None:
    """Return when the server answers; fail with its own words when it does not."""
    for _ in range(200):
        if server.poll() is not None:
            break
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail(f"the server did not start:\n{log.read_text()}")


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory, chromium_path: str) -> Iterator[str]:
    """The website with the example municipality; tests only read it."""
    with served(tmp_path_factory.mktemp("example"), "load_example") as address:
        yield address


@pytest.fixture
def empty_site(tmp_path: Path, chromium_path: str) -> Iterator[str]:
    """A website where nothing was ever read in."""
    with served(tmp_path) as address:
        yield address


Served = Callable[..., AbstractContextManager[str]]


@pytest.fixture
def served_on_postgres(postgres_url: str, chromium_path: str) -> Served:
    """As `served`, on a PostgreSQL database of its own: `with served_on_postgres(folder) as …`."""

    @contextmanager
    def _served(folder: Path, *commands: str, has_worker: bool = False) -> Iterator[str]:
        name = f"journey_{uuid4().hex}"
        parts = urlsplit(postgres_url)
        address = urlunsplit(parts._replace(path=f"/{name}"))
        with psycopg.connect(postgres_url, autocommit=True) as server:
            server.execute(f"create database {name}")
            try:
                with served(folder, *commands, database=address, has_worker=has_worker) as site:
                    yield site
            finally:
                server.execute(f"drop database {name} with (force)")

    return _served


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    """One browser for the whole run."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a window of its own: `open_page(address, viewport=…, java_script_enabled=False)`.

    `watch` is a list that takes the addresses the page asks for and what the browser complains of.
    """
    contexts: list[BrowserContext] = []

    def _open(address: str, watch: list[str] | None = None, **options: object) -> Page:
        contexts.append(browser.new_context(**{"viewport": DESKTOP, "locale": "da-DK", **options}))
        page = contexts[-1].new_page()
        if watch is not None:
            page.on("request", lambda request: watch.append(request.url))
            page.on("console", lambda message: watch.append(message.text))
        page.goto(address)
        return page

    yield _open
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def axe(root: Path) -> str:
    """The program of axe-core, to be run inside a page."""
    path = root / "node_modules/axe-core/axe.min.js"
    if not path.exists():
        pytest.fail("npm-pakken axe-core mangler: ./sagsgang test henter den")
    return path.read_text(encoding="utf-8")
