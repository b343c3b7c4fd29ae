"""The StatBank source: a table's BULK becomes one series, its variables the dimensions."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from sagsgang.figures.observation import Missing, Observation, Unit, group_of
from sagsgang.figures.periods import BadPeriod, Period
from sagsgang.figures.sources.areas import area_named
from sagsgang.figures.sources.files import NotANumber, number_of, read_period, slug
from sagsgang.figures.sources.files.table import Problems
from sagsgang.figures.sources.source import BadFile, Mapping, Problem, Progress, Reading
from sagsgang.figures.store import Staged
from sagsgang.language.money import FACTORS, parse_scale

_AREA, _TIME, _CONTENT = ("OMRÅDE", "KOMK", "KOMMUNEDK"), "TID", "INDHOLD"


class StatBankFile:
    """A file that the client fetched: JSON with the table's description and its figures."""

    id = "statbank"
    title = "Danmarks Statistik, StatBank (hentet)"
    page = Path(__file__).with_name("statbank.md")
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
        """Lay the table out; without areas it is of the country. Raises BadFile."""
        told = _told(path)
        rows = list(csv.reader(io.StringIO(str(told["bulk"])), delimiter=";"))
        if len(rows) < 2:
            raise BadFile([Problem("Svaret har ingen tal", "Vælg andre værdier.")])
        names = [name.strip().upper() for name in rows[0]]
        for wanted in (_TIME, _CONTENT):
            if wanted not in names:
                raise BadFile([Problem(f"Svaret har ingen kolonne {wanted}", ", ".join(names))])
        unit, times = _unit(told["described"])
        problems, warnings = Problems(), set()
        found: list[tuple[Observation, str]] = []
        for number, row in enumerate(rows[1:], start=2):
            each = dict(zip(names, (cell.strip() for cell in row), strict=False))
            area_text = next((each[name] for name in _AREA if name in each), "000")
            named = area_named(area_text)
            if named is None:
                warnings.add("Områder, der ikke er kommuner eller hele landet, er ikke taget med.")
                continue
            period = _period(each[_TIME], number, problems)
            value = _number(each.get(_CONTENT, ""), number, problems)
            if period is None or value is None:
                continue
            group = group_of(
                {
                    slug(name): member
                    for name, member in each.items()
                    if name not in (*_AREA, _TIME, _CONTENT) and member
                }
            )
            is_missing = isinstance(value, Missing)
            observation = Observation(
                series=f"statbank.{told['table']}",
                area=named,
                period=period,
                value=None if isinstance(value, Missing) else value * times,
                unit=unit,
                group=group,
                missing=value if isinstance(value, Missing) and is_missing else None,
            )
            found.append((observation, f"svarets række {number}"))
        problems.refuse()
        if not found:
            raise BadFile([Problem("Svaret har ingen kommuner eller landstal", "Vælg områder.")])
        staged.add(found)
        return Reading(
            rows=len(rows) - 1,
            columns={slug(name): name for name in names},
            unit=unit.words,
            first=min(each.period for each, _place in found),
            last=max(each.period for each, _place in found),
            warnings=tuple(sorted(warnings)),
        )


def _told(path: Path) -> dict[str, Any]:
    try:
        told = json.loads(path.read_bytes().removeprefix(b"\xef\xbb\xbf"))
    except ValueError:
        told = None
    if not isinstance(told, dict) or told.get("service") != "statbank" or "bulk" not in told:
        raise BadFile([Problem("Filen er ikke hentet fra StatBank", "Hent den under Indlæs tal.")])
    return told


def _period(text: str, number: int, problems: Problems) -> Period | None:
    try:
        return read_period(text)
    except BadPeriod:
        problems.add(
            Problem("er ikke en periode", "", row=number, column=_TIME, text=text)
            if text
            else Problem("Perioden mangler", "", row=number, column=_TIME)
        )
        return None


def _number(text: str, number: int, problems: Problems) -> Decimal | Missing | None:
    try:
        value = number_of(text)
    except NotANumber:
        # BULK has no thousands' points: a point is another language's decimal comma.
        problems.add(
            Problem(
                "er ikke et tal",
                "Tjenesten er måske ændret: sig det til os.",
                row=number,
                column=_CONTENT,
                text=text,
            )
        )
        return None
    return Missing.UNKNOWN if value is None else value


def _unit(described: Any) -> tuple[Unit, Decimal]:
    """The table's unit, and how many of it one is: "mio. kr." is 1.000.000 kr."""
    told = str((described or {}).get("unit") or "").casefold()
    if "kr" in told:
        return Unit.KR, Decimal(FACTORS[parse_scale(told) or "kr."])
    for mark, unit in (
        ("pct. point", Unit.PERCENTAGE_POINT),
        ("pct", Unit.PERCENT),
        ("procent", Unit.PERCENT),
        ("fuldtid", Unit.FULL_TIME_PERSONS),
        ("personer", Unit.PERSONS),
        ("timer", Unit.HOURS),
        ("indeks", Unit.INDEX),
    ):
        if mark in told:
            return unit, Decimal(1)
    return Unit.COUNT, Decimal(1)


SOURCE = StatBankFile()
