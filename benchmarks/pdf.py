"""Decides how long a PDF may take: ours by Typst beside WeasyPrint, of one content, in one run.

    .venv/bin/python benchmarks/pdf.py [--write]

The minutes have some 140 pages and 100 tables, made by chance from a seed. Each side makes its file
in a process of its own, from blocks (ours) or from HTML with the same text and much the same look
(WeasyPrint, as PDF/UA). The time is the processor's, of making the bytes alone, since a busy
machine is slow for both; the memory is that of the whole process at its most. Reading our file back
to blocks, and sealing and verifying it, are measured beside. WeasyPrint comes with
requirements/extras.txt.
"""

import argparse
import json
import platform
import random
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src")]

from sagsgang.minutes.printed import (  # noqa: E402
    Block,
    Contents,
    Facts,
    Grid,
    Heading,
    HeadingRole,
    Paragraph,
    Points,
    Printed,
)

PAGE = ROOT / "docs" / "topics" / "performance.md"
FONTS = ROOT / "src" / "sagsgang" / "rendering" / "typst" / "fonts"
_MARKED = re.compile(r"<!-- pdf -->.*?<!-- /pdf -->\n?", re.DOTALL)
ITEMS, TABLES = 50, 100
GOAL_TIME, GOAL_MEMORY = 0.1, 400  # times WeasyPrint's; MB
_WORDS = (
    "udvalget kommunen indsatsen borgerne ledige budgettet forvaltningen kvartalet målgruppen og i "
    "at for med på af til den det en et der som har kan vil skal antallet udgifterne refusionen "
    "sygedagpenge ressourceforløb jobafklaring virksomhedspraktik løntilskud afvigelsen forventes "
    "merforbrug mindreforbrug kr. 12.500 3,4 % 2025 drøftede orienteres godkendes indstiller"
)
_STYLE = """
@font-face { font-family: Plex; src: url(%s/IBMPlexSans-Regular.ttf) }
@font-face { font-family: Plex; font-weight: bold; src: url(%s/IBMPlexSans-Bold.ttf) }
@page { size: A4; margin: 28mm 25mm 24mm; @bottom-right { content: "Side " counter(page) " af "
  counter(pages); font: 8pt Plex } }
body { font: 10pt/1.4 Plex } h1 { font-size: 22pt } h2 { font-size: 13.5pt } h3 { font-size: 11pt }
table { width: 100%%; border-collapse: collapse; font-size: 9pt } th { text-align: left }
td, th { border-bottom: 0.4pt solid #b3b3b3; padding: 4pt 4.5pt } tr { break-inside: avoid }
.notice { background: #f2f3f4; border-left: 2.5pt solid #14375e; padding: 8pt 12pt }
nav a::after { content: leader(".") target-counter(attr(href), page) }
"""


def minutes(seed: int = 20250512) -> Printed:
    """The minutes that are set."""
    chance = random.Random(seed)
    words = _WORDS.split()

    def text(count: int) -> str:
        return " ".join(chance.choice(words) for _ in range(count)).capitalize() + "."

    def figure() -> str:
        return f"{chance.randrange(1, 999)}.{chance.randrange(1000):03d}"

    titles = [f"{n}. {text(7)[:-1]}" for n in range(1, ITEMS + 1)]
    blocks: list[Block] = [
        Heading(1, "Referat af mødet i Arbejdsmarkedsudvalget", HeadingRole.DOCUMENT),
        Facts((("Dato", "12. maj 2025"), ("Tid", "16.00–18.30"), ("Sted", "Mødelokale A"))),
        Contents(tuple(titles)),
    ]
    for number, title in enumerate(titles):
        blocks += [Heading(2, title, HeadingRole.ITEM), Heading(3, "Sagsfremstilling")]
        for _ in range(TABLES // ITEMS):
            blocks += [Paragraph(text(90)) for _ in range(6)]
            head = ("Område", "Budget", "Forbrug", "Forventet", "Afvigelse", "Ændring i pct.")
            rows = tuple((text(3), *(figure() for _ in head[1:])) for _ in range(8))
            blocks += [Grid(head, rows, f"Tabel til punkt {number + 1}")]
        blocks += [
            Heading(3, "Indstilling"),
            Paragraph("Direktionen indstiller,"),
            Points(tuple(f"{n}. at {text(14)}" for n in range(1, 5))),
            Heading(3, "Beslutning"),
            Paragraph(text(40)),
            Paragraph(text(15), is_notice=True),
        ]
    return Printed("Referat 12. maj 2025", tuple(blocks))


def as_html(printed: Printed) -> str:
    """The same as a web page."""
    parts: list[str] = []
    for block in printed.blocks:
        match block:
            case Heading(level=level, text=text):
                parts.append(f'<h{level} id="{escape(text)}">{escape(text)}</h{level}>')
            case Paragraph(text=text, is_notice=is_notice):
                mark = ' class="notice"' if is_notice else ""
                parts.append(f"<p{mark}>{escape(text)}</p>")
            case Points(lines=lines):
                items = "".join(f"<li>{escape(line.split(' ', 1)[1])}</li>" for line in lines)
                parts.append(f"<ol>{items}</ol>")
            case Facts(rows=rows):
                named = "".join(f"<dt>{escape(a)}</dt><dd>{escape(b)}</dd>" for a, b in rows)
                parts.append(f"<dl>{named}</dl>")
            case Grid():
                parts.append(_table(block))
            case Contents(titles=titles):
                entries = (f'<p><a href="#{escape(t)}">{escape(t)}</a></p>' for t in titles)
                parts.append(f"<nav>{''.join(entries)}</nav>")
    style = _STYLE % (FONTS.as_uri(), FONTS.as_uri())
    return (
        f'<!doctype html><html lang="da"><head><meta charset="utf-8"><title>{printed.title}</title>'
        f"<style>{style}</style></head><body>{''.join(parts)}</body></html>"
    )


def _table(grid: Grid) -> str:
    def row(cells: tuple[str, ...], tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"

    body = "".join(row(cells, "td") for cells in grid.rows)
    return (
        f"<table><caption>{escape(grid.caption or '')}</caption>"
        f"<thead>{row(grid.header, 'th')}</thead><tbody>{body}</tbody></table>"
    )


def made_by_ours() -> dict[str, Any]:
    """Seconds and pages of our file, and of what is done with it."""
    from sagsgang.reading.own import blocks
    from sagsgang.rendering.typst import pdf

    printed = minutes()
    start = time.process_time()
    data = pdf(printed, masthead="Solbjerg Kommune", running=("Udvalget", "12. maj 2025"))
    found = {"seconds": time.process_time() - start, "peak": peak()}
    start = time.process_time()
    same = blocks(data) == printed.blocks
    found |= {"read": time.process_time() - start, "same": same}
    from sagsgang.rendering.seal import seal, self_made_certificate, verify

    key, certificate = self_made_certificate("Solbjerg Kommune")
    start = time.process_time()
    sealed = seal(data, key, certificate, at=datetime.now(UTC))
    found["sealed"] = time.process_time() - start
    start = time.process_time()
    found["holds"] = verify(sealed, [certificate]).holds
    found["verified"] = time.process_time() - start
    return found | described(data)


def made_by_weasyprint() -> dict[str, Any]:
    """Seconds and pages of WeasyPrint's file."""
    from weasyprint import HTML

    page = as_html(minutes())
    start = time.process_time()
    data = HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")
    return {"seconds": time.process_time() - start, "peak": peak()} | described(data)


SIDES = {"typst": made_by_ours, "weasyprint": made_by_weasyprint}


def peak() -> float:
    """The most memory that this process held so far, in MB (Linux)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def described(data: bytes) -> dict[str, Any]:
    """How large the file is."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    pages = len(document)
    document.close()
    return {"pages": pages, "size": len(data) / 1e6}


def measured(side: str) -> dict[str, Any]:
    """One side's figures, from a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--side", side], capture_output=True, text=True, check=True
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def section(runs: int) -> Iterator[str]:
    """The section of the page on performance, line by line."""
    pairs = [(measured("typst"), measured("weasyprint")) for _ in range(runs)]
    ours = pairs[0][0]
    ratio = statistics.median(own["seconds"] / its["seconds"] for own, its in pairs)
    most = max(own["peak"] for own, _ in pairs)
    yield "## Printing"
    yield ""
    yield (
        f"Minutes of {ITEMS} items with {TABLES} tables, set as tagged PDF by Typst (ours: PDF/UA "
        "and PDF/A-2a, from blocks to bytes) and by WeasyPrint (PDF/UA, from HTML with the same "
        f"text), each in a process of its own; the processor's time, medians of {runs} pairs."
    )
    yield ""
    yield "| | pages | s | ms a page | memory at most, MB | file, MB |"
    yield "|---|---:|---:|---:|---:|---:|"
    for name, found in (
        ("ours", [own for own, _ in pairs]), ("WeasyPrint", [its for _, its in pairs]),
    ):  # fmt: skip
        seconds = statistics.median(each["seconds"] for each in found)
        memory = max(each["peak"] for each in found)
        pages = found[0]["pages"]
        yield (
            f"| {name} | {pages} | {seconds:.2f} | {seconds / pages * 1000:.1f} | {memory:.0f} "
            f"| {found[0]['size']:.1f} |"
        )
    yield ""
    yield (
        f"Ours takes **{ratio:.3f}** of WeasyPrint's time (goal: at most {GOAL_TIME}) and "
        f"**{most:.0f} MB** (goal: under {GOAL_MEMORY}). Read back from its tags in "
        f"{ours['read']:.2f} s, block for block {'the same' if ours['same'] else 'NOT THE SAME'}; "
        f"sealed in {ours['sealed'] * 1000:.0f} ms, verified in {ours['verified'] * 1000:.0f} ms."
    )
    yield ""
    yield (
        f"Python {platform.python_version()}, {platform.machine()}. By `benchmarks/pdf.py --write`."
    )


def write(lines: list[str]) -> None:
    """Put the section into the page, in place of the one before."""
    body = "\n".join(("<!-- pdf -->", *lines, "<!-- /pdf -->", ""))
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
    parser.add_argument("--runs", type=int, default=3, help="pairs of runs (default: 3)")
    parser.add_argument("--side", choices=SIDES, help=argparse.SUPPRESS)
    parser.add_argument("--write", action="store_true", help="put the table into the page")
    chosen = parser.parse_args()
    if chosen.side:
        print(json.dumps(SIDES[chosen.side]()))
        return
    lines = []
    for line in section(chosen.runs):
        print(line, flush=True)
        lines.append(line)
    if chosen.write:
        write(lines)


if __name__ == "__main__":
    main()
