"""Decides how long PDF may take: our reading beside PDFium's bare text and pdfplumber, in one run.

The example's minutes are set in the five looks of the tests. For every look the file is read as a
whole, without its tables, and with its tables alone, since only tables ask about single characters.
Times are of the processor; the ratio is the median of those of runs right after one another, since
a busy machine is slow for both. Of pdfplumber, which is what one would use instead, the best of
three settings counts, and the time of its own; a row is right when every cell is.
"""

import argparse
import io
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

import pypdfium2  # noqa: E402
from tests.pdf.structure import Block, blocks_of  # noqa: E402
from tests.pdf.typeset import LOOKS, Look, typeset  # noqa: E402

from sagsgang.reading import read  # noqa: E402
from sagsgang.reading.canonical import Role  # noqa: E402
from sagsgang.reading.formats.pdf import pdf_lines  # noqa: E402

MINUTES = ROOT / "src" / "sagsgang" / "web" / "example" / "minutes"
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


def print_speed(blocks: list[Block], runs: int) -> bool:
    """One line a look and kind of page; whether pages of text keep the goal."""
    kinds: dict[str, list[Block]] = {
        "whole": blocks,
        "text only": [block for block in blocks if block.kind != "table"],
        "tables only": captioned(blocks) * 3,
    }
    print(f"{'look':10}{'what':14}{'pages':>7}{'bare':>9}{'ours':>9}{'ratio':>8}   (ms a page)")
    keeps = True
    for look in LOOKS:
        for kind, own in kinds.items():
            result = measured(typeset(own, look), runs)
            keeps = keeps and (kind != "text only" or result.ratio <= GOAL)
            print(
                f"{look.name:10}{kind:14}{result.pages:7}{result.bare:9.2f}{result.ours:9.2f}"
                f"{result.ratio:8.2f}"
            )
    return keeps


def print_tables(blocks: list[Block]) -> None:
    """Rows found with every cell right, and pages a second, beside pdfplumber."""
    tables = [block for block in blocks if block.kind == "table"]
    want = rows_set(tables)
    print(f"\n{'look':10}{'rows':>7}{'ours':>8}{'plumber':>9}{'ours p/s':>10}{'plumber p/s':>13}")
    for look in LOOKS:
        data = typeset(captioned(blocks), look)
        print_one_look(look, data, want)


def print_one_look(look: Look, data: bytes, want: Cells) -> None:
    """One line of the comparison."""
    document = pypdfium2.PdfDocument(data)
    pages = len(document)
    document.close()
    start = time.process_time()
    ours = rows_of_ours(data)
    middle = time.process_time()
    plumber = rows_of_plumber(data, PLUMBER[0])
    end = time.process_time()
    others = [rows_of_plumber(data, settings) for settings in PLUMBER[1:]]
    best = max([plumber, *others], key=lambda found: (found & want).total())
    right = [(found & want).total() / want.total() for found in (ours, best)]
    print(
        f"{look.name:10}{want.total():7}{right[0]:8.1%}{right[1]:9.1%}"
        f"{pages / (middle - start):10.0f}{pages / (end - middle):13.0f}"
    )


def main() -> int:
    """Print both tables; the exit status is 1 when the goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15, help="runs of each job (default: 15)")
    parser.add_argument("--no-plumber", action="store_true", help="leave pdfplumber out")
    wanted = parser.parse_args()
    blocks = example_blocks()
    keeps = print_speed(blocks, wanted.runs)
    if not wanted.no_plumber:
        print_tables(blocks)
    print(
        f"\ngoal for text: at most {GOAL:.0f} times the bare text: {'kept' if keeps else 'missed'}"
    )
    return 0 if keeps else 1


if __name__ == "__main__":
    sys.exit(main())
