"""What a careful reader with a calculator finds in a document, and what the checks find of it.

Beside `NAME.txt` stands `NAME.toml`: `[[mistake]]` with `item`, `kind`, `printed`, `right`, and
`[[relation]]` with `item` and `numbers`, as printed.
"""

import tomllib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from checking_mutations import Document
from checking_quantities import Relation, all_digits, digits

from sagsgang.checking import Finding, Status


@dataclass(frozen=True, slots=True)
class Planted:
    """A planted mistake and the findings that name it; `is_precise`: the right number is given."""

    document: str
    item: str
    kind: str
    printed: str
    right: str
    note: str
    rules: tuple[str, ...]
    is_firm: bool
    is_precise: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """A relation that a reader found, and the rules that verified it."""

    document: str
    item: str
    numbers: tuple[str, ...]
    note: str
    rules: tuple[str, ...]


@dataclass(slots=True)
class Compared:
    """What became of a folder's mistakes and relations; `alarms` are findings that name none."""

    planted: list[Planted] = field(default_factory=list)
    listed: list[Listed] = field(default_factory=list)
    alarms: list[tuple[str, Finding]] = field(default_factory=list)
    items: int = 0


def compare(documents: list[Document], folder: Path) -> Compared:
    """Every document with a list beside it."""
    found = Compared()
    for document in documents:
        path = (folder / document.name).with_suffix(".toml")
        if not path.is_file():
            continue
        listed = tomllib.loads(path.read_text("utf-8"))
        found.items += len(document.minutes.items)
        named: set[int] = set()
        for entry in listed.get("mistake", ()):
            found.planted.append(_planted(document, entry, named))
        for entry in listed.get("relation", ()):
            found.listed.append(_listed(document, entry))
        found.alarms += [
            (document.name, finding)
            for at, finding in enumerate(document.report.findings)
            if at not in named
        ]
    return found


def _planted(document: Document, entry: dict, named: set[int]) -> Planted:
    """A finding names the mistake when it stands on its item and gives one of its two numbers."""
    item, printed, right = (str(entry.get(key, "")) for key in ("item", "printed", "right"))
    wanted = {digits(number) for number in (printed, right) if number}
    findings = []
    for at, finding in enumerate(document.report.findings):
        said = (*finding.printed, *finding.computed, finding.message, finding.suggestion or "")
        if finding.item == item and wanted.intersection(all_digits(said)):
            findings.append(finding)
            named.add(at)
    return Planted(
        document=document.name,
        item=item,
        kind=str(entry.get("kind", "")),
        printed=printed,
        right=right,
        note=str(entry.get("note", "")),
        rules=tuple(sorted({finding.rule for finding in findings})),
        is_firm=any(finding.status is Status.FIRM for finding in findings),
        is_precise=any(
            digits(right) in all_digits((*finding.computed, finding.suggestion or ""))
            for finding in findings
        ),
    )


def _listed(document: Document, entry: dict) -> Listed:
    item = str(entry.get("item", ""))
    numbers = tuple(str(number) for number in entry.get("numbers", ()))
    wanted = Counter(digits(number) for number in numbers)
    rules = {
        relation.rule
        for relation in document.relations
        if relation.item == item and covers(wanted, _numbers(document, relation))
    }
    note = str(entry.get("note", ""))
    return Listed(document.name, item, numbers, note, tuple(sorted(rules)))


def covers(wanted: Counter[str], given: Counter[str]) -> bool:
    """Whether all, or of more than two all but one, of the numbers are given."""
    missing = sum((wanted - given).values())
    return missing <= (1 if sum(wanted.values()) > 2 else 0)


def _numbers(document: Document, relation: Relation) -> Counter[str]:
    """The numbers of a relation: each as often as its statement or its place has it."""
    said = Counter(all_digits([relation.statement]))
    return said | Counter(digits(document.spots[at].printed) for at in relation.members)
