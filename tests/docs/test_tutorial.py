"""The tutorial's commands do what it says, in the order in which they stand there."""

import json
import os
import re
import subprocess

import pytest

TUTORIAL = "docs/tutorial/read-your-own-minutes.md"
#: How the commands end that do not end with 0, as the text around them says.
ENDS = {"./sagsgang check referat.txt": 1, "check --summary": 2, "--all": 1}


@pytest.fixture(scope="module")
def commands(root) -> list[str]:
    blocks = re.findall(r"^```sh\n(.*?)^```$", (root / TUTORIAL).read_text(), re.M | re.S)
    return [line for block in blocks for line in block.splitlines() if line.strip()]


@pytest.fixture(scope="module")
def ran(root, commands, tmp_path_factory) -> dict[str, subprocess.CompletedProcess[str]]:
    """Every command, run in a folder where the checkout's files are to be seen."""
    folder = tmp_path_factory.mktemp("tutorial")
    (folder / "sagsgang").symlink_to(root / "sagsgang")
    (folder / "src").symlink_to(root / "src")
    env = {**os.environ, "SAGSGANG_DATA": str(folder / "data")}
    return {
        line: subprocess.run(
            line, shell=True, cwd=folder, env=env, capture_output=True, text=True, check=False
        )
        for line in commands
    } | {"folder": folder}


def test_every_command_ends_as_the_text_says(commands, ran):
    wanted = {
        line: next((code for part, code in ENDS.items() if part in line), 0) for line in commands
    }
    assert {line: ran[line].returncode for line in commands} == wanted
    assert not [line for line in commands if "Traceback" in ran[line].stderr]


def test_the_minutes_are_read(ran):
    document = json.loads((ran["folder"] / "laest" / "referat.json").read_text())
    assert document["body"] == "Arbejdsmarkedsudvalget"
    assert len(document["items"]) > 10


def test_what_is_shown_is_what_is_printed(root, ran):
    printed = ran["./sagsgang check referat.txt"].stdout
    shown = re.findall(r"^```text\n(.*?)^```$", (root / TUTORIAL).read_text(), re.M | re.S)
    assert shown
    assert [text for text in shown if text not in printed] == []


def test_the_summary_has_its_table_and_its_one_line(ran):
    (line,) = [line for line in ran if "--summary" in line]
    assert "F01" in ran[line].stdout
    assert len(ran[line].stderr.splitlines()) == 1
