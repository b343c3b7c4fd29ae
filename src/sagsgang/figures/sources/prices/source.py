"""The prices source: one index a year (PL), any base."""

from decimal import Decimal
from pathlib import Path

from sagsgang.figures.observation import Missing, Observation, Unit
from sagsgang.figures.periods import Grain
from sagsgang.figures.sources.areas import COUNTRY
from sagsgang.figures.sources.files import ENDINGS
from sagsgang.figures.sources.files.table import Problems, headings, read_table
from sagsgang.figures.sources.source import BadFile, Mapping, Problem, Progress, Reading
from sagsgang.figures.store import Staged

_HEADINGS = {"period": ("år", "budgetår"), "index": ("indeks", "pl indeks", "pris og lønindeks")}


class Prices:
    """The price and wage index by year."""

    id = "prices"
    title = "Pris- og lønindeks (PL)"
    page = Path(__file__).with_name("prices.md")
    endings = ENDINGS

    def read(
        self,
        path: Path,
        staged: Staged,
        *,
        area: str,
        mapping: Mapping | None = None,
        on_progress: Progress | None = None,
    ) -> Reading:
        """Lay the index out; it is of the country, whatever `area` is. Raises BadFile."""
        mapping = mapping or {}
        told = mapping.get("columns")
        table = read_table(path, headings(_HEADINGS, told), numbers=("index",))
        for role, name in (("period", "År"), ("index", "Indeks")):
            if not table.header.has(role):
                raise BadFile([Problem(f"Der mangler en kolonne “{name}”", row=table.header.row)])
        problems = Problems()
        found = []
        column = table.header.column("index")
        for row, cells in table.rows:
            period = table.period(row, cells, table.header.column("period"), problems)
            count = problems.count
            value = table.number(row, cells, column, problems)
            if problems.count > count or period is None:
                continue
            if period.grain is not Grain.YEAR or not isinstance(value, Decimal) or value <= 0:
                problems.add(
                    Problem(
                        "Hver række skal have et år og et indeks over 0",
                        row=row,
                        column=table.header.name(column),
                        text=_said(value, cells[column]),
                    )
                )
                continue
            each = Observation("price.index", COUNTRY, period, value, Unit.INDEX)
            found.append((each, f"række {row}"))
        problems.refuse()
        if not found:
            raise BadFile([Problem("Filen har ingen indeks")])
        try:
            staged.add(found)
        except ValueError as error:
            raise BadFile([Problem(f"Et indeks har for mange decimaler ({error})")]) from error
        return Reading(
            rows=len(table.rows),
            columns=table.header.told(),
            unit=Unit.INDEX.words,
            first=min(each.period for each, _place in found),
            last=max(each.period for each, _place in found),
            mapping={"columns": table.header.told()},
        )


def _said(value: Decimal | Missing | None, text: str) -> str:
    return text if value is not None else ""


SOURCE = Prices()
