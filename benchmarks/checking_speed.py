"""How quick the checks of figures are, beside one pattern looking for numbers in the same text."""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from checking_generated import da

from sagsgang.checking import all_rules, check
from sagsgang.minutes import AgendaItem, Minutes, Section, SectionKind, Table

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]{3})*(?:,[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds of processor time for the checks, for all rules, and for the bare pattern."""

    name: str
    items: int
    characters: int
    figures: float
    all_rules: float
    scan: float
    said: tuple[str, ...] = ()


def text_of(minutes: Minutes) -> str:
    """What the sections of all items say."""
    return "\n".join(section.text for item in minutes.items for section in item.sections)


def pace(name: str, documents: Sequence[Minutes], rounds: int) -> Pace:
    """The best of some rounds over the documents, reading excluded."""
    texts = [text_of(minutes) for minutes in documents]
    reports = [check(minutes, rules=["F"]) for minutes in documents]  # warms up
    return Pace(
        name=name,
        items=sum(len(minutes.items) for minutes in documents),
        characters=sum(map(len, texts)),
        figures=_best(rounds, lambda: [check(minutes, rules=["F"]) for minutes in documents]),
        all_rules=_best(rounds, lambda: [check(minutes) for minutes in documents]),
        scan=_best(rounds, lambda: [_NUMBER.findall(text) for text in texts]),
        said=tuple(f"{each.rule}: {each.reason}" for report in reports for each in report.skipped),
    )


def rule_times(documents: Sequence[Minutes]) -> Iterator[tuple[str, float]]:
    """Milliseconds that each rule on figures takes, alone, for 1,000 items; what rules share is
    counted with each.
    """
    items = sum(len(minutes.items) for minutes in documents)
    for rule in all_rules():
        if rule.code.startswith("F"):
            time_taken = _best(2, partial(_checked, documents, [rule.code]))
            yield rule.code, time_taken * 1e6 / items


def _checked(documents: Sequence[Minutes], rules: Sequence[str]) -> None:
    for minutes in documents:
        check(minutes, rules=rules)


def _best(rounds: int, work: Callable[[], object]) -> float:
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def large(like: Minutes) -> list[tuple[str, Minutes]]:
    """One item each with a table of 10,000 rows, with 50,000 numbers in running text, in one
    paragraph and in many, and with 2,000 tables.
    """
    rows = [(f"Post {at}", da(at * 37 % 9_000), da(at * 91 % 7_000)) for at in range(9_999)]
    rows.append(
        (
            "I alt",
            *(da(sum(at * f % m for at in range(9_999))) for f, m in ((37, 9_000), (91, 7_000))),
        )
    )
    long_table = Table(lines=(2, 10_002), header=("Konto", "Budget", "Forbrug"), rows=tuple(rows))
    numbers = [
        f"{da(at * 7919 % 100_000)} kr. til formål {chr(97 + at % 26)}" for at in range(50_000)
    ]
    one = ", ".join(numbers) + "."
    many = "\n\n".join(", ".join(numbers[at : at + 20]) + "." for at in range(0, 50_000, 20))
    small = Table(
        lines=(2, 5), header=("", "2024", "2025"),
        rows=(("Drift", "1.200", "1.300"), ("Anlæg", "340", "310"), ("I alt", "1.540", "1.610")),
    )  # fmt: skip
    return [
        ("a table of 10,000 rows", _with(like, _rows_as_text(long_table), (long_table,))),
        ("50,000 numbers in one paragraph", _with(like, one)),
        ("50,000 numbers in 2,500 paragraphs", _with(like, many)),
        ("2,000 small tables", _with(like, "Tabeller.", (small,) * 2_000)),
    ]


def _rows_as_text(table: Table) -> str:
    return "\n".join("\t".join(row) for row in (table.header, *table.rows))


def _with(like: Minutes, text: str, tables: tuple[Table, ...] = ()) -> Minutes:
    section = Section(
        heading="Sagsfremstilling", kind=SectionKind.PRESENTATION, lines=(1, 2), text=text
    )
    item = AgendaItem(
        number="1", title="Et punkt", lines=(1, 2), sections=(section,), tables=tables
    )
    return like.model_copy(update={"items": (item,)})
