"""The how-to guides do what they say: each block of commands is run, in the order of the page."""

import os
import re
import subprocess

import pytest

PAGE = "docs/howto/check-tomorrows-agenda.md"
#: How the blocks end, in order; None where the text says nothing of it.
ENDS = [0, 1, 0, 0, 0, 0, 0]


@pytest.fixture(scope="module")
def page(root) -> str:
    return (root / PAGE).read_text()


@pytest.fixture(scope="module")
def ran(root, page, tmp_path_factory) -> list[subprocess.CompletedProcess[str]]:
    """Every block, run in one folder where the command is to be seen."""
    folder = tmp_path_factory.mktemp("howto")
    (folder / "sagsgang").symlink_to(root / "sagsgang")
    env = {**os.environ, "SAGSGANG_DATA": str(folder / "data"), "COLUMNS": "100"}
    return [
        subprocess.run(
            block, shell=True, cwd=folder, env=env, capture_output=True, text=True, check=False
        )
        for block in re.findall(r"^```sh\n(.*?)^```$", page, re.M | re.S)
    ]


def test_every_block_ends_as_the_page_says(ran):
    assert [each.returncode for each in ran] == ENDS
    assert not [each.stderr for each in ran if "Traceback" in each.stderr]


def test_what_is_shown_is_what_is_printed(page, ran):
    printed = "".join(each.stdout for each in ran)
    shown = re.findall(r"^```text\n(.*?)^```$", page, re.M | re.S)
    assert len(shown) >= 5
    assert [text for text in shown if text.strip("\n") not in printed] == []


def test_what_was_known_is_silent(ran):
    first, second = ran[-1].stdout.split("dagsorden.md – ")[1:]
    assert "  ! F01" in first
    assert "Kendt fra før (baseline)" in second
    assert "kendt fra nu af" in ran[-1].stderr
