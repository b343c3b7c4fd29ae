"""Measures reading: how much text a second on one core, and how much memory.

Claims: at least 4 MB of text a second; less than 200 MB of memory a document; no growth over 10,000
documents; a text of 60 MB is refused, and read when it is asked for. Beside our rate stands, from
the same run, that of splitting the same text into lines, looking for headings with one pattern, and
joining it again: what Python needs at the least. Documents are the example's, varied and enlarged
so that no two share their lines, and those of `--folder`. `--write` puts the tables into
docs/topics/performance.md.
"""

import argparse
import json
import platform
import re
import resource
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from reading_corpus import copies, enlarged, examples, varied

from sagsgang.reading import Unreadable, read
from sagsgang.reference.headings import heading_words

PAGE = Path(__file__).parents[1] / "docs" / "topics" / "performance.md"
_MARKED = re.compile(r"<!-- reading -->.*<!-- /reading -->\n?", re.DOTALL)
_GOAL_RATE, _GOAL_MEMORY = 4.0, 200
_ROUNDS = 3
_COPIES = 8
_LARGE = 60_000_000
_WIDTH = 150
_HEADINGS = re.compile(
    rf"^[ #*]*(?:{'|'.join(sorted(heading_words(), key=len, reverse=True))})[ :*]*$", re.I | re.M
)

Documents = list[tuple[str, bytes]]


def rate_of_reading(documents: Documents) -> float:
    """MB of text a second of processor time."""
    started = time.process_time()
    size = sum(len(read(data, name).canonical.text.encode()) for name, data in documents)
    return size / (time.process_time() - started) / 1e6


def rate_of_scanning(documents: Documents) -> float:
    """The same of splitting the text, looking for headings, and joining it again."""
    started = time.process_time()
    for _, data in documents:
        text = data.decode()
        lines = [line.strip() for line in text.splitlines()]
        _HEADINGS.findall(text)
        "\n".join(lines)
    return sum(len(data) for _, data in documents) / (time.process_time() - started) / 1e6


def sets(folder: Path | None) -> Iterator[tuple[str, list[Documents]]]:
    """What is read: a name, and for each round documents that were not read before."""
    models = [(path.name, path.read_text("utf-8")) for path in examples()]
    for size in (None, 60_000, 1_000_000):
        wanted = models if size is None else [(name, enlarged(text, size)) for name, text in models]
        count = 1 if size == 1_000_000 else _COPIES
        rounds = [
            [
                (name, varied(text, round_ * count + copy).encode())
                for copy in range(count)
                for name, text in wanted
            ]
            for round_ in range(_ROUNDS)
        ]
        yield "the example" if size is None else f"enlarged to {size // 1000:,} kB", rounds
    if folder is not None:
        paths = sorted(path for path in folder.rglob("*") if path.suffix in (".txt", ".md"))
        yield folder.name, [[(path.name, path.read_bytes()) for path in paths]] * _ROUNDS


def measure_rates(folder: Path | None) -> Iterator[str]:
    """The table of rates."""
    yield "| documents | number | mean kB | MB/s | splitting and scanning alone, MB/s |"
    yield "|---|---:|---:|---:|---:|"
    for name, rounds in sets(folder):
        rate = max(rate_of_reading(documents) for documents in rounds)
        least = max(rate_of_scanning(documents) for documents in rounds)
        sizes = [len(data) for _, data in rounds[0]]
        mean = sum(sizes) / len(sizes) / 1000
        yield f"| {name} | {len(sizes)} | {mean:.1f} | {rate:.2f} | {least:.0f} |"


def measure_memory(count: int) -> Iterator[str]:
    """The table of memory: what one document takes at most, and whether many take more."""
    with tempfile.TemporaryDirectory() as folder:
        models = [(path.name, path.read_text("utf-8")) for path in examples()]
        name, text = max(models, key=lambda model: len(model[1]))
        files = []
        for size in (len(text.encode()), 1_000_000, 10_000_000, _LARGE):
            files.append(Path(folder) / f"{size}-{name}")
            files[-1].write_text(enlarged(text, size), "utf-8")
        yield "| document | items | MB/s | memory at most, MB |"
        yield "|---|---:|---:|---:|"
        yield f"| none, the program alone | | | {child('nothing')['peak']:.0f} |"
        for file in files:
            found = child("one", str(file))
            megabytes = file.stat().st_size / 1e6
            took = f"{megabytes / found['seconds']:.1f} | {found['peak']:.0f}"
            yield f"| {megabytes:.2f} MB | {found['items']:.0f} | {took} |"
    found = child("many", str(count))
    grown = found["last"] - found["early"]
    yield ""
    yield (
        f"After {found['after']:,} documents the program holds {found['early']:.0f} MB, "
        f"after {count:,} {found['last']:.0f} MB: {grown:+.1f} MB."
    )


def child(*words: str) -> dict[str, float]:
    """What a process of its own measures of itself."""
    done = subprocess.run(
        [sys.executable, __file__, "--child", *words], check=True, capture_output=True, text=True
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def in_child(task: str, *words: str) -> dict[str, float]:
    """The measurements that need a process of their own."""
    if task == "one":
        data = Path(words[0]).read_bytes()
        read(examples()[0].read_bytes(), "the first one loads what reading needs")
        started = time.process_time()
        items = len(read(data, words[0], max_size=2 * _LARGE).minutes.items)
        return {"items": items, "seconds": time.process_time() - started, "peak": peak()}
    if task == "many":
        count = int(words[0])
        after = count // 10
        early = 0.0
        for number, (name, data) in enumerate(islice(copies(examples()), count), start=1):
            read(data, name)
            if number == after:
                early = held()
        return {"after": after, "early": early, "last": held()}
    return {"peak": peak()}


def peak() -> float:
    """The most memory this process has held, in MB."""
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage tells holds the parent's before the program was loaded
        [line] = [line for line in status.read_text().splitlines() if line.startswith("VmHWM")]
        return int(line.split()[1]) * 1024 / 1e6
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e6 if sys.platform == "darwin" else 1e3)


def held() -> float:
    """The memory this process holds now, in MB; the most it has held where that cannot be told."""
    status = Path("/proc/self/statm")
    if not status.exists():
        return peak()
    return int(status.read_text().split()[1]) * resource.getpagesize() / 1e6


def refusal() -> str:
    """What is said of a text over the limit."""
    text = max((path.read_text("utf-8") for path in examples()), key=len)
    try:
        read(enlarged(text, _LARGE).encode(), "stort referat.txt")
    except Unreadable as refused:
        return f"Unasked, the last of them is refused: “{refused}”."
    return "Unasked, the last of them is read."


def loop() -> float:
    """Milliseconds for a hundred thousand additions: how quick this machine is."""
    best = 1.0
    for _ in range(20):
        started = time.process_time()
        total = 0
        for number in range(100_000):
            total += number
        best = min(best, time.process_time() - started)
    return best * 1000


def section(folder: Path | None, count: int) -> Iterator[str]:
    """The lines of the page."""
    yield "## Reading"
    yield ""
    yield (
        "The example's minutes, varied and enlarged so that no two documents share their lines; "
        "from bytes to data on one core, in processor time, the best of three rounds. Beside it "
        "what Python needs at the least, measured in the same run: splitting the same text into "
        "lines, looking for headings with one pattern, joining it again."
    )
    yield ""
    yield from measure_rates(folder)
    yield ""
    yield from measure_memory(count)
    yield ""
    yield refusal()
    yield ""
    yield (
        f"Goals: {_GOAL_RATE:.0f} MB of text a second, under {_GOAL_MEMORY} MB a document, no "
        f"growth. Python {platform.python_version()}, {platform.machine()}; a hundred thousand "
        f"additions in a loop take {loop():.1f} ms here. By `benchmarks/reading.py --write`."
    )


def write(lines: Iterable[str]) -> None:
    """Puts the section into the page, in place of the one before."""
    wrapped = (line if line.startswith("|") else textwrap.fill(line, _WIDTH) for line in lines)
    body = "\n".join(("<!-- reading -->", *wrapped, "<!-- /reading -->", ""))
    page = PAGE.read_text("utf-8") if PAGE.exists() else "# How quick it is\n\n"
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
    parser.add_argument("--folder", type=Path, help="documents to read besides, .txt and .md")
    parser.add_argument("--documents", type=int, default=10_000, help="how many for the growth")
    parser.add_argument("--rates", action="store_true", help="only the rates")
    parser.add_argument("--write", action="store_true", help="put the tables into the page")
    parser.add_argument("--child", nargs="+", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.child:
        print(json.dumps(in_child(*chosen.child)))
        return
    lines = []
    folder, count = chosen.folder, chosen.documents
    for line in measure_rates(folder) if chosen.rates else section(folder, count):
        print(line, flush=True)
        lines.append(line)
    if chosen.write and not chosen.rates:
        write(lines)


if __name__ == "__main__":
    main()
