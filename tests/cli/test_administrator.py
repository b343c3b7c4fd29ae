"""The first administrator is made by a command, and chooses her password by a link."""

import os
import re
import subprocess
import sys

import pytest


@pytest.fixture
def run(data_folder):
    """Runs the command on a database of its own."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("SAGSGANG_")}
    env |= {
        "SAGSGANG_DATA": str(data_folder),
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "DJANGO_SETTINGS_MODULE": "sagsgang.web.conf.settings",
        "PYTHONUTF8": "1",
    }
    env.pop("DATABASE_URL", None)

    def _run(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "sagsgang.cli", *arguments]
        return subprocess.run(command, env=env | more, capture_output=True, text=True, timeout=120)

    return _run


def test_she_is_made_once_and_gets_a_link_each_time(run):
    first = run("administrator", "Ida@ny.example", "--name", "Ida Lund")
    assert first.returncode == 0, first.stderr
    assert "Ida Lund er nu administrator." in first.stderr
    link = r"http://localhost:8000/konto/adgangskode/ny/\S+-\S+/\n"
    assert re.fullmatch(link, first.stdout)
    hosted = {"SAGSGANG_HOSTS": "sager.example", "SAGSGANG_HTTPS": "1"}
    again = run("administrator", "ida@ny.example", **hosted)
    assert again.returncode == 0
    assert "Ida Lund er allerede administrator; her er et nyt link." in again.stderr
    assert again.stdout.startswith("https://sager.example/konto/adgangskode/ny/")
    nameless = run("administrator", "x@ny.example")
    assert (nameless.returncode, nameless.stdout) == (2, "")
    assert "administrator: Skriv navnet." in nameless.stderr
