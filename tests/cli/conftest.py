"""The commands, run in this process: what they printed, what they complained of, how they ended."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from sagsgang.cli import language
from sagsgang.cli.main import main


@dataclass(frozen=True)
class Ended:
    """How a command ended; `out` and `err` are what it printed on the two streams."""

    code: int
    out: str
    err: str


@pytest.fixture
def sagsgang(capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Ended]:
    def run(*words: str | Path) -> Ended:
        language.speak("da")
        code = main([str(word) for word in words])
        out, err = capfdbinary.readouterr()
        return Ended(code, out.decode(), err.decode())

    return run


MINUTES = """\
Referat
Socialudvalget den 3. marts 2025 kl. 15:00

Punkt 1: Nye åbningstider
27.00.00-G01-1-25
Resumé
Borgerservice foreslår nye åbningstider.
Indstilling
Forvaltningen indstiller, at forslaget godkendes.
Beslutning
Godkendt.

Punkt 2: Eventuelt
Beslutning
Intet.
"""


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    """A file of small minutes with two items."""
    path = tmp_path / "møde.txt"
    path.write_text(MINUTES)
    return path


@pytest.fixture
def nonsense(tmp_path: Path) -> Path:
    """A file that nobody can read as minutes."""
    path = tmp_path / "støj.txt"
    path.write_bytes(bytes(range(256)) * 8)
    return path
