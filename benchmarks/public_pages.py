"""Public pages under load: an item page a second on one core, with and without validators.

    python benchmarks/public_pages.py [--folder DATA] [--seconds 5] [--write]

Needs `wrk`. The server runs on one core, wrk on another, beside a bare Django page (twenty titles
of one table, none of our frame) in the same run. Goals on a quiet machine: an uncached item page
250 times a second, 1,000 with validators. Without `--folder` the example is built first.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from website import Website  # noqa: E402

PAGE = HERE.parent / "docs" / "topics" / "performance.md"
HEADING = "## Public pages"
BODY = "/offentlig/arbejdsmarkedsudvalget/"


@dataclass(frozen=True)
class Measured:
    """What wrk said of one address."""

    name: str
    rate: float
    slowest: str
    errors: int


def main() -> None:
    """Measure, print, and with `--write` put the table into the docs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, help="a data folder that holds the example")
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    if shutil.which("wrk") is None:
        sys.exit("wrk is not here: install it from your distribution's packages")
    with tempfile.TemporaryDirectory() as own:
        folder = Path(own)
        if given.folder is not None:
            shutil.copytree(given.folder, folder, dirs_exist_ok=True)
        site = Website(folder, application="measured_site:application", threads=1).migrate()
        if given.folder is None:
            site._run("-m", "django", "load_example")
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {cores[0]})
        site.start()
        os.sched_setaffinity(0, set(cores))
        try:
            rows = measure(f"http://127.0.0.1:{site.port}", cores[-1], given.seconds)
        finally:
            site.stop()
    table = as_table(rows)
    print(table)
    if given.write:
        write(table)


def measure(site: str, core: int, seconds: int) -> list[Measured]:
    """Every address in turn, the bare page first and last."""
    body = fetch(site + BODY)[0]
    meetings = re.findall(rf'href="({BODY}\d[^"]+/)"', body)
    whole = next(path for path in meetings if "Referat" in fetch(site + path)[0])
    items = re.findall(rf'href="({whole}punkt/[^"]+/)"', fetch(site + whole)[0])
    item = max(items, key=lambda path: len(fetch(site + path)[0]))
    etag = fetch(site + item)[1]
    known = ("-H", f"If-None-Match: {etag}")

    def one(name: str, path: str, *more: str) -> Measured:
        return wrk(name, site + path, core, seconds, *more)

    return [
        one("bare Django page", "/bare/"),
        one("item page, uncached", item),
        one("item page, validators", item, *known),
        one("whole minutes", whole),
        one("body", BODY),
        one("bare Django page again", "/bare/"),
    ]


def fetch(address: str) -> tuple[str, str]:
    """A page and its ETag."""
    with urllib.request.urlopen(address) as answer:
        return answer.read().decode(), answer.headers.get("ETag", "")


def wrk(name: str, address: str, core: int, seconds: int, *more: str) -> Measured:
    """Eight connections that ask again and again, after a second to warm up."""
    command = ["taskset", "-c", str(core), "wrk", "-t1", "-c8", "--latency", *more]
    subprocess.run([*command, "-d1s", address], capture_output=True, check=True)
    done = subprocess.run(
        [*command, f"-d{seconds}s", address], capture_output=True, check=True, text=True
    )
    rate = re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)
    slowest = re.search(r"99%\s+(\S+)", done.stdout)
    errors = re.search(r"Non-2xx or 3xx responses: (\d+)", done.stdout)
    assert rate is not None
    return Measured(
        name,
        float(rate[1]),
        slowest[1] if slowest else "",
        int(errors[1]) if errors else 0,
    )


def as_table(rows: list[Measured]) -> str:
    """Requests a second, and as a share of the bare page's."""
    bare = (rows[0].rate + rows[-1].rate) / 2
    lines = ["| page | requests a second | beside a bare page | slowest of 99 % | errors |"]
    lines.append("|---|---|---|---|---|")
    for row in rows:
        share = f"{row.rate / bare:.2f}"
        lines.append(f"| {row.name} | {row.rate:.0f} | {share} | {row.slowest} | {row.errors} |")
    return "\n".join(lines)


def write(table: str) -> None:
    """The table under its heading, in the place of the one before."""
    text = PAGE.read_text(encoding="utf-8")
    said = (
        f"{HEADING}\n\n`benchmarks/public_pages.py`: one worker with one thread on one core, wrk "
        f"with eight connections on another.\n\n{table}\n"
    )
    before, found, rest = text.partition(f"{HEADING}\n")
    if found:
        _old, mark, after = rest.partition("\n## ")
        text = before + said + (f"\n## {after}" if mark else "")
    else:
        text = text.rstrip("\n") + "\n\n" + said
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
