"""A browser, and the website as it is served: its own process, its own data folder, real server."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

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
def served(folder: Path, *commands: str) -> Iterator[str]:
    """The address of a website on this machine that keeps its data in `folder`."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("SAGSGANG_")},
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
        try:
            wait_for(port, server, folder / "server.log")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


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
