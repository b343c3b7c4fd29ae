"""A browser, and the website as it is served: its own process, its own data folder, real server."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests.conftest import built_once, environment_of, run_commands

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
#: Signs every account in and says who has which session.
SIGN_IN_ALL = """
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from sagsgang.web.accounts.models import User
keys = {}
for user in User.objects.filter(is_active=True):
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    keys[user.name] = session.session_key
"""


@contextmanager
def served(
    folder: Path, *commands: str, database: str = "", has_worker: bool = False
) -> Iterator[str]:
    """The address of a website on this machine that keeps its data in `folder`, or in the
    PostgreSQL that `database` names; with a worker the jobs are done as well.
    """
    run_commands(folder, database, "migrate", *commands)
    with _serving(folder, database, has_worker=has_worker) as address:
        yield address


@contextmanager
def _serving(folder: Path, database: str = "", *, has_worker: bool = False) -> Iterator[str]:
    environment = environment_of(folder, database)
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


@contextmanager
def served_copy(built: Path, folder: Path, *, has_worker: bool = False) -> Iterator[str]:
    """As `served`, with a copy of what was built in another folder."""
    shutil.copytree(built, folder, dirs_exist_ok=True)
    with _serving(folder, has_worker=has_worker) as address:
        yield address


def stop(process: subprocess.Popen) -> None:
    process.terminate()
    process.wait(timeout=20)


def wait_for(port: int, server: subprocess.Popen, log: Path) -> None:
    """Return when the server answers; fail with its own words when it does not."""
    for _ in range(600):
        if server.poll() is not None:
            break
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail(f"the server did not start:\n{log.read_text()}")


@pytest.fixture(scope="session")
def example_folder(tmp_path_factory: pytest.TempPathFactory, empty_folder: Path) -> Path:
    """The data folder of the example municipality, built once for the whole run and only copied.
    By hand, SAGSGANG_TEST_EXAMPLE may name one that was built before.
    """
    if built := os.environ.get("SAGSGANG_TEST_EXAMPLE"):
        return Path(built)

    def build(folder: Path) -> None:
        shutil.copytree(empty_folder, folder, dirs_exist_ok=True)
        run_commands(folder, "", "load_example")

    return built_once(tmp_path_factory, "example_built", build)


@pytest.fixture(scope="session")
def example_site(
    tmp_path_factory: pytest.TempPathFactory, chromium_path: str, example_folder: Path
) -> Iterator[str]:
    """The website with the example municipality; tests only read it."""
    with served_copy(example_folder, tmp_path_factory.mktemp("example")) as address:
        yield address


class Site(str):
    """The address of a website, which also knows where its data are."""

    folder: Path
    database: str = ""

    @cached_property
    def sessions(self) -> dict[str, str]:
        """A session for each account, by the person's name."""
        script = f"import json, django\ndjango.setup(){SIGN_IN_ALL}print(json.dumps(keys))"
        program = [sys.executable, "-c", script]
        done = subprocess.run(
            program,
            env=environment_of(self.folder, self.database),
            check=True,
            capture_output=True,
            text=True,
        )
        return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def own_site(
    tmp_path_factory: pytest.TempPathFactory, chromium_path: str, example_folder: Path
) -> Iterator[Site]:
    """The website with an example municipality of the file's own, where its tests may write."""
    folder = tmp_path_factory.mktemp("own")
    with served_copy(example_folder, folder) as address:
        site = Site(address)
        site.folder = folder
        yield site


@pytest.fixture
def empty_site(tmp_path: Path, chromium_path: str, empty_folder: Path) -> Iterator[str]:
    """A website where nothing was ever read in."""
    with served_copy(empty_folder, tmp_path) as address:
        yield address


@contextmanager
def on_postgres(
    server_url: str, folder: Path, *commands: str, has_worker: bool = False
) -> Iterator[Site]:
    """As `served`, with its rows in a database of its own on a PostgreSQL server."""
    name = f"journey_{uuid4().hex}"
    database = urlunsplit(urlsplit(server_url)._replace(path=f"/{name}"))
    with psycopg.connect(server_url, autocommit=True) as server:
        server.execute(f"create database {name}")
        try:
            with served(folder, *commands, database=database, has_worker=has_worker) as address:
                site = Site(address)
                site.folder, site.database = folder, database
                yield site
        finally:
            server.execute(f"drop database {name} with (force)")


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


def as_role(page: Page, role: str) -> Page:
    """Be the example's `sagsbehandler`, `leder`, … from now on; the page shows her first page."""
    parts = urlsplit(page.url)
    page.goto(f"{parts.scheme}://{parts.netloc}/")
    with page.expect_navigation():
        page.locator(f'.try-roles button[name="role"][value="{role}"]').click()
    return page


def as_person(page: Page, site: Site, name: str) -> Page:
    """Be the person of that name from now on: for whom "Prøv som …" has no button."""
    page.context.clear_cookies()
    page.context.add_cookies([{"name": "sessionid", "value": site.sessions[name], "url": site}])
    page.goto(f"{site}/arbejde/")
    return page
