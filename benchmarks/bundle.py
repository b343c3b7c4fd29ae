"""How quick a whole bundle is checked: an agenda with 60 files, 1,500 pages and 40 workbooks.

    .venv/bin/python benchmarks/bundle.py [--write]

`check --bundle` is run as its own process, on two processors. Beside it, right before in the same
run, what reading the same files takes at the very least: the bare text of the pages as pypdfium2
gives it, and the parts of the other files unpacked; one process, and nothing is looked for. The
bundle is made by the tests' maker; `--write` puts the table into docs/topics/performance.md.
"""

import argparse
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

import pypdfium2  # noqa: E402
from tests.attachments.making.large import write_large  # noqa: E402

PAGE = ROOT / "docs" / "topics" / "performance.md"
_MARKED = re.compile(r"<!-- bundle -->.*?<!-- /bundle -->\n", re.DOTALL)
_PAUSE = 0.1
GOAL_SECONDS = 60
GOAL_MEMORY = 500

AGENDA = """\
Dagsorden
Økonomiudvalget den 3. marts 2025 kl. 15:00

Punkt 1: Budget
00.30.00-S00-1-25
Resumé
Budgettet fremlægges. Se bilagene.
Indstilling
Forvaltningen indstiller, at budgettet godkendes.
"""


class Measured(NamedTuple):
    """Seconds on the clock and of the processors, and the most bytes held at once."""

    wall: float
    busy: float
    memory: int


def bare(folder: Path) -> None:
    """The text of all pages, and the parts of all other files; nothing is kept."""
    for path in sorted(folder.rglob("*.*")):
        if path.suffix == ".pdf":
            with pypdfium2.PdfDocument(path) as document:
                for page in document:
                    page.get_textpage().get_text_range()
        elif zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    archive.read(name)


def of_process(command: list[str]) -> Measured:
    """A command and the processes it starts (memory on Linux only: shared pages count once)."""
    before = os.times()
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    most = 0
    while process.poll() is None:
        most = max(most, sum(_held(each) for each in _family(process.pid)))
        time.sleep(_PAUSE)
    wall = time.perf_counter() - began
    after = os.times()
    if process.returncode:
        raise SystemExit(f"{command} ended with {process.returncode}")
    busy = after.children_user + after.children_system
    return Measured(wall, busy - before.children_user - before.children_system, most)


def _family(root: int) -> set[int]:
    """A process and all below it."""
    parents: dict[int, int] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                stat = (folder / "stat").read_text()
            except OSError:  # it has ended meanwhile
                continue
            parents[int(folder.name)] = int(stat.rsplit(")", 1)[1].split()[1])
    found = {root}
    while more := {own for own, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def _held(process: int) -> int:
    try:
        told = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0
    match = re.search(r"^Pss:\s+(\d+) kB", told, re.MULTILINE)
    return int(match[1]) * 1024 if match else 0


def section() -> Iterator[str]:
    """The lines of the section."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_large(folder / "bilag")
        (folder / "dagsorden.md").write_text(AGENDA)
        load = os.getloadavg()[0]
        reference = of_process([sys.executable, __file__, "--bare", name])
        environment = [sys.executable, "-X", "utf8", "-m", "sagsgang.cli"]
        ours = of_process([*environment, "check", "--bundle", name])
    yield "## A bundle"
    yield ""
    yield (
        "`check --bundle` of an agenda with 60 attachments: 1,500 full pages of PDF with tables, "
        "40 workbooks of 40,000 cells, five documents of 2,000 paragraphs; every text, hidden or "
        "not, and every rule. Above it, run right before: the bare text of the pages as pypdfium2 "
        "gives it, and the other files unpacked, in one process."
    )
    yield ""
    yield "| | wall, s | processor, s | memory at most, MB |"
    yield "|---|---:|---:|---:|"
    for title, it in (("bare text and parts", reference), ("the whole check", ours)):
        yield f"| {title} | {it.wall:.1f} | {it.busy:.1f} | {it.memory / 1e6:.0f} |"
    yield ""
    yield (
        f"Goal: under {GOAL_SECONDS} seconds on two processors, and {GOAL_MEMORY} MB. This machine "
        f"has {os.cpu_count()}, with a load of {load:.1f} when the run began; the processor time "
        f"over two is {ours.busy / 2:.0f} s. Python {platform.python_version()}, "
        f"{platform.machine()}. By `benchmarks/bundle.py --write`."
    )


def write(lines: list[str]) -> None:
    """Puts the section into the page, in place of the one before."""
    body = "\n".join(("<!-- bundle -->", *lines, "<!-- /bundle -->", ""))
    page = PAGE.read_text("utf-8")
    if _MARKED.search(page):
        page = _MARKED.sub(lambda _: body, page)
    else:
        page = f"{page.rstrip()}\n\n{body}"
    PAGE.write_text(page, "utf-8")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="put the table into the page")
    parser.add_argument("--bare", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.bare is not None:
        bare(chosen.bare)
        return
    lines = []
    for line in section():
        print(line, flush=True)
        lines.append(line)
    if chosen.write:
        write(lines)


if __name__ == "__main__":
    main()
