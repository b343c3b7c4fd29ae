"""Every case that the accuracy report only counts, one line each, for whoever mends a rule."""

from collections import Counter
from collections.abc import Iterator

from checking_careful import Compared
from checking_mutations import Document, Mutation, Outcome
from checking_quantities import Spot
from checking_report import Measured
from checking_uncovered import ALONE, uncovered

from sagsgang.checking import Finding


def details(groups: list[Measured], compared: dict[str, Compared]) -> Iterator[str]:
    """Every change that was not caught, every alarm, every mistake and relation not found, every
    number that a relation is to be seen beside.
    """
    for group in groups:
        yield f"\n== {group.name}: relations that were broken without a word, and how often"
        silent = Counter(
            " | ".join(m.statements) for m in group.mutations if m.outcome is Outcome.MISSED
        )
        yield from (f"{count:4} {statement}" for statement, count in silent.most_common())
        yield f"\n== {group.name}: not caught"
        for m in group.mutations:
            if m.outcome is Outcome.MISSED:
                where = _where(group, m)
                because = f"  [{'; '.join(m.suppressed)}]" if m.suppressed else ""
                relations = " | ".join(m.statements)
                yield f"{where} {m.spot.printed} → {m.changed} ({m.kind})  {relations}{because}"
        yield f"\n== {group.name}: alarms"
        yield from (f"{name} {_told(finding)}" for name, finding in group.alarms)
        yield f"\n== {group.name}: not covered, though a relation is to be seen"
        for document in group.documents:
            for spot, reason in uncovered(document):
                if reason != ALONE:
                    where, text = place(document, spot), around(document, spot)
                    yield f"{where} {spot.printed} {reason}: {text}"
    for name, one in compared.items():
        yield f"\n== {name}: planted, not found"
        yield from (
            f"{m.document} item {m.item} {m.kind}: {m.printed} for {m.right}  {m.note}"
            for m in one.planted
            if not m.rules
        )
        yield f"\n== {name}: findings that name no planted mistake"
        yield from (f"{document} {_told(finding)}" for document, finding in one.alarms)
        yield f"\n== {name}: relations listed, not verified"
        yield from (
            f"{r.document} item {r.item}: {', '.join(r.numbers)}  {r.note}"
            for r in one.listed
            if not r.rules
        )


def _told(finding: Finding) -> str:
    return f"item {finding.item} {finding.rule} {finding.status}: {finding.message}"


def _where(group: Measured, mutation: Mutation) -> str:
    document = next(one for one in group.documents if one.name == mutation.document)
    return place(document, mutation.spot)


def place(document: Document, spot: Spot) -> str:
    """Document, item, and the cell or section."""
    item = document.minutes.items[spot.item]
    if spot.cell:
        number, row, column = spot.cell
        where = f"table {number} row {row} column {column}"
    else:
        where = f"section {spot.section} ({spot.kind})"
    return f"{document.name} item {item.number} {where}:"


def around(document: Document, spot: Spot) -> str:
    """The sentence or row in which a number stands, shortened."""
    if spot.start < 0:
        return ""
    text = document.minutes.items[spot.item].sections[spot.section].text
    return "…" + " ".join(text[max(0, spot.start - 60) : spot.end + 50].split()) + "…"
