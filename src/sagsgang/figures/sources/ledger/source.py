"""The ledger source: an extract from the municipality's ledger becomes observations in kroner."""

from pathlib import Path

from sagsgang.figures.periods import Period
from sagsgang.figures.sources.files import ENDINGS, Header, find_header, open_file
from sagsgang.figures.sources.files.opened import fill
from sagsgang.figures.sources.ledger.checks import questions_of
from sagsgang.figures.sources.ledger.columns import Layout, layout_of
from sagsgang.figures.sources.ledger.groups import find_groups
from sagsgang.figures.sources.ledger.lines import add_up, leave_totals_out
from sagsgang.figures.sources.ledger.months import find_months, preliminary_from
from sagsgang.figures.sources.ledger.words import HEADINGS
from sagsgang.figures.sources.source import BadFile, Mapping, Progress, Reading
from sagsgang.figures.sources.units import PRINTED
from sagsgang.figures.store import Staged

_SEVERAL = frozenset({"supplementary_appropriation"})


class Ledger:
    """Extracts of budget, supplementary appropriations, spending and forecast, by account."""

    id = "ledger"
    title = "Økonomiudtræk (budget, forbrug og forventet regnskab)"
    page = Path(__file__).with_name("ledger.md")
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
        """Lay the extract out as observations of `area`. Raises BadFile."""
        mapping = mapping or {}
        tell = on_progress or _silent
        database = staged.database
        with open_file(path, sheet=str(mapping.get("sheet") or ""), on_progress=tell) as opened:
            header = find_header(
                opened.top, HEADINGS, told=mapping.get("columns"), several=_SEVERAL
            )
            layout = layout_of(header, mapping)
            fill(opened, database, header.row, layout.used)
        tell(0.5, "Ser perioder og konti efter")
        warnings = leave_totals_out(database, layout)
        months = find_months(database, layout)
        groups = find_groups(database, layout)
        tell(0.65, "Ser beløbene efter")
        rows, scale = add_up(database, layout, area)
        tell(0.85, "Holder budgetterne op mod hinanden")
        questions = questions_of(database, layout, is_told=bool(scale))
        found = database.execute(
            "SELECT min(first), max(first + length - 1) FROM staged"
        ).fetchone()
        assert found is not None
        if found[0] is None:
            raise BadFile(layout.nothing())
        database.execute("DROP TABLE raw")
        tell(0.9, "Læst")
        return Reading(
            rows=rows,
            columns=header.told(),
            unit=PRINTED[scale or "kr."],
            first=Period(found[0], 1),
            last=Period(found[1], 1),
            warnings=(*warnings, *months, *groups),
            questions=questions,
            preliminary_from=preliminary_from(mapping),
            mapping=_remembered(header, layout, mapping),
        )


def _remembered(header: Header, layout: Layout, mapping: Mapping) -> Mapping:
    told: dict[str, object] = {
        "columns": {
            role: [header.names[column].strip() for column in columns]
            for role, columns in header.taken.items()
        }
    }
    kept = {name: mapping[name] for name in ("unit", "sign", "sheet") if mapping.get(name)}
    return {**told, **kept}


def _silent(_share: float, _words: str) -> None:
    return None


SOURCE = Ledger()
