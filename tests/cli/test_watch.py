"""`check --watch`: it waits, checks again what has changed, and ends in order."""

import os
import queue
import signal
import subprocess
import sys
import threading

import pytest
from tests.cli.test_bundle import AGENDA, secret
from tests.cli.test_check import WRONG_SUM

SECONDS = 60


def listen_to_ctrl_c() -> None:
    """Whoever runs the tests in the background is deaf to it, and so are those she starts."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


class Watching:
    """The command, running; what it prints is read as it comes."""

    def __init__(self, root, *words) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "sagsgang.cli", "check", "--watch", *map(str, words)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, "PYTHONPATH": str(root / "src")},
            preexec_fn=listen_to_ctrl_c,
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in self.process.stdout:
            self._lines.put(line)

    def until(self, word: str) -> str:
        """All lines up to the first that holds the word."""
        found = ""
        while word not in found:
            found += self._lines.get(timeout=SECONDS)
        return found

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=SECONDS)


@pytest.fixture
def watching(root):
    started = []

    def start(*words) -> Watching:
        started.append(Watching(root, *words))
        return started[-1]

    yield start
    for each in started:
        each.process.kill()
        each.process.wait()
        each.process.stdout.close()


def test_what_changes_is_checked_again_alone_and_ctrl_c_is_no_mistake(watching, tmp_path):
    document, other = tmp_path / "referat.md", tmp_path / "andet.md"
    document.write_text(WRONG_SUM)
    other.write_text(AGENDA)
    watched = watching(tmp_path)
    assert "F01" in watched.until("Venter på ændringer")
    document.write_text(WRONG_SUM.replace("7.500", "7.600"))
    again = watched.until("Ingen fund.")
    assert "── " in again
    assert "referat.md ──" in again
    assert "andet.md" not in again
    (tmp_path / "nyt.md").write_text(WRONG_SUM)
    assert "F01" in watched.until("Sikkerhed")
    assert watched.stop() == 0
    assert "Stoppet." in watched.until("Stoppet.")


def test_the_settings_change_all_and_a_mistake_in_them_is_waited_for(watching, tmp_path):
    (tmp_path / "referat.md").write_text(WRONG_SUM)
    watched = watching(tmp_path)
    watched.until("Venter på ændringer")
    (tmp_path / "sagsgang.toml").write_text("[checks")
    watched.until("er ikke gyldig TOML")
    (tmp_path / "sagsgang.toml").write_text('[checks]\noff = ["F"]')
    assert "Ingen fund." in watched.until("Slået fra")
    assert watched.stop() == 0


def test_a_bundle_is_checked_again_as_one(watching, tmp_path):
    (tmp_path / "dagsorden.md").write_text(AGENDA)
    (tmp_path / "notat.txt").write_text("Et notat.\n")
    watched = watching("--bundle", tmp_path)
    watched.until("Venter på ændringer")
    (tmp_path / "notat.txt").write_text(f"Borgeren har {secret(4)}\n")
    assert "P01" in watched.until("Forslag")
    assert watched.stop() == 0


@pytest.mark.parametrize(
    "words", [["--format", "json"], ["--baseline", "k.json", "--update-baseline"]]
)
def test_what_does_not_go_with_it_is_refused(sagsgang, minutes, words):
    ended = sagsgang("check", "--watch", *words, minutes)
    assert (ended.code, ended.out) == (2, "")
