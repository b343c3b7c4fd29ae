"""However nasty a file, it is read or refused with one clear line, and costs little."""

import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from tests.nasty.make import FILES, make_all
from tests.nasty.nasty_file import EITHER, READ

LONGEST_LINE = 200
#: What the command is given: some of each format, refused for reasons of its own.
FOR_THE_COMMAND = (
    "docx-bomb", "docx-billion-laughs", "docx-with-password", "odt-bomb", "html-deep", "json-deep",
    "bytes-of-a-program", "pdf-10000-pages", "pdf-with-password", "pdf-pages-in-a-loop",
)  # fmt: skip


def run(module: str, *words: str, root: Path) -> subprocess.CompletedProcess[str]:
    words = (sys.executable, "-X", "utf8", "-m", module, *words)
    # The tests are found by name even where Python is told not to look in its folder.
    env = {**os.environ, "PYTHONPATH": str(root)}
    return subprocess.run(words, cwd=root, env=env, capture_output=True, text=True, timeout=600)


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("nasty")
    make_all(folder)
    return folder


@pytest.fixture(scope="session")
def ends(corpus: Path, root: Path) -> dict[str, dict[str, Any]]:
    """How reading each file ended, by its title."""
    files = sorted(map(str, corpus.iterdir()))
    halves = (files[0::2], files[1::2])
    found: dict[str, dict[str, Any]] = {}
    with ThreadPoolExecutor(len(halves)) as pool:
        for done in pool.map(lambda half: run("tests.nasty.read_each", *half, root=root), halves):
            assert done.returncode == 0, done.stderr
            found |= {end["title"]: end for end in map(json.loads, done.stdout.splitlines())}
    return found


@pytest.mark.parametrize("title", FILES)
def test_read_or_refused_with_one_line(title: str, ends: dict[str, dict[str, Any]]) -> None:
    end, wanted = ends[title], FILES[title].ends
    assert "died" not in end, end["died"]
    if "items" in end:
        assert wanted in (READ, EITHER), f"læst med {end['items']} punkter"
        assert end["items"]
        return
    assert wanted != READ, end["line"]
    assert 0 < len(end["line"]) <= LONGEST_LINE
    assert end["line"].isprintable()
    assert wanted == EITHER or re.search(wanted, end["line"], re.IGNORECASE), end["line"]


def test_the_corpus_is_the_same_each_time() -> None:
    for title in ("docx-bomb-nested", "odt-endless-cells", "json-scripts", "pdf-forms-double"):
        assert FILES[title].make() == FILES[title].make()


def test_the_command_refuses_each_with_one_line(corpus: Path, root: Path) -> None:
    done = run("sagsgang.cli", "read", *(str(corpus / t) for t in FOR_THE_COMMAND), root=root)
    assert done.returncode == 2
    assert done.stdout == ""
    said = done.stderr.splitlines()
    assert [Path(line.partition(": ")[0]).name for line in said] == list(FOR_THE_COMMAND)
