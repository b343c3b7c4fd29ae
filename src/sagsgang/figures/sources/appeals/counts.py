"""A table of counts read: outcomes in columns, or one outcome a row with its number of cases."""

from collections.abc import Iterator
from decimal import Decimal

from sagsgang.figures.observation import Missing, Observation, Unit
from sagsgang.figures.sources.appeals.cases import Key, key_of, outcome_in
from sagsgang.figures.sources.appeals.words import OUTCOMES
from sagsgang.figures.sources.files.table import Problems, Table
from sagsgang.figures.sources.source import BadFile, Problem


def read_counts(table: Table, area: str) -> tuple[list[tuple[Observation, str]], tuple[str, ...]]:
    """The observations with their places, and warnings. An outcome that the file has no row for is
    zero in a group and year that it has others for. Raises BadFile.
    """
    problems = Problems()
    told: dict[tuple[Key, str], tuple[Decimal | Missing, str]] = {}
    for row, cells in table.rows:
        key = key_of(table, row, cells, area, problems)
        if key is None:
            continue
        for outcome, value in _outcomes(table, row, cells, problems):
            before = told.get((key, outcome))
            if before is not None:
                problems.add(_twice(key, outcome, row, before[1]))
            told[key, outcome] = (value, f"række {row}")
    problems.refuse()
    places = {key: place for (key, _outcome), (_value, place) in told.items()}
    found = []
    for key in sorted(places):
        for outcome in OUTCOMES:
            value, place = told.get((key, outcome), (Decimal(0), places[key]))
            found.append((_observation(key, outcome, value), place))
    if not found:
        raise BadFile([Problem("Filen har ingen tal", "Hent den igen, hvor den kommer fra.")])
    return found, ()


def _outcomes(
    table: Table, row: int, cells: tuple[str, ...], problems: Problems
) -> Iterator[tuple[str, Decimal | Missing]]:
    header = table.header
    if header.has("count"):
        outcome = outcome_in(table, row, cells, problems)
        value = _whole(table, row, cells, header.column("count"), problems)
        if outcome is not None and value is not None:
            yield outcome, value
        return
    for outcome in OUTCOMES:
        values = [
            _whole(table, row, cells, column, problems) for column in header.taken.get(outcome, ())
        ]
        there = [value for value in values if value is not None]
        if not there or len(there) < len(values):
            continue
        missing = [value for value in there if isinstance(value, Missing)]
        yield (
            outcome,
            missing[0]
            if missing
            else sum((value for value in there if isinstance(value, Decimal)), Decimal(0)),
        )


def _whole(
    table: Table, row: int, cells: tuple[str, ...], column: int, problems: Problems
) -> Decimal | Missing | None:
    count = problems.count
    value = table.number(row, cells, column, problems)
    if problems.count > count:
        return None
    if value is None:
        wrong, remedy = "Antallet mangler", "Skriv 0, når der ingen sager er."
    elif isinstance(value, Decimal) and (value < 0 or value != value.to_integral_value()):
        wrong, remedy = "er ikke et antal sager", "Skriv et helt tal."
    else:
        return value
    name = table.header.name(column)
    problems.add(Problem(wrong, remedy, row=row, column=name, text=cells[column]))
    return None


def _twice(key: Key, outcome: str, row: int, before: str) -> Problem:
    _area, period, group = key
    named = ", ".join(member for _name, member in group)
    return Problem(
        f"{period.in_danish()} {named} står også i {before}".replace("  ", " "),
        "Ret filen, så hvert tal står én gang.",
        row=row,
    )


def _observation(key: Key, outcome: str, value: Decimal | Missing) -> Observation:
    area, period, group = key
    is_missing = isinstance(value, Missing)
    return Observation(
        f"appeals.{outcome}",
        area,
        period,
        None if isinstance(value, Missing) else value,
        Unit.COUNT,
        group,
        value if isinstance(value, Missing) and is_missing else None,
    )
