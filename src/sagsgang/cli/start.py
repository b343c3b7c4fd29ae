"""`sagsgang start`: the website on this machine and whoever does its jobs, the database made and
filled on first use.
"""

import importlib
import os
import signal
import socket
import sys
import threading
import time
from contextlib import suppress
from typing import Annotated, Any

import typer

from sagsgang.cli.database import open_database
from sagsgang.cli.language import _
from sagsgang.cli.output import complain
from sagsgang.cli.work import working_beside

ADDRESS = "127.0.0.1"
DEFAULT_PORT = 8000
PORTS_TRIED = 20
# Requests served at once: a few more than there are cores, because some of them wait for the disk.
THREADS = min(8, 2 * (os.cpu_count() or 1) + 1)
# Requests taken in and waiting for their turn; more wait at the door.
WAITING = 64
APPLICATION = "sagsgang.web.conf.wsgi:application"


class NoPort(Exception):
    """Every port that may be used is in use; its text says which."""


def start(
    port: Annotated[
        int | None,
        typer.Option(
            metavar=_("PORT"),
            min=1,
            max=65535,
            help=_("Port on this machine; {} unless it is taken.").format(DEFAULT_PORT),
            show_default=False,
        ),
    ] = None,
) -> None:
    # Found before the database is touched: a taken port should be said at once.
    try:
        chosen = port_to_use(port)
    except NoPort as error:
        print(f"sagsgang: {error}", file=sys.stderr)
        raise typer.Exit(2) from None
    if chosen != (port or DEFAULT_PORT):
        _say(_("Port {} is taken; using {}.").format(DEFAULT_PORT, chosen))
    # Mails link to where the website is.
    os.environ.setdefault("SAGSGANG_ADDRESS", f"http://{ADDRESS}:{chosen}")
    prepare_database()
    with working_beside():
        serve(chosen)
    _say(_("Stopped."))


def _say(text: str) -> None:
    print(text, flush=True)


def port_to_use(wanted: int | None) -> int:
    """The port asked for, or the first free one from the default on. Raises NoPort."""
    if wanted is not None:
        if not _is_free(wanted):
            raise NoPort(_("port {} is taken; choose another with --port").format(wanted))
        return wanted
    last = DEFAULT_PORT + PORTS_TRIED - 1
    for port in range(DEFAULT_PORT, last + 1):
        if _is_free(port):
            return port
    raise NoPort(_("ports {}–{} are taken; choose another with --port").format(DEFAULT_PORT, last))


def _is_free(port: int) -> bool:
    with socket.socket() as trial:
        # As the server does: a port whose last connections are still fading out is free.
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((ADDRESS, port))
        except OSError:
            return False
    return True


def prepare_database() -> None:
    """Bring the database up to this version; fill it with the example when it is empty."""
    from django.core.management import CommandError, call_command
    from django.db import connections

    _say(_("Preparing the database …"))
    open_database()
    try:
        call_command("load_example", verbosity=0)
    except CommandError as error:
        # The website is of use without its example.
        complain("sagsgang", str(error))
    from sagsgang.web.jobs.upkeep import database_look_after

    database_look_after()
    _index()
    # The server forks; a connection must not be shared by two processes.
    connections.close_all()


def _index() -> None:
    """Make the search index where it is missing, and write what it does not know yet."""
    from sagsgang.searching import IndexIsBeingWritten
    from sagsgang.web.archive.search_index import index_is_behind, index_update

    if index_is_behind():
        _say(_("Building the search index …"))
        # Whoever writes it now will finish it.
        with suppress(IndexIsBeingWritten):
            index_update()


def serve(port: int) -> None:
    """Serve until Ctrl-C, SIGTERM, or the terminal is closed."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    server = Granian(
        APPLICATION,
        address=ADDRESS,
        port=port,
        interface=Interfaces.WSGI,
        websockets=False,
        log_level=LogLevels.warning,
        blocking_threads=THREADS,
        backpressure=WAITING,
        workers_kill_timeout=5,
    )
    # The server would start anew; whoever closes the terminal is done.
    server.on_startup(lambda: signal.signal(signal.SIGHUP, server.signal_handler_interrupt))
    threading.Thread(target=_announce, args=(port,), daemon=True).start()
    server.serve(target_loader=_load)
    # Whoever stops the server twice has been heard the first time.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _load(target: str) -> Any:
    """The application, in the server's own process.

    That process leaves the terminal's group: Ctrl-C goes to the command alone, which then stops the
    server. Told twice, by the terminal and by the command, it sometimes does not stop at all.
    """
    os.setpgid(0, 0)
    module, _, name = target.partition(":")
    return getattr(importlib.import_module(module), name)


def _announce(port: int) -> None:
    """Print the address once it answers: whoever clicks on it should not be refused."""
    while True:
        try:
            socket.create_connection((ADDRESS, port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            break
    _say(_("Sagsgang runs at http://127.0.0.1:{}/ – stop with Ctrl-C.").format(port))
