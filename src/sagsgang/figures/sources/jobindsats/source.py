"""The jobindsats source: what the API answered becomes observations, a series for each measure."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from sagsgang.figures.observation import Group, Missing, Observation, Unit, group_of
from sagsgang.figures.periods import BadPeriod, Period
from sagsgang.figures.sources.areas import area_named
from sagsgang.figures.sources.files import NotANumber, number_of, plain, read_period, slug
from sagsgang.figures.sources.files.table import Problems
from sagsgang.figures.sources.source import BadFile, Mapping, Problem, Progress, Reading
from sagsgang.figures.store import Staged

#: Figures of so many of the newest months are preliminary: they are told by when things happened,
#: and change as more is registered.
PRELIMINARY_MONTHS = 2
_AREAS = ("kommune", "område", "area", "nykom", "geografi", "ny kommune")
_PERIODS = ("periode", "period", "måned", "år", "kvartal")
_UNITS = (
    ("pct. point", Unit.PERCENTAGE_POINT),
    ("pct point", Unit.PERCENTAGE_POINT),
    ("pct", Unit.PERCENT),
    ("andel", Unit.PERCENT),
    ("fuldtidspersoner", Unit.FULL_TIME_PERSONS),
    ("personer", Unit.PERSONS),
    ("timer", Unit.HOURS),
    ("placering", Unit.RANK),
)


class JobindsatsFile:
    """A file that the client fetched: JSON with what was asked and what came."""

    id = "jobindsats"
    title = "Jobindsats (hentet)"
    page = Path(__file__).with_name("jobindsats.md")
    endings = ("json",)

    def read(
        self,
        path: Path,
        staged: Staged,
        *,
        area: str,
        mapping: Mapping | None = None,
        on_progress: Progress | None = None,
    ) -> Reading:
        """Lay the answer out; the areas are those of the answer. Raises BadFile."""
        told = _told(path)
        table = slug(str(told["table"]))
        problems = Problems()
        found: list[tuple[Observation, str]] = []
        columns: dict[str, str] = {}
        warnings: set[str] = set()
        for page in told["pages"]:
            names, rows = _page(page)
            layout = _layout(names)
            columns |= {
                role: names[at] for role, at in layout.items() if role in ("period", "area")
            }
            found += _rows(table, names, rows, layout, area, problems, warnings)
        problems.refuse()
        if not found:
            raise BadFile([Problem("Svaret har ingen tal", "Vælg andre perioder.")])
        staged.add(found)
        periods = [each.period for each, _place in found]
        return Reading(
            rows=len(found),
            columns=columns | {each.series: each.unit.words for each, _place in found},
            unit=", ".join(sorted({each.unit.words for each, _place in found})),
            first=min(periods),
            last=max(periods),
            warnings=tuple(sorted(warnings)),
            preliminary_from=_preliminary_from(periods),
        )


def _told(path: Path) -> dict[str, Any]:
    try:
        told = json.loads(path.read_bytes().removeprefix(b"\xef\xbb\xbf"))
    except ValueError:
        told = None
    if not isinstance(told, dict) or told.get("service") != "jobindsats" or "pages" not in told:
        raise BadFile(
            [Problem("Filen er ikke hentet fra jobindsats", "Hent den under Indlæs tal.")]
        )
    return told


def _page(page: Any) -> tuple[list[str], list[list[Any]]]:
    """The columns and rows of an answer in version 2 or 3. Raises BadFile."""
    if isinstance(page, list) and len(page) == 1:
        page = page[0]
    if isinstance(page, dict) and "Variables" in page and "Data" in page:
        names = [str(each.get("Label") or each.get("Name") or "") for each in page["Variables"]]
        return names, page["Data"]
    if isinstance(page, dict) and "columns" in page and "rows" in page:
        names = [
            str(each.get("name") or each.get("label") or each.get("column_name") or "")
            if isinstance(each, dict)
            else str(each)
            for each in page["columns"]
        ]
        return names, page["rows"]
    raise BadFile(
        [
            Problem(
                "Svaret har en form, der ikke kendes", "Tjenesten er måske ændret: sig det til os."
            )
        ]
    )


def _layout(names: list[str]) -> dict[str, int]:
    layout: dict[str, int] = {}
    for at, name in enumerate(names):
        told = plain(name).removeprefix("_")
        if told in _PERIODS and "period" not in layout:
            layout["period"] = at
        elif told in _AREAS and "area" not in layout:
            layout["area"] = at
    if "period" not in layout:
        raise BadFile([Problem("Svaret har ingen periode", f"Det har: {', '.join(names)}.")])
    return layout


def _rows(
    table: str,
    names: list[str],
    rows: list[list[Any]],
    layout: dict[str, int],
    area: str,
    problems: Problems,
    warnings: set[str],
) -> Iterator[tuple[Observation, str]]:
    measures = _measures(names, rows, layout)
    for number, row in enumerate(rows, start=1):
        period = _period(names, row, layout, number, problems, warnings)
        named = area_named(str(row[layout["area"]])) if "area" in layout else area
        if named is None:
            # Regions and groups of municipalities are not ours to tell.
            warnings.add("Områder, der ikke er kommuner eller hele landet, er ikke taget med.")
            continue
        if period is None:
            continue
        group = group_of(
            {
                slug(names[at]): str(row[at]).strip()
                for at in range(len(names))
                if at not in measures and at not in layout.values() and row[at] not in (None, "")
            }
        )
        for at in measures:
            key = (named, period, group)
            if (each := _observation(table, names[at], row[at], key, number, problems)) is not None:
                yield each, f"svarets række {number}, “{names[at]}”"


def _measures(names: list[str], rows: list[list[Any]], layout: dict[str, int]) -> list[int]:
    """The columns of numbers: those in which something is a number and nothing a word."""
    found = []
    for at in range(len(names)):
        if at in layout.values():
            continue
        cells = [_value(row[at]) for row in rows if at < len(row)]
        is_number = any(isinstance(cell, Decimal) for cell in cells)
        is_nothing = bool(cells) and all(isinstance(cell, Missing) for cell in cells)
        if (is_number and not _is_dimension(names[at])) or is_nothing:
            found.append(at)
    return found


def _is_dimension(name: str) -> bool:
    """Groups of age and of time have members that look like numbers."""
    return name.startswith("_") or plain(name) in ("alder", "varighed", "køn")


def _value(cell: object) -> Decimal | Missing | str | None:
    """A cell of the answer: numbers as JSON has them or in Danish; null is not told."""
    match cell:
        case None:
            return Missing.UNKNOWN
        case bool():
            return str(cell)
        case int():
            return Decimal(cell)
        case float():
            # What a float has beyond six decimals is noise.
            return round(Decimal(repr(cell)), 6)
        case str():
            try:
                return number_of(cell) if cell.strip() else Missing.UNKNOWN
            except NotANumber:
                return cell
    return str(cell)


def _observation(
    table: str,
    measure: str,
    cell: object,
    key: tuple[str, Period, Group],
    number: int,
    problems: Problems,
) -> Observation | None:
    area, period, group = key
    value = _value(cell)
    unit = _unit(measure)
    series = f"jobindsats.{table}.{slug(measure)}"
    if isinstance(value, Missing):
        return Observation(series, area, period, None, unit, group, value)
    if not isinstance(value, Decimal) or round(value, 6) != value:
        problems.add(
            Problem(
                "er ikke et tal, der kan gemmes",
                "Tjenesten er måske ændret: sig det til os.",
                row=number,
                column=measure,
                text=str(cell),
            )
        )
        return None
    return Observation(series, area, period, value, unit, group)


def _unit(measure: str) -> Unit:
    told = measure.casefold()
    return next((unit for mark, unit in _UNITS if mark in told), Unit.COUNT)


def _period(
    names: list[str],
    row: list[Any],
    layout: dict[str, int],
    number: int,
    problems: Problems,
    warnings: set[str],
) -> Period | None:
    text = str(row[layout["period"]]).strip()
    if "QMAT" in text.upper():
        warnings.add("Rullende år (QMAT) er ikke taget med: de er ikke kalenderår.")
        return None
    try:
        return read_period(text)
    except BadPeriod:
        problems.add(
            Problem(
                "er ikke en periode",
                "Tjenesten er måske ændret: sig det til os.",
                row=number,
                column=names[layout["period"]],
                text=text,
            )
        )
        return None


def _preliminary_from(periods: list[Period]) -> Period | None:
    months = sorted({each for each in periods if each.length == 1})
    return months[-PRELIMINARY_MONTHS:][0] if months else None


SOURCE = JobindsatsFile()
