"""Starts a copy of the checkout where there is nothing but sh, coreutils and Python, and stops it.

Fails when the set-up fails, the front page does not answer, or Ctrl-C does not end it cleanly.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INSTALLED_OR_MADE = (".git", ".venv", "node_modules", "build", "var", "*cache*")
SECONDS_TO_START = 600
SECONDS_TO_STOP = 20


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        checkout = scratch / "check out"  # a space, because folders have them
        shutil.copytree(ROOT, checkout, ignore=shutil.ignore_patterns(*INSTALLED_OR_MADE))
        (scratch / "home").mkdir()
        tools = bare_path(scratch / "tools")
        env = {**os.environ, "HOME": str(scratch / "home"), "PATH": str(tools)}
        start_and_stop(checkout, env)
        version_is_fast(checkout, env)


def bare_path(folder: Path) -> Path:
    """A folder with links to sh, coreutils and python3, and nothing else."""
    folder.mkdir()
    listed = subprocess.run(["dpkg", "-L", "coreutils"], capture_output=True, text=True, check=True)
    programs = [Path(line) for line in listed.stdout.splitlines() if "/bin/" in line]
    for program in [*programs, Path("/bin/sh")]:
        (folder / program.name).symlink_to(program.resolve())
    (folder / "python3").symlink_to(Path(sys.executable).resolve())
    return folder


def start_and_stop(checkout: Path, env: dict[str, str]) -> None:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    command = ["./sagsgang", "start", "--port", str(port)]
    started = time.monotonic()
    log = checkout.parent / "log"
    with log.open("w") as output:
        process = subprocess.Popen(
            command, cwd=checkout, env=env, stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
        try:
            page = front_page(process, f"http://127.0.0.1:{port}/", log)
            print(f"The front page answered after {time.monotonic() - started:.0f} s.")
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(SECONDS_TO_STOP)
            except subprocess.TimeoutExpired:
                process.kill()
    said = log.read_text()
    print(said)
    if "Sagsgang" not in page:
        sys.exit("The front page does not say Sagsgang.")
    if process.returncode != 0 or "Traceback" in said:
        sys.exit(f"Ctrl-C ended it with {process.returncode}.")


def front_page(process: subprocess.Popen[bytes], address: str, log: Path) -> str:
    # Asked directly: a proxy of the machine has no business on loopback.
    ask = urllib.request.build_opener(urllib.request.ProxyHandler({})).open
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with ask(address, timeout=30) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            sys.exit(f"{log.read_text()}\nThe front page answered {error.code}.")
        except OSError:
            time.sleep(0.5)
    sys.exit(f"{log.read_text()}\nThe front page did not answer.")


def version_is_fast(checkout: Path, env: dict[str, str]) -> None:
    took = []
    for _ in range(5):
        started = time.monotonic()
        subprocess.run(
            ["./sagsgang", "--version"], cwd=checkout, env=env, check=True, capture_output=True
        )
        took.append(time.monotonic() - started)
    print(f"A call starts in {min(took):.2f} s.")
    if min(took) > 0.5:
        sys.exit("Too slow.")


if __name__ == "__main__":
    main()
