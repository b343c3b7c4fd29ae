"""One printed number changed at a time, and what the check says to it.

A document is changed as data: the section's text, the table's cell and what the item repeats of
them. `reread` makes the same change in the document's text and reads it anew; that both give the
same item is measured.
"""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from itertools import pairwise

from checking_quantities import Index, Relation, Spot, digits, spots_of

from sagsgang.checking import Finding, Report, Status, all_rules, check
from sagsgang.minutes import AgendaItem, Minutes
from sagsgang.reading import read
from sagsgang.reading.reader import Reading

KINDS = ("first digit", "last digit", "two digits swapped", "+10 %", "-10 %", "sign")
_SIGNS = "-−–+"


class Outcome(StrEnum):
    """What came of a mutation. Within rounding: every relation it takes part in still holds."""

    CAUGHT = "caught"
    WITHIN = "within rounding"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Mutation:
    """A number changed, and what was said. `is_marked`: a new finding points at it; `is_mended`:
    the number that stood there is among what the finding computed.
    """

    document: str
    spot: Spot
    kind: str
    changed: str
    outcome: Outcome
    is_firm: bool
    is_marked: bool
    is_mended: bool
    rules: tuple[str, ...]
    statements: tuple[str, ...]
    suppressed: tuple[str, ...]
    said: tuple[str, ...]


class Document:
    """A document as it stands: its quantities, what is verified and what is found."""

    def __init__(self, name: str, reading: Reading) -> None:
        self.name, self.reading = name, reading
        self.minutes = reading.minutes
        self.spots = [
            spot for at, item in enumerate(self.minutes.items) for spot in spots_of(at, item)
        ]
        self.index = Index(self.spots)
        self.report = checked(self.minutes)
        self.relations = self.index.relations(self.report)
        self._alone: dict[int, Report] = {}

    def taking_part(self) -> dict[int, list[Relation]]:
        """By position in `spots`, the relations it takes part in."""
        found: dict[int, list[Relation]] = {}
        for relation in self.relations:
            for at in relation.members:
                found.setdefault(at, []).append(relation)
        return found

    def alone(self, item: int) -> Report:
        """What the check says of one item without the others."""
        if item not in self._alone:
            self._alone[item] = checked(_only(self.minutes, self.minutes.items[item]))
        return self._alone[item]


#: Rules that failed, and on what: a mistake of ours that hides what the others find.
CRASHES: Counter[str] = Counter()


def checked(minutes: Minutes) -> Report:
    """What the rules on figures say; a rule that fails is left out and counted."""
    try:
        return check(minutes, rules=["F"])
    except Exception:
        whole = check(minutes, rules=["F"], skip=["F"])
        for rule in all_rules():
            if rule.code.startswith("F"):
                try:
                    one = check(minutes, rules=[rule.code])
                except Exception as problem:
                    CRASHES[f"{rule.code}: {type(problem).__name__}: {problem}"] += 1
                    continue
                parts = ("findings", "suppressed", "verified", "skipped")
                joined = {part: getattr(whole, part) + getattr(one, part) for part in parts}
                whole = whole.model_copy(update=joined)
        return whole


def _only(minutes: Minutes, item: AgendaItem) -> Minutes:
    return minutes.model_copy(update={"items": (item,)})


def changes(printed: str, chance: random.Random, *, before: str = "") -> dict[str, str]:
    """By kind, the number written otherwise; a kind that would change nothing is left out.

    `before` is the character that stands before the number.
    """
    found = {}
    digits = [at for at, letter in enumerate(printed) if letter.isdigit()]
    whole = [at for at in digits if "," not in printed[:at]]
    first = next((at for at in digits if printed[at] != "0"), digits[0])
    found["first digit"] = _with(printed, first, _other(printed[first], chance, "123456789"))
    if digits[-1] != first:
        found["last digit"] = _with(
            printed, digits[-1], _other(printed[digits[-1]], chance, "0123456789")
        )
    pairs = [
        (a, b)
        for a, b in pairwise(digits)
        if printed[a] != printed[b] and not (a == whole[0] and len(whole) > 1 and printed[b] == "0")
    ]
    if pairs:
        a, b = chance.choice(pairs)
        found["two digits swapped"] = _with(_with(printed, a, printed[b]), b, printed[a])
    for kind, factor in (("+10 %", Decimal("1.1")), ("-10 %", Decimal("0.9"))):
        scaled = _scaled(printed, factor)
        if scaled != printed:
            found[kind] = scaled
    if any(printed[at] != "0" for at in digits):
        if printed[0] in _SIGNS and printed[0] != "+":
            found["sign"] = printed[1:].lstrip()
        elif printed[0] == "+" or not before or before in " \t\n(":
            found["sign"] = "-" + printed.lstrip("+ ")
    return found


def _with(text: str, at: int, letter: str) -> str:
    return text[:at] + letter + text[at + 1 :]


def _other(digit: str, chance: random.Random, digits: str) -> str:
    return chance.choice([each for each in digits if each != digit])


def _scaled(printed: str, factor: Decimal) -> str:
    sign = printed[: len(printed) - len(printed.lstrip(_SIGNS + " "))]
    bare = printed[len(sign) :]
    whole, _, fraction = bare.partition(",")
    between = next((letter for letter in whole if not letter.isdigit()), "")
    digits = "".join(filter(str.isdigit, whole))
    value = Decimal(f"{digits}.{fraction or 0}") * factor
    value = value.quantize(Decimal(1).scaleb(-len(fraction)), rounding=ROUND_HALF_UP)
    group = between if len(digits) > 3 else "."  # 950 becomes 1.045
    text = f"{value:,f}".replace(",", "\0").replace(".", ",").replace("\0", group)
    return sign + text


def changed_item(document: Document, spot: Spot, changed: str) -> AgendaItem:
    """The item with this number printed otherwise, wherever the item repeats it."""
    item = document.minutes.items[spot.item]
    update: dict = {}
    if spot.start >= 0:
        sections = list(item.sections)
        section = sections[spot.section]
        text = section.text[: spot.start] + changed + section.text[spot.end :]
        for at, other in enumerate(sections):
            if other.lines == section.lines and other.text == section.text:
                sections[at] = other.model_copy(update={"text": text})
        update["sections"] = tuple(sections)
    if spot.cell:
        table_number, row, column = spot.cell
        table = item.tables[table_number]
        cells = list(table.rows[row])
        cells[column] = cells[column].replace(spot.printed, changed, 1)
        rows = (*table.rows[:row], tuple(cells), *table.rows[row + 1 :])
        tables = list(item.tables)
        tables[table_number] = table.model_copy(update={"rows": rows})
        update["tables"] = tuple(tables)
    elif spot.start >= 0:
        update |= _repeated(item, spot, changed)
    return item.model_copy(update=update)


def _repeated(item: AgendaItem, spot: Spot, changed: str) -> dict:
    """Recommendations and the decision repeat what their sections say."""
    text = item.sections[spot.section].text
    line = text.rfind("\n", 0, spot.start) + 1
    before = text[max(line, spot.start - 25) : spot.start]
    after = text[spot.end : spot.end + 25].split("\n")[0]
    old, new = before + spot.printed + after, before + changed + after

    def swap(value: str) -> str:
        return value.replace(old, new) if value.count(old) == 1 else value

    update: dict = {}
    if item.recommendations:
        update["recommendations"] = tuple(
            each.model_copy(update={"text": swap(each.text)}) for each in item.recommendations
        )
    if item.decision:
        parts = tuple(
            part.model_copy(update={"text": swap(part.text)}) for part in item.decision.parts
        )
        update["decision"] = item.decision.model_copy(
            update={"text": swap(item.decision.text), "parts": parts}
        )
    return update


def mutated(document: Document, kinds: tuple[str, ...] = KINDS) -> Iterator[Mutation]:
    """Every mutation of every quantity that takes part in a relation, in items without findings."""
    wrong = {finding.item for finding in document.report.findings}
    for at, relations in sorted(document.taking_part().items()):
        spot = document.spots[at]
        if document.minutes.items[spot.item].number in wrong:
            continue
        chance = random.Random(f"{document.name} {at}")
        for kind, changed in changes(spot.printed, chance, before=_before(document, spot)).items():
            if kind in kinds:
                yield _judge(document, at, kind, changed, relations)


def _before(document: Document, spot: Spot) -> str:
    if spot.cell or spot.start <= 0:
        return ""
    return document.minutes.items[spot.item].sections[spot.section].text[spot.start - 1]


def _judge(
    document: Document, at: int, kind: str, changed: str, relations: list[Relation]
) -> Mutation:
    spot = document.spots[at]
    item = changed_item(document, spot, changed)
    base, offset = document.alone(spot.item), spot.item
    report = checked(_only(document.minutes, item))
    new = new_findings(base, report)
    across = {document.spots[each].item for relation in relations for each in relation.members}
    if not new and across != {spot.item}:
        items = list(document.minutes.items)
        items[spot.item] = item
        base, offset = document.report, 0
        report = checked(document.minutes.model_copy(update={"items": tuple(items)}))
        new = new_findings(base, report)
    index = document.index.moved(spot, len(changed) - len(spot.printed), offset)
    outcome = Outcome.CAUGHT
    if not new:
        held = {(relation.rule, relation.members) for relation in index.relations(report)}
        holds = all((relation.rule, relation.members) in held for relation in relations)
        outcome = Outcome.WITHIN if holds else Outcome.MISSED
    before = Counter((each.rule, each.reason) for each in base.suppressed)
    after = Counter((each.rule, each.reason) for each in report.suppressed)
    return Mutation(
        document=document.name,
        spot=spot,
        kind=kind,
        changed=changed,
        outcome=outcome,
        is_firm=any(finding.status is Status.FIRM for finding in new),
        is_marked=any(at in index.at(finding.place, *finding.others) for finding in new),
        is_mended=any(digits(spot.printed) in map(digits, finding.computed) for finding in new),
        rules=tuple(sorted({relation.rule for relation in relations})),
        statements=tuple(f"{relation.rule} {relation.statement}" for relation in relations),
        suppressed=tuple(reason for _, reason in (after - before)),
        said=tuple(f"{finding.rule} {finding.message}" for finding in new),
    )


def new_findings(before: Report, after: Report) -> list[Finding]:
    """The findings on figures that were not there before."""
    known = Counter(_said(finding) for finding in before.findings)
    found = []
    for finding in after.findings:
        if known[_said(finding)]:
            known[_said(finding)] -= 1
        else:
            found.append(finding)
    return found


def _said(finding: Finding) -> tuple:
    return finding.rule, finding.item, finding.message, finding.printed, finding.computed


def reread(document: Document, spot: Spot, changed: str) -> AgendaItem | None:
    """The item as it is read when the number is changed in the document's text; None when the
    number is not found there or the reader finds other items then.
    """
    text = document.reading.canonical.text
    at = _offset(document, spot, text)
    if at is None:
        return None
    changed_text = text[:at] + changed + text[at + len(spot.printed) :]
    items = read(changed_text.encode(), document.name).minutes.items
    return items[spot.item] if len(items) == len(document.minutes.items) else None


def _offset(document: Document, spot: Spot, text: str) -> int | None:
    """Where the number stands in the canonical text: its how-manyeth in the section counts."""
    if spot.start < 0:
        return None
    section = document.minutes.items[spot.item].sections[spot.section].text
    before = section[: spot.start].count(spot.printed)
    for span in document.reading.trace.at(f"items[{spot.item}].sections[{spot.section}].text"):
        at = text.find(spot.printed, span.start, span.end)
        while at >= 0:
            if not before:
                return at
            before -= 1
            at = text.find(spot.printed, at + len(spot.printed), span.end)
    return None
