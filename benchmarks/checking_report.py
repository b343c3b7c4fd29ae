"""The accuracy of the checks of figures as tables in Markdown, for the terminal and the page."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from checking_careful import Compared
from checking_mutations import KINDS, Document, Mutation, Outcome
from checking_speed import Pace
from checking_uncovered import ALONE, uncovered

from sagsgang.checking import Finding, Status

GOAL, GOAL_KINDS = 0.95, ("first digit", "two digits swapped", "+10 %", "-10 %")
GOAL_ITEMS = 1_000
_MOST_ROWS = 12


@dataclass(slots=True)
class Measured:
    """A group of documents, their mutations, and the findings that nobody planted."""

    name: str
    what: str
    documents: list[Document]
    mutations: list[Mutation] = field(default_factory=list)
    alarms: list[tuple[str, Finding]] = field(default_factory=list)
    may_hold_mistakes: bool = False

    @property
    def items(self) -> int:
        """How many items its documents have."""
        return sum(len(document.minutes.items) for document in self.documents)


def table(head: Sequence[str], rows: Iterable[Sequence[object]], *, words: int = 1) -> list[str]:
    """A Markdown table; the first `words` columns are words, the others numbers."""
    align = ["---" if at < words else "---:" for at in range(len(head))]
    lines = [head, align, *rows]
    return ["| " + " | ".join(str(cell) for cell in line) + " |" for line in lines] + [""]


def share(part: int, whole: int) -> str:
    """A share in percent, or a dash of nothing."""
    return f"{part / whole:.1%}" if whole else "–"


def documents(groups: Sequence[Measured]) -> list[str]:
    """What was measured."""
    rows = []
    for group in groups:
        spots = [spot for document in group.documents for spot in document.spots]
        tables = sum(len(item.tables) for d in group.documents for item in d.minutes.items)
        in_tables = sum(spot.is_in_table for spot in spots)
        count = len(group.documents), group.items, tables, in_tables, len(spots) - in_tables
        rows.append((f"**{group.name}**: {group.what}", *count))
    head = ("documents", "number", "items", "tables", "numbers in tables", "numbers in text")
    return table(head, rows)


def caught(group: Measured) -> list[str]:
    """By kind of mutation: how many were caught of those that rounding lets one see."""
    rows = [_caught(kind, [m for m in group.mutations if m.kind == kind]) for kind in KINDS]
    for name, is_in_table in (("all in tables", True), ("all in text", False)):
        rows.append(
            _caught(name, [m for m in group.mutations if m.spot.is_in_table is is_in_table])
        )
    rows.append(_caught("**all**", group.mutations))
    head = (
        "changed", "numbers", "within rounding", "left", "caught", "**share**", "by a firm rule",
        "the number is marked", "the right number is named",
    )  # fmt: skip
    return table(head, rows)


def _caught(name: str, mutations: Sequence[Mutation]) -> tuple[object, ...]:
    within = sum(m.outcome is Outcome.WITHIN for m in mutations)
    found = [m for m in mutations if m.outcome is Outcome.CAUGHT]
    left = len(mutations) - within
    return (
        name, len(mutations), within, left, len(found), f"**{share(len(found), left)}**",
        share(sum(m.is_firm for m in found), left), share(sum(m.is_marked for m in found), left),
        share(sum(m.is_mended for m in found), left),
    )  # fmt: skip


def goals_missed(groups: Sequence[Measured]) -> list[str]:
    """Group and kind where less than the goal was caught."""
    missed = []
    for group in groups:
        for kind in GOAL_KINDS:
            seen = [
                m for m in group.mutations if m.kind == kind and m.outcome is not Outcome.WITHIN
            ]
            found = sum(m.outcome is Outcome.CAUGHT for m in seen)
            if found < GOAL * len(seen):
                missed.append(f"{kind} in {group.name} ({share(found, len(seen))})")
    return missed


def missed_by_rule(groups: Sequence[Measured]) -> list[str]:
    """Where what was not caught stands: the rules that verified the number before."""
    seen: Counter[tuple[str, str]] = Counter()
    missed: Counter[tuple[str, str]] = Counter()
    excused: Counter[tuple[str, str]] = Counter()
    example: dict[tuple[str, str], Mutation] = {}
    for mutation in _seen(groups):
        place = "table" if mutation.spot.is_in_table else "text"
        key = ", ".join(mutation.rules), place
        seen[key] += 1
        if mutation.outcome is Outcome.MISSED:
            missed[key] += 1
            excused[key] += bool(mutation.suppressed)
            example.setdefault(key, mutation)
    rows = [
        (
            rules, place, seen[rules, place], count, share(count, seen[rules, place]),
            excused[rules, place],
            f"{example[rules, place].spot.printed} → {example[rules, place].changed} in "
            f"“{example[rules, place].statements[0]}”",
        )
        for (rules, place), count in missed.most_common(_MOST_ROWS)
    ]  # fmt: skip
    head = (
        "verified by", "in", "changes", "not caught", "share", "of them excused by the text",
        "for example",
    )  # fmt: skip
    return table(head, rows, words=2)


def missed_by_support(groups: Sequence[Measured]) -> list[str]:
    """What share is caught by how many relations a number takes part in, and how long it is."""
    kinds: dict[str, list[Mutation]] = {}
    for mutation in _seen(groups):
        relations, size = len(mutation.statements), len(mutation.spot.printed.strip("-−–+ "))
        many = str(relations) if relations < 3 else "3 or more"
        kinds.setdefault(f"relations: {many}", []).append(mutation)
        kinds.setdefault(f"characters: {size if size < 4 else '4 or more'}", []).append(mutation)
    rows = []
    for kind, mutations in sorted(kinds.items(), reverse=True):
        found = sum(m.outcome is Outcome.CAUGHT for m in mutations)
        rows.append((kind, len(mutations), found, share(found, len(mutations))))
    return table(("the changed number's", "changes", "caught", "share"), rows)


def missed_by_reason(groups: Sequence[Measured]) -> list[str]:
    """What the checks did say of what was not caught."""
    reasons: Counter[str] = Counter()
    for mutation in _seen(groups):
        if mutation.outcome is Outcome.MISSED:
            kinds = set(mutation.suppressed) or {
                "nothing is said: the relation is not seen any more"
            }
            reasons.update(kinds)
    return table(("what the checks say of it", "changes"), reasons.most_common(_MOST_ROWS))


def _seen(groups: Sequence[Measured]) -> Iterator[Mutation]:
    for group in groups:
        yield from (m for m in group.mutations if m.outcome is not Outcome.WITHIN)


def coverage(groups: Sequence[Measured]) -> list[str]:
    """The share of the numbers that take part in a relation, tables and text apart."""
    rows = []
    for group in groups:
        counts = {True: [0, 0], False: [0, 0]}
        for document in group.documents:
            covered = document.taking_part()
            for at, spot in enumerate(document.spots):
                counts[spot.is_in_table][0] += 1
                counts[spot.is_in_table][1] += at in covered
        row = [group.name]
        for is_in_table in (True, False):
            whole, part = counts[is_in_table]
            row += [f"{part} of {whole}", f"**{share(part, whole)}**"]
        rows.append(row)
    head = ("documents", "in tables", "share", "in text", "share")
    return table(head, rows)


def by_rule(groups: Sequence[Measured]) -> list[str]:
    """Which rule verified what; a relation without a place cannot be counted in numbers."""
    relations: Counter[str] = Counter()
    placeless: Counter[str] = Counter()
    numbers: dict[str, set] = {}
    for document in (d for group in groups for d in group.documents):
        for rule, _, _, members in document.relations:
            relations[rule] += 1
            placeless[rule] += not members
            places = numbers.setdefault(rule, set())
            places |= {(id(document), at, document.spots[at].is_in_table) for at in members}
    own: defaultdict[str, list[Mutation]] = defaultdict(list)
    for mutation in _seen(groups):
        if len(mutation.rules) == 1:
            own[mutation.rules[0]].append(mutation)
    rows = [
        (
            rule, count, sum(place[2] for place in numbers[rule]),
            sum(not place[2] for place in numbers[rule]), placeless[rule],
            len(own[rule]),
            share(sum(m.outcome is Outcome.CAUGHT for m in own[rule]), len(own[rule])),
        )
        for rule, count in sorted(relations.items())
    ]  # fmt: skip
    head = (
        "rule", "relations verified", "numbers in tables", "numbers in text",
        "relations without a place", "changes of numbers it alone verifies", "caught",
    )  # fmt: skip
    return table(head, rows)


def not_covered(groups: Sequence[Measured]) -> list[str]:
    """The commonest kinds of numbers without a relation, and what stands beside them."""
    kinds: Counter[tuple[str, str, str]] = Counter()
    seen: dict[tuple[str, str, str], Counter[str]] = {}
    for document in (d for group in groups for d in group.documents):
        for spot, reason in uncovered(document):
            key = "table" if spot.is_in_table else "text", spot.unit, spot.kind or "–"
            kinds[key] += 1
            seen.setdefault(key, Counter())[reason] += 1
    rows = []
    for key, count in kinds.most_common(_MOST_ROWS):
        promising = sum(n for reason, n in seen[key].items() if reason != ALONE)
        reasons = ", ".join(
            f"{n} {reason}" for reason, n in seen[key].most_common() if reason != ALONE
        )
        rows.append((*key, count, promising, reasons or "–"))
    head = ("in", "unit", "section", "numbers", "with something beside them", "what")
    return table(head, rows, words=3)


def alarms(groups: Sequence[Measured]) -> list[str]:
    """Findings in unchanged documents that nobody planted, for a thousand items."""
    rows = []
    for group in groups:
        firm = sum(finding.status is Status.FIRM for _, finding in group.alarms)
        trial = len(group.alarms) - firm
        per = 1000 / group.items if group.items else 0
        name = f"{group.name} (may hold mistakes)" if group.may_hold_mistakes else group.name
        rows.append((name, group.items, firm, f"{firm * per:.1f}", trial, f"{trial * per:.1f}"))
    head = ("documents", "items", "firm", "per 1,000 items", "trial", "per 1,000 items")
    return table(head, rows)


def planted(compared: Compared) -> list[str]:
    """Planted mistakes found, by kind."""
    kinds: dict[str, list] = {}
    for mistake in compared.planted:
        kinds.setdefault(mistake.kind, []).append(mistake)
    rows = [
        (
            kind, len(mistakes), sum(bool(m.rules) for m in mistakes),
            sum(m.is_firm for m in mistakes), sum(m.is_precise for m in mistakes),
            ", ".join(sorted({rule for m in mistakes for rule in m.rules})) or "–",
        )
        for kind, mistakes in sorted(kinds.items())
    ]  # fmt: skip
    whole = compared.planted
    counts = (
        len(whole), sum(bool(m.rules) for m in whole), sum(m.is_firm for m in whole),
        sum(m.is_precise for m in whole),
    )  # fmt: skip
    rows.append(("**all**", *counts, f"**{share(counts[1], counts[0])}**"))
    head = ("mistake", "planted", "found", "by a firm rule", "the right number named", "by")
    return table(head, rows)


def listed(compared: dict[str, Compared]) -> list[str]:
    """The share of the relations that careful readers listed which are verified."""
    rows = []
    for name, one in compared.items():
        found = [relation for relation in one.listed if relation.rules]
        rules = Counter(rule for relation in found for rule in relation.rules)
        by = ", ".join(f"{rule} {count}" for rule, count in sorted(rules.items()))
        part = f"**{share(len(found), len(one.listed))}**"
        rows.append((name, len(one.listed), len(found), part, by or "–"))
    return table(("documents", "relations listed", "verified", "share", "by"), rows)


def speed(paces: Sequence[Pace]) -> list[str]:
    """Items a second beside the bare pattern over the same text."""
    rows = [
        (
            pace.name, pace.items, f"{pace.characters / 1000:,.0f}",
            f"**{pace.items / pace.figures:,.0f}**", f"{pace.items / pace.all_rules:,.0f}",
            f"{pace.items / pace.scan:,.0f}", f"{pace.figures / pace.scan:,.0f}",
        )
        for pace in paces
    ]  # fmt: skip
    head = (
        "documents", "items", "kB of text", "figures, items/s", "all rules, items/s",
        "bare pattern, items/s", "figures: times the pattern",
    )  # fmt: skip
    return table(head, rows)


def large(paces: Sequence[Pace]) -> list[str]:
    """Seconds for one item that is far too large, and what is skipped of it."""
    rows = [
        (
            pace.name, "; ".join(dict.fromkeys(pace.said)) or "–", f"{pace.figures:.2f}",
            f"{pace.all_rules:.2f}", f"{pace.scan:.2f}",
        )
        for pace in paces
    ]  # fmt: skip
    head = ("one item with", "skipped", "figures, s", "all rules, s", "bare pattern, s")
    return table(head, rows, words=2)
