"""A mapping of a table's columns, held against the headings that are there."""

import re
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from decimal import Decimal

from sagsgang.figures.observation import Unit
from sagsgang.figures.sources.files import plain
from sagsgang.figures.sources.source import BadFile, Mapping, Problem
from sagsgang.figures.sources.units import UNITS, factor, scale_named

#: What people call the units that are not money.
UNIT_WORDS = {unit.words: unit for unit in Unit if unit is not Unit.KR}
_SERIES = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+")
_DIMENSION = re.compile(r"[a-z][a-z0-9_]*")
#: Series that other sources tell, each in its own way.
_RESERVED = ("jobindsats.", "statbank.")


@dataclass(frozen=True, slots=True)
class Value:
    """A column of numbers: which series it is, and what one of it is in the series' unit."""

    column: int
    series: str
    unit: Unit
    times: Decimal
    price_level: int | None


@dataclass(frozen=True, slots=True)
class Mapped:
    """Which column is what; `year` beside a column of months, None where there is none."""

    period: int
    year: int | None
    area: int | None
    dimensions: tuple[tuple[int, str], ...]
    values: tuple[Value, ...]


def mapped(mapping: Mapping, names: tuple[str, ...], row: int) -> Mapped:
    """The mapping as columns. Raises BadFile, which names what it says that the file has not."""
    problems: list[Problem] = []
    where = {plain(name): column for column, name in reversed(list(enumerate(names)))}

    def column(heading: object) -> int:
        found = where.get(plain(str(heading)))
        if found is None:
            there = ", ".join(f"“{name.strip()}”" for name in names if name.strip())
            problems.append(
                Problem(f"Kolonnen “{heading}” mangler", f"Filen har: {there}.", row=row)
            )
            return 0
        return found

    if not mapping.get("period"):
        problems.append(Problem("Der er ikke valgt en kolonne med periode", "Vælg den."))
    told = mapping.get("values")
    if not isinstance(told, MappingOf) or not told:
        problems.append(Problem("Der er ikke valgt en kolonne med tal", "Vælg mindst én."))
        told = {}
    dimensions = mapping.get("dimensions") or {}
    if not isinstance(dimensions, MappingOf):
        problems.append(Problem("“dimensions” skal sige et navn for hver kolonne"))
        dimensions = {}
    for name in dimensions.values():
        if not _DIMENSION.fullmatch(str(name)):
            problems.append(
                Problem(f"“{name}” kan ikke være en opdeling", "Brug små bogstaver a-z.")
            )
    found = Mapped(
        period=column(mapping["period"]) if mapping.get("period") else 0,
        year=column(mapping["year"]) if mapping.get("year") else None,
        area=column(mapping["area"]) if mapping.get("area") else None,
        dimensions=tuple((column(heading), str(name)) for heading, name in dimensions.items()),
        values=tuple(_value(column(heading), each, problems) for heading, each in told.items()),
    )
    series = [value.series for value in found.values]
    if len(set(series)) < len(series):
        problems.append(
            Problem("To kolonner er valgt som den samme serie", "Giv dem hver sit navn.")
        )
    if problems:
        raise BadFile(problems)
    return found


def _value(column: int, told: object, problems: list[Problem]) -> Value:
    each = told if isinstance(told, MappingOf) else {"series": told}
    series = str(each.get("series") or "")
    if not _SERIES.fullmatch(series) or series.startswith(_RESERVED):
        problems.append(
            Problem(
                f"“{series}” kan ikke være navnet på en serie",
                "Brug små bogstaver a-z og punktum, fx “egne.kontaktforloeb”.",
            )
        )
    level = each.get("price_level")
    if level is not None and not re.fullmatch(r"(?:19|20)[0-9]{2}", str(level)):
        problems.append(Problem(f"“{level}” er ikke et prisniveau", "Skriv et år."))
        level = None
    try:
        unit, times = unit_named(str(each.get("unit") or "antal"))
    except BadFile as bad:
        problems.extend(bad.problems)
        unit, times = Unit.COUNT, Decimal(1)
    return Value(column, series, unit, times, int(str(level)) if level is not None else None)


def unit_named(text: str) -> tuple[Unit, Decimal]:
    """The unit that a mapping names, and how many of it one is: "mio. kr." is 1.000.000 kr. Raises
    BadFile.
    """
    if text in UNIT_WORDS:
        return UNIT_WORDS[text], Decimal(1)
    try:
        return Unit(text), Decimal(1)
    except ValueError:
        pass
    try:
        return Unit.KR, factor(scale_named(text))
    except BadFile:
        known = ", ".join((*UNITS, *UNIT_WORDS))
        raise BadFile([Problem(f"Enheden “{text}” er ukendt", f"Kendte: {known}.")]) from None
