"""`sagsgang work` does what was left, stops when asked to, and never outlives `start`."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

PYTHON = [sys.executable, "-P", "-X", "utf8"]
COMMAND = [*PYTHON, "-m", "sagsgang.cli"]
LEAVE = """
import django
django.setup()
from django.core.mail import EmailMessage
EmailMessage("Emne", "Tekst", "sagsgang@ny.example", ["anja@ny.example"]).send()
"""
BESIDE = """
import time
from sagsgang.cli.work import working_beside
with working_beside() as process:
    print(process.pid, flush=True)
    time.sleep(60)
"""


@pytest.fixture(scope="module")
def prepared(tmp_path_factory, empty_folder) -> dict[str, str]:
    """The environment of an installation where one mail waits."""
    folder = shutil.copytree(empty_folder, tmp_path_factory.mktemp("left") / "data")
    env = {
        **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        "SAGSGANG_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "sagsgang.web.conf.settings",
    }
    subprocess.run([*PYTHON, "-c", LEAVE], env=env, check=True)
    return env


def mails(env: dict[str, str]) -> int:
    path = Path(env["SAGSGANG_DATA"]) / "sagsgang.sqlite3"
    with closing(sqlite3.connect(path)) as database:
        return database.execute("select count(*) from jobs_mail").fetchone()[0]


def wait_until(holds) -> None:
    for _ in range(300):
        if holds():
            return
        time.sleep(0.1)
    pytest.fail("it never came to pass")


def test_what_is_due_is_done_once(prepared):
    assert mails(prepared) == 0
    for _ in range(2):
        done = subprocess.run(
            [*COMMAND, "work", "--once"], env=prepared, capture_output=True, text=True
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert mails(prepared) == 1


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_it_works_until_it_is_stopped(prepared, stop):
    process = subprocess.Popen(
        [*COMMAND, "work"],
        env=prepared,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert "Ctrl-C" in process.stdout.readline()
        process.send_signal(stop)
        out, err = process.communicate(timeout=20)
    finally:
        process.kill()
        process.wait()
    assert (process.returncode, out, err) == (0, "Stoppet.\n", "")


def test_the_worker_beside_the_website_ends_with_it_even_when_that_is_killed(prepared):
    website = subprocess.Popen([*PYTHON, "-c", BESIDE], env=prepared, stdout=subprocess.PIPE)
    try:
        worker = int(website.stdout.readline())
        assert is_alive(worker)
    finally:
        website.kill()
        website.wait()
        website.stdout.close()
    wait_until(lambda: not is_alive(worker))


def is_alive(process: int) -> bool:
    """Whether it runs; one that ended and that nobody has asked about does not."""
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"
