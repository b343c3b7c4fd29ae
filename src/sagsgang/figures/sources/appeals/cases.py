"""A list of cases counted: by outcome, and by decision where several cases had one decision."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sagsgang.figures.observation import Group, group_of
from sagsgang.figures.periods import Period
from sagsgang.figures.sources.appeals.words import (
    DECIDED,
    OUTCOME_TITLES,
    law_of,
    outcome_of,
    paragraph_of,
)
from sagsgang.figures.sources.areas import area_named
from sagsgang.figures.sources.files.table import Problems, Table
from sagsgang.figures.sources.source import Problem

#: An area, a year and a group.
Key = tuple[str, Period, Group]


@dataclass(frozen=True, slots=True)
class Case:
    """One row: a case that ended."""

    row: int
    key: Key
    outcome: str
    decision: str


@dataclass(frozen=True, slots=True)
class Cases:
    """`decided` counts decisions by area, year, group and outcome; `places` says where each group's
    cases stand.
    """

    cases: tuple[Case, ...]
    has_decisions: bool
    decided: dict[tuple[str, Period, Group, str], int]
    places: dict[Key, str]
    questions: tuple[Problem, ...]
    warnings: tuple[str, ...]

    def outcomes(self) -> Iterator[tuple[Key, str]]:
        """The key and outcome of each case."""
        return ((each.key, each.outcome) for each in self.cases)

    def groups(self) -> list[Key]:
        """Every group in every year of its area: the file lists all cases, so none is zero."""
        years: defaultdict[str, set[Period]] = defaultdict(set)
        groups: defaultdict[str, set[Group]] = defaultdict(set)
        for each in self.cases:
            area, period, group = each.key
            years[area].add(period)
            groups[area].add(group)
        return sorted((area, y, g) for area in years for y in years[area] for g in groups[area])


def read_cases(table: Table, area: str) -> Cases:
    """The cases of a list. Raises BadFile."""
    problems = Problems()
    cases = []
    seen: dict[str, int] = {}
    for row, cells in table.rows:
        key = key_of(table, row, cells, area, problems)
        outcome = outcome_in(table, row, cells, problems)
        number = table.text(cells, "case")
        if number and number in seen:
            problems.add(
                Problem(
                    f"står også i række {seen[number]}",
                    "En sag tæller én gang, med det mest vidtgående udfald. Slet den ene række.",
                    row=row,
                    column=table.header.name(table.header.column("case")),
                    text=number,
                )
            )
        elif number:
            seen[number] = row
        if key is not None and outcome is not None:
            cases.append(Case(row, key, outcome, table.text(cells, "decision")))
    problems.refuse()
    decided, questions = _decisions(cases)
    rows: defaultdict[Key, list[int]] = defaultdict(list)
    for each in cases:
        rows[each.key].append(each.row)
    return Cases(
        cases=tuple(cases),
        has_decisions=table.header.has("decision"),
        decided=decided,
        places={key: _place(told) for key, told in rows.items()},
        questions=questions,
        warnings=(),
    )


def key_of(
    table: Table, row: int, cells: tuple[str, ...], area: str, problems: Problems
) -> Key | None:
    """The area, year and group of a row; a problem where it has none."""
    period = table.period(row, cells, table.header.column("period"), problems)
    if table.header.has("area"):
        text = table.text(cells, "area")
        found = area_named(text) if text else area
        if found is None:
            problems.add(
                Problem(
                    "er ikke en kommune",
                    "Skriv kommunens navn eller kode, eller “Hele landet”.",
                    row=row,
                    column=table.header.name(table.header.column("area")),
                    text=text,
                )
            )
            return None
        area = found
    if period is None:
        return None
    members = {
        "law": law_of(table.text(cells, "law")),
        "paragraph": paragraph_of(table.text(cells, "paragraph")),
        "subject": " ".join(table.text(cells, "subject").split()),
    }
    return area, period.year, group_of({name: told for name, told in members.items() if told})


def outcome_in(table: Table, row: int, cells: tuple[str, ...], problems: Problems) -> str | None:
    """The outcome that a row names; a problem where it names none."""
    text = table.text(cells, "outcome")
    found = outcome_of(text)
    if found is None:
        known = ", ".join(OUTCOME_TITLES.values())
        problems.add(
            Problem(
                "er ikke et udfald, der tæller i den almindelige statistik"
                if text
                else "Udfaldet mangler",
                f"Skriv et af: {known}.",
                row=row,
                column=table.header.name(table.header.column("outcome")),
                text=text,
            )
        )
    return found


def _decisions(
    cases: list[Case],
) -> tuple[dict[tuple[str, Period, Group, str], int], tuple[Problem, ...]]:
    """Decisions by their most far-reaching outcome; one that had several is asked about. A case
    without a decision's number is a decision by itself.
    """
    found: defaultdict[tuple[Key, str], list[Case]] = defaultdict(list)
    for each in cases:
        if each.outcome in DECIDED:
            found[each.key, each.decision or f"row {each.row}"].append(each)
    counted: Counter[tuple[str, Period, Group, str]] = Counter()
    questions = []
    for (key, decision), same in found.items():
        outcomes = {each.outcome for each in same}
        outcome = next(each for each in DECIDED if each in outcomes)
        counted[(*key, outcome)] += 1
        if len(outcomes) > 1:
            rows = " og ".join(str(each.row) for each in same)
            questions.append(
                Problem(
                    f"Afgørelse {decision} har flere udfald (række {rows})",
                    f"Den tæller som {OUTCOME_TITLES[outcome]}, når der tælles efter afgørelser.",
                )
            )
    return dict(counted), tuple(questions)


def _place(rows: list[int]) -> str:
    return f"række {rows[0]}" + (f" og {len(rows) - 1} til" if len(rows) > 1 else "")
