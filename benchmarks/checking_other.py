"""Measures the checks that are not about figures: what they catch when a document is changed.

Each module `mutations_*.py` here has a `FAMILY` and makes changes in the text of consistent
documents: first something right, which must alarm nobody, then the same wrong. The text is read
anew, and the change is caught when the rule it is meant for finds what was not found before. The
goal is 95 % of each family. `--write` puts the tables into docs/topics/accuracy.md; `--detail`
lists what is missed, and every alarm.
"""

import argparse
import importlib
import re
import sys
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

from checking_generated import compose
from checking_report import share, table
from other_documents import Change, Document

from sagsgang.checking import Finding, check
from sagsgang.reading import read
from sagsgang.reading.canonical import Unreadable

HERE = Path(__file__).parent
ROOT = HERE.parent
PAGE = ROOT / "docs" / "topics" / "accuracy.md"
FOLDERS = (
    ROOT / "src" / "sagsgang" / "web" / "example" / "minutes",
    HERE / "checking_corpus",
)
GOAL = 0.95
_KNOWN = {".txt", ".md"}
_MARKED = re.compile(r"<!-- checking_other -->.*?<!-- /checking_other -->\n?", re.DOTALL)


@dataclass(slots=True)
class Tally:
    """One kind of change: how many were made and caught, and the right ones that alarmed."""

    made: int = 0
    caught: int = 0
    rules: set[str] = field(default_factory=set)
    right: int = 0
    alarms: int = 0


def documents(folders: Iterable[Path], generated: int) -> Iterator[Document]:
    """The consistent documents: files of text, and some put together by chance."""
    for folder in folders:
        for path in sorted(folder.iterdir()):
            if path.suffix not in _KNOWN or path.name == "README.md":
                continue
            try:
                yield Document(path.name, read(path.read_bytes(), path.name))
            except Unreadable as problem:
                print(f"{path.name}: {problem}", file=sys.stderr)
    for number in range(generated):
        name = f"generated-{number}.txt"
        yield Document(name, read(compose(number).encode(), name))


def families() -> list[ModuleType]:
    """The modules that make changes, by name."""
    return [importlib.import_module(path.stem) for path in sorted(HERE.glob("mutations_*.py"))]


def new_findings(document: Document, text: str, rule: str) -> list[Finding]:
    """What a rule finds in a changed text that it did not find before."""
    reading = read(text.encode(), document.name)
    report = check(reading.minutes, rules=[rule], lines=reading.canonical.lines)
    known = [each.message for each in document.findings(rule)]
    found = []
    for finding in report.findings:
        if finding.message in known:
            known.remove(finding.message)
        else:
            found.append(finding)
    return found


def measure(module: ModuleType, every: Iterable[Document], detail: list[str]) -> dict[str, Tally]:
    """The changes of a family by kind."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for document in every:
        for change in module.changes(document):
            tally = tallies[change.kind]
            _count(document, change, tally, detail)
    return dict(tallies)


def _count(document: Document, change: Change, tally: Tally, detail: list[str]) -> None:
    tally.rules.add(change.rule)
    if change.right is not None:
        tally.right += 1
        if alarms := new_findings(document, change.right, change.rule):
            tally.alarms += 1
            detail.append(f"ALARM {document.name} {change.kind}: {alarms[0].message}")
    tally.made += 1
    if new_findings(document, change.wrong, change.rule):
        tally.caught += 1
    else:
        detail.append(f"missed {document.name} {change.kind}: {change.what}")


def page(measured: dict[str, dict[str, Tally]]) -> list[str]:
    """The section as Markdown."""
    lines = [
        "<!-- checking_other -->",
        "## The other families",
        "",
        "Names, dates, references and decisions are not computed, so they are measured otherwise: "
        "something right is written into a consistent document, and then the same wrong. It is "
        "*caught* when the rule it is meant for finds something new; the right one is a *false "
        "alarm* when it does. The sentences are few and the benchmark's own; people write them in "
        "more ways, so this says what the rules can do and not how much they find. By "
        "`benchmarks/checking_other.py --write`.",
        "",
    ]
    for name, tallies in measured.items():
        rows = [
            (kind, ", ".join(sorted(one.rules)), one.made, one.caught,
             f"**{share(one.caught, one.made)}**", f"{one.alarms} of {one.right}")
            for kind, one in sorted(tallies.items())
        ]  # fmt: skip
        whole = _sum(tallies)
        total = f"**{share(whole.caught, whole.made)}**"
        alarms = f"{whole.alarms} of {whole.right}"
        rows.append(("**all**", "", whole.made, whole.caught, total, alarms))
        head = ("change", "rule", "made", "caught", "share", "false alarms")
        lines += [f"### {name}", "", *table(head, rows, words=2)]
    missed = [name for name, tallies in measured.items() if not _is_reached(tallies)]
    reached = f"Missed by {', '.join(missed)}." if missed else "Reached by every family."
    return [*lines, f"Goal: {GOAL:.0%} of each family. {reached}", "<!-- /checking_other -->"]


def _sum(tallies: dict[str, Tally]) -> Tally:
    whole = Tally()
    for one in tallies.values():
        whole.made += one.made
        whole.caught += one.caught
        whole.right += one.right
        whole.alarms += one.alarms
    return whole


def _is_reached(tallies: dict[str, Tally]) -> bool:
    whole = _sum(tallies)
    return whole.caught >= GOAL * whole.made and not whole.alarms


def write(lines: list[str]) -> None:
    """Put the section into the page, in place of the one before."""
    wrapped = (line if line.startswith(("|", "<")) else textwrap.fill(line, 150) for line in lines)
    body = "\n".join(wrapped) + "\n"
    text = PAGE.read_text("utf-8")
    if _MARKED.search(text):
        text = _MARKED.sub(lambda _: body, text)
    else:
        text = f"{text.rstrip()}\n\n{body}"
    PAGE.write_text(text, "utf-8")


def main() -> int:
    """The command line; exit 1 when a goal is missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--family", nargs="*", help="letters; the others are left out")
    parser.add_argument("--generated", type=int, default=4, help="how many documents (4)")
    parser.add_argument("--folder", type=Path, action="append", help="documents of your own")
    parser.add_argument("--detail", action="store_true", help="list what is missed, and alarms")
    parser.add_argument("--write", action="store_true", help=f"into {PAGE.name}")
    chosen = parser.parse_args()
    every = list(documents(chosen.folder or FOLDERS, chosen.generated))
    detail: list[str] = []
    measured = {
        module.NAME: measure(module, every, detail)
        for module in families()
        if not chosen.family or module.FAMILY in chosen.family
    }
    lines = page(measured)
    if chosen.detail:
        print("\n".join(detail))
    print("\n".join(lines))
    if chosen.write and not chosen.family and not chosen.folder:
        write(lines)
    return 0 if all(map(_is_reached, measured.values())) else 1


if __name__ == "__main__":
    sys.exit(main())
