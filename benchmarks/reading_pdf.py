"""Decides how long PDF may take: our reading beside PDFium's bare text and pdfplumber, in one run.

The example's minutes are set in the five looks of the tests. For every look the file is read as a
whole, without its tables, and with its tables alone, since only tables ask about single characters.
Times are of the processor; the ratio is the median of those of runs right after one another, since
a busy machine is slow for both. Of pdfplumber, which is what one would use instead, the best of
three settings counts, and the time of its own; a row is right when every cell is.
"""

import argparse
import io
import platform
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

import pypdfium2  # noqa: E402
from tests.pdf.structure import Block, blocks_of  # noqa: E402
from tests.pdf.typeset import LOOKS, typeset  # noqa: E402

from sagsgang.reading import read  # noqa: E402
from sagsgang.reading.canonical import Role  # noqa: E402
from sagsgang.reading.formats.pdf import pdf_lines  # noqa: E402

MINUTES = ROOT / "src" / "sagsgang" / "web" / "example" / "minutes"
PAGE = ROOT / "docs" / "topics" / "performance.md"
_MARKED = re.compile(r"<!-- reading_pdf -->.*<!-- /reading_pdf -->\n?", re.DOTALL)
GOAL = 3.0  # times the bare text

#: Borders; borders across alone; no borders. For every look the one counts that finds most.
PLUMBER: tuple[dict[str, str], ...] = (
    {},
    {"vertical_strategy": "text"},
    {"vertical_strategy": "text", "horizontal_strategy": "text"},
)

Cells = Counter[tuple[str, ...]]


class Measured(NamedTuple):
    """Milliseconds a page, and how many times the bare text our reading takes."""

    pages: int
    bare: float
    ours: float
    ratio: float


def example_blocks() -> list[Block]:
    """The blocks of all the example's minutes, one document after the other."""
    blocks: list[Block] = []
    for path in sorted(MINUTES.glob("*.txt")) + sorted(MINUTES.glob("arbejds*.md")):
        data = path.read_bytes()
        blocks += blocks_of(data.decode("utf-8"), read(data, path.name).minutes.as_json())
    return blocks


def captioned(blocks: list[Block]) -> list[Block]:
    """The tables alone, each with a line of text above."""
    tables = [block for block in blocks if block.kind == "table"]
    line = Block("text", "Tallene for området fordeler sig, som det ses af tabellen herunder.")
    return [one for table in tables for one in (line, table)]


def bare_text(data: bytes) -> int:
    """The text of every page, as pypdfium2 gives it."""
    document = pypdfium2.PdfDocument(data)
    signs = 0
    for page in document:
        text = page.get_textpage()
        signs += len(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return signs


def timed(job: Callable[[], object]) -> float:
    """The processor time of a job in milliseconds."""
    start = time.process_time()
    job()
    return (time.process_time() - start) * 1000


def measured(data: bytes, runs: int) -> Measured:
    """Bare text and our reading of one file, side by side."""
    document = pypdfium2.PdfDocument(data)
    pages = len(document)
    document.close()
    pairs = [(timed(lambda: bare_text(data)), timed(lambda: pdf_lines(data))) for _ in range(runs)]
    bare, ours = (statistics.median(times) / pages for times in zip(*pairs, strict=True))
    return Measured(pages, bare, ours, statistics.median(own / its for its, own in pairs))


def rows_set(blocks: list[Block]) -> Cells:
    """The rows that were set, cell by cell; a row of empty cells is none."""
    rows: Cells = Counter()
    for block in blocks:
        width = max(map(len, block.cells), default=0)
        for cells in block.cells:
            row = tuple(" ".join(cell.split()) for cell in cells) + ("",) * (width - len(cells))
            rows[row] += any(row)
    return rows


def rows_of_ours(data: bytes) -> Cells:
    """The rows that our reading finds."""
    canonical = pdf_lines(data)
    return Counter(
        tuple(canonical.lines[at].split("\t"))
        for at, mark in canonical.marks.items()
        if mark.role in (Role.TABLE_HEAD, Role.TABLE_ROW)
    )


def rows_of_plumber(data: bytes, settings: dict[str, str]) -> Cells:
    """The rows that pdfplumber finds with these settings."""
    import pdfplumber

    rows: Cells = Counter()
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            for table in page.extract_tables(settings):
                for cells in table:
                    rows[tuple(" ".join((cell or "").split()) for cell in cells)] += 1
            page.close()
    return rows


def speed(blocks: list[Block], runs: int) -> Iterator[str]:
    """A table with a line for each look and kind of page."""
    kinds: dict[str, list[Block]] = {
        "whole": blocks,
        "text alone": [block for block in blocks if block.kind != "table"],
        "tables alone": captioned(blocks) * 3,
    }
    yield "| look | pages of | pages | bare text, ms a page | ours, ms a page | times |"
    yield "|---|---|---:|---:|---:|---:|"
    for look in LOOKS:
        for kind, own in kinds.items():
            found = measured(typeset(own, look), runs)
            yield (
                f"| {look.name} | {kind} | {found.pages} | {found.bare:.2f} | {found.ours:.2f} "
                f"| {found.ratio:.2f} |"
            )


def tables(blocks: list[Block]) -> Iterator[str]:
    """A table of the rows found with every cell right, and pages a second, beside pdfplumber."""
    want = rows_set([block for block in blocks if block.kind == "table"])
    yield "| look | rows | right, ours | right, pdfplumber | pages/s, ours | pages/s, pdfplumber |"
    yield "|---|---:|---:|---:|---:|---:|"
    for look in LOOKS:
        data = typeset(captioned(blocks), look)
        pages = measured(data, 1).pages
        start = time.process_time()
        ours = rows_of_ours(data)
        middle = time.process_time()
        plumber = rows_of_plumber(data, PLUMBER[0])
        end = time.process_time()
        others = [rows_of_plumber(data, settings) for settings in PLUMBER[1:]]
        best = max([plumber, *others], key=lambda found: (found & want).total())
        right = [(found & want).total() / want.total() for found in (ours, best)]
        yield (
            f"| {look.name} | {want.total()} | {right[0]:.1%} | {right[1]:.1%} "
            f"| {pages / (middle - start):.0f} | {pages / (end - middle):.0f} |"
        )


def section(runs: int, with_plumber: bool) -> Iterator[str]:
    """The section of the page on performance, line by line."""
    blocks = example_blocks()
    yield "## PDF"
    yield ""
    yield (
        "The example's minutes, set in the five looks of the tests. Beside our reading the bare "
        "text that pypdfium2 gives, run right before it; the times are the processor's, and the "
        f"last column is the median of {runs} such pairs."
    )
    yield ""
    yield from speed(blocks, runs)
    yield ""
    if with_plumber:
        yield (
            "Rows of the tables with every cell right, from whole pages with a line of text above "
            "each table. pdfplumber's best of three settings counts (borders, borders across "
            "alone, no borders), and the time of its own."
        )
        yield ""
        yield from tables(blocks)
        yield ""
    yield (
        f"Goal: at most {GOAL:.0f} times the bare text, pages of tables apart. Python "
        f"{platform.python_version()}, {platform.machine()}. "
        "By `benchmarks/reading_pdf.py --write`."
    )


def write(lines: list[str]) -> None:
    """Put the section into the page, in place of the one before."""
    body = "\n".join(("<!-- reading_pdf -->", *lines, "<!-- /reading_pdf -->", ""))
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
    parser.add_argument("--runs", type=int, default=15, help="pairs of runs (default: 15)")
    parser.add_argument("--no-plumber", action="store_true", help="leave pdfplumber out")
    parser.add_argument("--write", action="store_true", help="put the tables into the page")
    chosen = parser.parse_args()
    lines = []
    for line in section(chosen.runs, not chosen.no_plumber):
        print(line, flush=True)
        lines.append(line)
    if chosen.write:
        write(lines)


if __name__ == "__main__":
    main()
