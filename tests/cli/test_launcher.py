"""`./sagsgang` finds a Python that will do, and says so in Danish when there is none."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

USED = ("readlink", "dirname", "cksum", "cat", "echo")


@pytest.fixture
def tools(tmp_path) -> Path:
    """A folder with the few programs that the launcher calls, and no Python."""
    folder = tmp_path / "tools"
    folder.mkdir()
    for name in USED:
        (folder / name).symlink_to(shutil.which(name))
    return folder


@pytest.fixture
def launch(root, tmp_path, tools):
    checkout = tmp_path / "check out"
    for name in ("sagsgang", "package-lock.json", "requirements", "src/sagsgang/cli/setup.py"):
        (checkout / name).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (root / name).is_dir() else shutil.copy2
        copy(root / name, checkout / name)

    def run() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["/bin/sh", checkout / "sagsgang", "--version"],
            env={"PATH": str(tools), "HOME": ""},
            capture_output=True,
            text=True,
        )

    return run


def python(tools: Path, name: str, script: str) -> None:
    (tools / name).write_text(f"#!/bin/sh\n{script}\n")
    (tools / name).chmod(0o755)


def test_without_python_it_says_what_is_missing(launch):
    done = launch()
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "sagsgang: finder ikke python3. Installér Python 3.11 eller nyere.\n"


def test_an_old_python_is_named(launch, tools):
    python(tools, "python3", '[ "$1" != --version ] || echo Python 3.9.2; exit 1')
    done = launch()
    assert done.returncode == 2
    assert done.stderr == "sagsgang: kræver Python 3.11 eller nyere; python3 er Python 3.9.2.\n"


def test_a_missing_venv_module_is_named(launch, tools):
    python(tools, "python3", 'case "$2" in *venv*) exit 1;; esac; exit 0')
    done = launch()
    assert done.returncode == 2
    assert "python3 mangler modulet venv" in done.stderr


def test_a_newer_python_under_another_name_is_taken(launch, tools):
    python(tools, "python3", "exit 1")
    # It plays the set-up: fails with a code of its own, so that we see it was asked.
    python(tools, "python3.12", 'case "$*" in *setup.py*) exit 7;; esac; exit 0')
    assert launch().returncode == 7


def test_the_launcher_calls_only_what_a_bare_machine_has(root):
    """Besides the shell's own words, every program it names is in coreutils or is Python."""
    text = (root / "sagsgang").read_text()
    for name in ("sed", "grep", "awk", "find", "git", "which", "realpath", "tr"):
        assert f" {name} " not in text
    assert text.startswith("#!/bin/sh\n")


def test_a_link_to_it_works_from_anywhere(root, tmp_path):
    (tmp_path / "sg").symlink_to(root / "sagsgang")
    done = subprocess.run([tmp_path / "sg", "--version"], cwd=tmp_path, capture_output=True)
    assert done.returncode == 0
    assert done.stdout.startswith(b"sagsgang ")


def test_modules_of_the_folder_one_stands_in_are_not_imported(root, tmp_path):
    (tmp_path / "typer.py").write_text("raise SystemExit(9)")
    (tmp_path / "json.py").write_text("raise SystemExit(9)")
    done = subprocess.run([root / "sagsgang", "schema"], cwd=tmp_path, capture_output=True)
    assert done.returncode == 0
    assert sys.version_info >= (3, 11)
