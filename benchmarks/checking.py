"""Measures the checks of figures: what they catch, what they look at, and whom they alarm.

In consistent documents one number is changed at a time, wherever a quantity stands that takes part
in a relation, and the item checked anew. Goals: at least 95 % of the changed first digits, swapped
digits and changes by 10 % are caught, no firm rule alarms without reason, and 1,000 ordinary items
are checked a second. `--write` writes docs/topics/accuracy.md; `--detail` lists every case.
"""

import argparse
import platform
import re
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import checking_report as report
from checking_careful import Compared, compare
from checking_detail import details
from checking_generated import SEED, compose
from checking_mutations import (
    CRASHES,
    KINDS,
    Document,
    Mutation,
    changed_item,
    mutated,
    reread,
)
from checking_report import Measured
from checking_speed import Pace, large, pace, rule_times

import sagsgang
from sagsgang.checking import Status
from sagsgang.reading import read
from sagsgang.reading.canonical import Unreadable

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "topics" / "accuracy.md"
EXAMPLE = Path(sagsgang.__file__).parent / "web" / "example" / "minutes"
WRITTEN, MISTAKES = HERE / "checking_corpus", HERE / "checking_mistakes"
#: What the documents of `--folder` are called; they never come onto the page.
FOLDER = "a folder"
_PLANTED = re.compile(r"\| (F[0-9]{2}) \| `([^`]+)` \| ([^|]+) \|")
_MARKED = re.compile(r"<!-- (?P<name>\w+) -->.*?<!-- /(?P=name) -->", re.DOTALL)
_KNOWN = {".txt", ".md", ".json", ".html", ".htm", ".pdf", ".docx", ".odt"}


def documents(folder: Path) -> list[Document]:
    """Every document of a folder that can be read."""
    found = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if path.suffix.lower() not in _KNOWN or path.name == "README.md":
            continue
        try:
            found.append(Document(path.name, read(path.read_bytes(), path.name)))
        except Unreadable as problem:
            print(f"{path.name}: {problem}", file=sys.stderr)
    return found


def example() -> Measured:
    """The example municipality, whose page tells what is planted."""
    page = (EXAMPLE / "README.md").read_text("utf-8")
    known = {(rule, name, item.strip()) for rule, name, item in _PLANTED.findall(page)}
    found = documents(EXAMPLE)
    alarms = [
        (document.name, finding)
        for document in found
        for finding in document.report.findings
        if (finding.rule, document.name, finding.item) not in known
    ]
    what = "its planted mistakes are no alarms, and their items are not changed"
    return Measured("example municipality", what, found, alarms=alarms)


def consistent(name: str, what: str, found: list[Document], *, unknown: bool = False) -> Measured:
    """Documents in which every finding is an alarm, or perhaps a mistake nobody knew."""
    alarms = [(one.name, finding) for one in found for finding in one.report.findings]
    return Measured(name, what, found, alarms=alarms, may_hold_mistakes=unknown)


def generated(count: int) -> Iterator[Document]:
    """Documents put together by chance."""
    for number in range(count):
        name = f"generated-{number}.txt"
        yield Document(name, read(compose(number).encode(), name))


def equal_when_reread(groups: list[Measured], every: int) -> tuple[int, int, list[str]]:
    """Of every so-manyeth mutation in a text file: how many were made in the file's text and read
    anew, how many gave the same item, and which did not.
    """
    tried, differing = 0, []
    for group in groups:
        by_name = {document.name: document for document in group.documents}
        for document, mutation in _sample(group, by_name, every):
            tried += 1
            again = reread(document, mutation.spot, mutation.changed)
            if again != changed_item(document, mutation.spot, mutation.changed):
                differing.append(
                    f"{document.name}: {mutation.spot.printed} → {mutation.changed} "
                    f"({mutation.kind}){'' if again else ': not found or not read'}"
                )
    return tried, tried - len(differing), differing


def _sample(
    group: Measured, by_name: dict[str, Document], every: int
) -> Iterator[tuple[Document, Mutation]]:
    for mutation in group.mutations[::every]:
        document = by_name[mutation.document]
        if Path(document.name).suffix in (".txt", ".md"):
            yield document, mutation


def page(
    groups: list[Measured],
    compared: dict[str, Compared],
    paces: list[Pace],
    equal: tuple[int, int],
) -> list[str]:
    """The whole report as Markdown."""
    names = {group.name for group in groups}
    lines = [
        "# How accurate the checks of figures are",
        "",
        "The rules F01, F02 … recompute what minutes print: sums in tables, shares, differences, "
        "figures that are repeated. This page says how many slips they catch, how many numbers "
        "they look at, and how often they are wrong. It is written by `benchmarks/checking.py "
        "--write` and changed by nobody.",
        "",
        "## What was measured",
        "",
        *report.documents(groups),
        "Nobody's real minutes are among them: what holds here need not hold there. `--folder` "
        "measures your own.",
        "",
        "## What is caught",
        "",
        "In items without a finding, one number at a time is changed, each number that takes part "
        "in at least one verified relation: the first digit, the last digit, two neighbouring "
        "digits swapped, 10 % more, 10 % less, the sign turned. It is *caught* when a finding "
        "comes that was not there. It is *within rounding* when every relation still holds, "
        "because a printed number may be off by half a unit of its last digit; such a change "
        "nobody can see, and it does not count. Shares are of those that are left. *Marked*: "
        "the finding points at the changed number (it may as well point at the sum that fails). "
        "*Named*: the finding says the number that stood there.",
        "",
    ]
    for group in groups:
        lines += [f"### {group.name[0].upper()}{group.name[1:]}", "", *report.caught(group)]
    missed = report.goals_missed(groups)
    lines += [
        f"Goal: {report.GOAL:.0%} for {', '.join(report.GOAL_KINDS)}. "
        + (f"Missed: {'; '.join(missed)}." if missed else "Reached everywhere."),
        "",
        f"The changes are made in what was read. Of {equal[0]} changes made in the text of the "
        f"file and read anew, {equal[1]} gave the very same item.",
        "",
        "## What is not caught, and why",
        "",
        "The rules are silent when unsure: a relation that is broken may also be one that was "
        "never meant. By the rules that had verified the number:",
        "",
        *report.missed_by_rule(groups),
        *report.missed_by_reason(groups),
        "How much depends on whether a second relation confirms what a number should be, and on "
        "how long it is (a number of one or two digits may mean anything):",
        "",
        *report.missed_by_support(groups),
        "## What is looked at",
        "",
        "A number is covered when it takes part in at least one relation that was recomputed and "
        "holds. Dates, years, paragraphs, case numbers and numbers written as words are not "
        "counted.",
        "",
        *report.coverage(groups),
        *report.by_rule(groups),
        "The commonest numbers without a relation. Many numbers stand alone: nothing in the "
        "document could contradict them. Beside others a relation is to be seen by trying all "
        "neighbours against each other; that is what a new rule could gain at the most, for some "
        "of it is chance.",
        "",
        *report.not_covered(groups),
        "## False alarms",
        "",
        "Findings in unchanged documents that nobody planted. A rule on trial never blocks.",
        "",
        *report.alarms(groups),
        "## Planted mistakes, and what a careful reader finds",
        "",
        "Invented documents with mistakes of the kinds that real minutes have had. A mistake "
        "counts as found when a finding on its item gives the wrong or the right number. The "
        "relations were listed by readers with a calculator; one counts when a verified relation "
        "has all its numbers, or, of more than two, all but one.",
        "",
    ]
    for name, one in compared.items():
        if one.planted:
            firm = sum(finding.status is Status.FIRM for _, finding in one.alarms)
            others = f"{len(one.alarms)} other findings ({firm} firm) in {one.items} items."
            lines += [*report.planted(one), f"In the documents {name}: {others}", ""]
    lines += report.listed(compared)
    if paces:
        lines += [
            "## How quick it is",
            "",
            "Checking alone, reading excluded, on one core, in processor time. Beside it the "
            "least that could be done, one regular expression looking for numbers in the same "
            "text.",
            "",
            *report.speed([one for one in paces if one.name in names]),
            *report.large([one for one in paces if one.name not in names]),
            f"Goal: {report.GOAL_ITEMS:,} ordinary items a second. Python "
            f"{platform.python_version()}, {platform.machine()}.",
            "",
        ]
    return [line for each in lines for line in _wrapped(each)]


def _wrapped(line: str) -> list[str]:
    return [line] if line.startswith(("|", "#")) or not line else textwrap.wrap(line, 150)


def written_by_others() -> list[str]:
    """The sections of the page between markers: other benchmarks write those."""
    text = PAGE.read_text("utf-8") if PAGE.exists() else ""
    return [match[0] for match in _MARKED.finditer(text)]


def measured(chosen: argparse.Namespace) -> tuple[list[Measured], dict[str, Compared]]:
    """The groups of documents, mutated, and what became of the lists beside them."""
    written, mistaken = documents(WRITTEN), documents(MISTAKES)
    groups = [example()]
    if written:
        what = "invented documents, written by hand to be consistent"
        groups.append(consistent("written by hand", what, written))
    if chosen.generated:
        what = f"{chosen.generated} documents put together by chance (seed {SEED})"
        groups.append(consistent("generated", what, list(generated(chosen.generated))))
    if chosen.folder:
        found = documents(chosen.folder)
        groups.append(consistent(FOLDER, "as given", found, unknown=True))
    for group in groups:
        if not chosen.no_mutations:
            for document in group.documents:
                group.mutations += mutated(document, tuple(chosen.kinds))
        counts = Counter(str(m.outcome) for m in group.mutations)
        print(f"{group.name}: {group.items} items, {dict(counts)}", file=sys.stderr)
    compared = {
        "with planted mistakes": compare(mistaken, MISTAKES),
        "written by hand": compare(written, WRITTEN),
    }
    return groups, compared


def main() -> int:
    """The command line; exit 1 when a goal is missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folder", type=Path, help="documents of your own, reported apart")
    parser.add_argument("--generated", type=int, default=40, help="how many documents (40)")
    parser.add_argument("--kinds", nargs="*", choices=KINDS, default=KINDS, help="of change")
    parser.add_argument("--every", type=int, default=40, help="read every so-manyeth anew (40)")
    parser.add_argument("--rounds", type=int, default=5, help="how often the speed is taken (5)")
    parser.add_argument("--no-mutations", action="store_true", help="change nothing")
    parser.add_argument("--no-speed", action="store_true", help="take no times")
    parser.add_argument("--detail", action="store_true", help="list every case before the tables")
    parser.add_argument("--write", action="store_true", help=f"into {PAGE.name}")
    chosen = parser.parse_args()
    groups, compared = measured(chosen)
    tried, same, differing = equal_when_reread(groups, chosen.every)
    paces = []
    if not chosen.no_speed:
        for group in groups:
            every = [document.minutes for document in group.documents]
            paces.append(pace(group.name, every, chosen.rounds))
        for name, minutes in large(groups[0].documents[0].minutes):
            paces.append(pace(name, [minutes], 1))
    if chosen.detail:
        print("\n".join(details(groups, compared)))
        print("\n== changes that read otherwise", *differing, sep="\n")
        print("\n== milliseconds of each rule alone for 1,000 items")
        every = [document.minutes for group in groups for document in group.documents]
        print(*(f"{code} {time:.0f}" for code, time in rule_times(every)), sep="\n")
    for crash, count in CRASHES.items():
        print(f"a rule failed {count} times: {crash}", file=sys.stderr)
    print("\n".join(page(groups, compared, paces, (tried, same))))
    if chosen.write:  # only what everybody has
        own = [group for group in groups if not group.may_hold_mistakes]
        tried, same, _ = equal_when_reread(own, chosen.every)
        lines = page(own, compared, [one for one in paces if one.name != FOLDER], (tried, same))
        text = "\n".join(lines).rstrip() + "\n"
        PAGE.write_text(text + "".join(f"\n{part}\n" for part in written_by_others()), "utf-8")
    firm = any(
        finding.status is Status.FIRM
        for group in groups
        if not group.may_hold_mistakes
        for _, finding in group.alarms
    )
    slow = any(one.items / one.figures < report.GOAL_ITEMS for one in paces[: len(groups)])
    return 1 if report.goals_missed(groups) or firm or slow or CRASHES else 0


if __name__ == "__main__":
    sys.exit(main())
