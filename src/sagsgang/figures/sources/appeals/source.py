"""The appeals source: outcomes by law, paragraph, subject and year, one row a case or a count."""

from collections import Counter
from collections.abc import Mapping as MappingOf
from decimal import Decimal
from pathlib import Path

from sagsgang.figures.observation import Group, Observation, Unit, group_of
from sagsgang.figures.periods import Period
from sagsgang.figures.sources.appeals.cases import Cases, read_cases
from sagsgang.figures.sources.appeals.counts import read_counts
from sagsgang.figures.sources.appeals.words import DECIDED, HEADINGS, OUTCOMES, SEVERAL
from sagsgang.figures.sources.files import ENDINGS
from sagsgang.figures.sources.files.table import Table, headings, read_table
from sagsgang.figures.sources.source import BadFile, Mapping, Problem, Progress, Reading
from sagsgang.figures.store import Staged


class Appeals:
    """Appeal outcomes of a municipality, and of the country where the file has it."""

    id = "appeals"
    title = "Ankestatistik (udfald af klagesager)"
    page = Path(__file__).with_name("appeals.md")
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
        """Lay the list out as observations. Raises BadFile."""
        mapping = mapping or {}
        table = read_table(
            path,
            headings(HEADINGS, mapping.get("columns"), SEVERAL),
            sheet=str(mapping.get("sheet") or ""),
            numbers=(*OUTCOMES, "count"),
        )
        _refuse(table)
        if table.header.has("count") or any(table.header.has(each) for each in OUTCOMES):
            counts, warnings = read_counts(table, area)
            staged.add(counts)
            periods = [each.period for each, _place in counts]
            questions: tuple[Problem, ...] = ()
        else:
            cases = read_cases(table, area)
            staged.add(_observations(cases))
            periods = [period for _area, period, _group in cases.groups()]
            questions, warnings = cases.questions, cases.warnings
        if not periods:
            raise BadFile([Problem("Filen har ingen sager", "Hent den igen, hvor den kommer fra.")])
        if on_progress:
            on_progress(0.9, "Læst")
        return Reading(
            rows=len(table.rows),
            columns=table.header.told(),
            unit=Unit.COUNT.words,
            first=min(periods),
            last=max(periods),
            warnings=warnings,
            questions=questions,
            mapping={
                "columns": {
                    role: [table.header.names[column].strip() for column in columns]
                    for role, columns in table.header.taken.items()
                }
            },
        )


def _refuse(table: Table) -> None:
    header, problems = table.header, []
    if not header.has("period"):
        problems.append(
            Problem(
                "Der mangler en kolonne med år",
                "Kald den “År” eller “Afgørelsesdato”.",
                row=header.row,
            )
        )
    is_wide = any(header.has(each) for each in OUTCOMES)
    if is_wide:
        missing = [name for name in DECIDED if not header.has(name)]
        titles = {"changed": "Ændret/ophævet", "remitted": "Hjemvist", "upheld": "Stadfæstet"}
        problems += [
            Problem(f"Der mangler en kolonne “{titles[name]}”", "Tilføj den.", row=header.row)
            for name in missing
        ]
    elif not header.has("outcome"):
        problems.append(
            Problem(
                "Der mangler en kolonne med udfaldet",
                "Kald den “Udfald”, eller brug kolonnerne “Stadfæstet”, “Ændret/ophævet” og "
                "“Hjemvist”.",
                row=header.row,
            )
        )
    if is_wide and (header.has("outcome") or header.has("count")):
        problems.append(
            Problem(
                "Filen siger udfaldet både i kolonner og i rækker",
                "Behold den ene måde.",
                row=header.row,
            )
        )
    if problems:
        raise BadFile(problems)


def _observations(cases: Cases) -> list[tuple[Observation, str]]:
    """Every outcome of every group, zeros too."""
    by_case = Counter((*key, outcome) for key, outcome in cases.outcomes())
    found = []
    for area, period, group in cases.groups():
        place = cases.places.get((area, period, group), "ingen sager i filen")
        told: MappingOf[str, int] = {
            f"appeals.{outcome}": by_case[(area, period, group, outcome)] for outcome in OUTCOMES
        }
        if cases.has_decisions:
            told = dict(told) | {
                f"appeals.{outcome}_by_decision": cases.decided.get(
                    (area, period, group, outcome), 0
                )
                for outcome in DECIDED
            }
        found += [(_count(series, area, period, group, n), place) for series, n in told.items()]
    return found


def _count(series: str, area: str, period: Period, group: Group, count: int) -> Observation:
    return Observation(series, area, period, Decimal(count), Unit.COUNT, group_of(group))


SOURCE = Appeals()
