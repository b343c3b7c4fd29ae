"""`sagsgang import` of a folder: side by side, resumable, and at the end what failed and why."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-P", "-m", "sagsgang.cli"]


@pytest.fixture
def run(data_folder):
    """Runs a command with an archive of its own; returns what it ended with."""
    env = {**os.environ, "SAGSGANG_DATA": str(data_folder), "PYTHONPATH": "src"}

    def run(*words):
        return subprocess.run(
            [*COMMAND, *map(str, words)], env=env, capture_output=True, text=True, check=False
        )

    return run


@pytest.fixture
def folder(tmp_path: Path, minutes: Path) -> Path:
    """Six meetings, and four files that are no minutes."""
    folder = tmp_path / "referater"
    (folder / "arkiv").mkdir(parents=True)
    text = minutes.read_text()
    for day in range(1, 7):
        (folder / f"{day}.txt").write_text(text.replace("3. marts", f"{day}. april"))
    for number in range(4):
        (folder / "arkiv" / f"brev-{number}.txt").write_text(f"Kære nabo {number}\n")
    return folder


def test_a_folder_is_read_side_by_side_and_what_failed_is_told_by_reason(run, folder):
    first = run("import", folder, "--kommune", "Ny Kommune")
    assert first.returncode == 2
    assert first.stdout.splitlines() == [
        "4 kunne ikke læses: ingen dagsordenspunkter fundet "
        f"({folder}/arkiv/brev-0.txt, {folder}/arkiv/brev-1.txt, {folder}/arkiv/brev-2.txt …)",
        "6 indlæst, 0 erstattet, 0 fandtes i forvejen, 4 kunne ikke læses",
    ]
    assert len(first.stderr.splitlines()) == 4
    (folder / "7.txt").write_text((folder / "6.txt").read_text().replace("6. april", "7. april"))
    again = run("import", folder / "7.txt", *sorted(folder.glob("[1-6].txt")))
    assert again.returncode == 0
    assert again.stdout == "1 indlæst, 0 erstattet, 6 fandtes i forvejen, 0 kunne ikke læses\n"
    # The index was kept up with both, and can be made anew.
    indexed = run("reindex")
    assert indexed.returncode == 0
    assert indexed.stdout == "14 punkter kan findes\n"


def test_larger_files_than_allowed_are_refused_here_too(run, minutes):
    done = run("import", minutes, "--max-size", "10")
    assert done.returncode == 2
    assert "0 indlæst" in done.stdout
    assert len(done.stderr.splitlines()) == 1


def test_a_personal_number_keeps_a_file_out_and_the_others_go_on(run, minutes, tmp_path):
    folder = tmp_path / "referater"
    folder.mkdir()
    text = minutes.read_text()
    (folder / "med.txt").write_text(text + "\nEjerens personnummer er 070761-4285.\n")
    (folder / "uden.txt").write_text(text.replace("3. marts", "4. april"))
    done = run("import", folder)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "med.txt" in line
    assert "ikke lagt i arkivet" in line
    assert "personnummer (P01)" in line
    assert "070761-4285" not in line
    assert done.stdout.splitlines() == [
        "1 indlæst, 0 erstattet, 0 fandtes i forvejen, 0 kunne ikke læses",
        "1 måtte ikke lægges i arkivet",
    ]
