"""How quick attachments are read: a bundle of 60 files, 1,500 pages and 40 workbooks.

    .venv/bin/python benchmarks/attachments.py [--write]

The bundle is made by the tests' maker; `--write` puts the table into docs/topics/performance.md.
"""

import argparse
import re
import resource
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.attachments.making.large import write_large  # noqa: E402

from sagsgang.reading.attachments import read_attachments  # noqa: E402

PAGE = ROOT / "docs" / "topics" / "performance.md"
_MARKED = re.compile(r"<!-- attachments -->.*?<!-- /attachments -->\n", re.S)
_PAGE_SIZE = resource.getpagesize()
_PAUSE = 0.1


def resident() -> int:
    """Bytes that this process and those it started hold in memory (Linux only)."""
    own = threading.main_thread().native_id
    held = 0
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            parent = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
            if own in (int(folder.name), parent):
                held += int((folder / "statm").read_text().split()[1]) * _PAGE_SIZE
        except (OSError, IndexError, ValueError):
            continue
    return held


def section() -> Iterator[str]:
    """The lines of the section."""
    with tempfile.TemporaryDirectory() as folder:
        paths = write_large(Path(folder))
        most = 0
        finished = threading.Event()

        def watch() -> None:
            nonlocal most
            while not finished.wait(_PAUSE):
                most = max(most, resident())

        watcher = threading.Thread(target=watch)
        watcher.start()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        began = time.perf_counter()
        read = read_attachments(paths, workers=2)
        wall = time.perf_counter() - began
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        finished.set()
        watcher.join()
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    characters = sum(len(fragment.text) for each in read for fragment in each.fragments)
    yield "## Attachments"
    yield ""
    yield (
        "A bundle made by the tests: 1,500 full pages of PDF with tables, 40 workbooks of 40,000 "
        "cells, five documents of 2,000 paragraphs; all text, hidden or not, and all tables; in "
        "two processes. Goal for the whole check: under a minute and 500 MB."
    )
    yield ""
    yield "| files | text, million characters | wall, s | processor, s | memory at most, MB |"
    yield "|---:|---:|---:|---:|---:|"
    yield f"| {len(read)} | {characters / 1e6:.1f} | {wall:.0f} | {busy:.0f} | {most / 1e6:.0f} |"


def write(lines: list[str]) -> None:
    """Puts the section into the page, in place of the one before."""
    body = "\n".join(("<!-- attachments -->", *lines, "<!-- /attachments -->", ""))
    page = PAGE.read_text("utf-8")
    if _MARKED.search(page):
        page = _MARKED.sub(lambda _: body, page)
    else:
        page = f"{page.rstrip()}\n\n{body}"
    PAGE.write_text(page, "utf-8")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the table into the page")
    lines = list(section())
    print("\n".join(lines))
    if parser.parse_args().write:
        write(lines)


if __name__ == "__main__":
    main()
