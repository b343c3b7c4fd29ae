"""The example's figures, taken in from files as its analyst would: some then, some since."""

import csv
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from django.utils import timezone

from sagsgang.figures.sources import load_file
from sagsgang.web.example.building.books import Books, kr
from sagsgang.web.example.building.cases import CaseStory
from sagsgang.web.example.building.timeline import Timeline
from sagsgang.web.example.building.town import Town
from sagsgang.web.figures.selectors import area_of, store

#: The cases for which figures were taken in the day before they were begun.
APPEALS, OUTTURN, ESTIMATE = "anker sidste år", "regnskab", "budgetopfølgning"
_KINDS = {
    "original_budget": "Oprindeligt budget",
    "supplementary_appropriation": "Tillægsbevillinger",
    "spending": "Forbrug",
    "forecast_outturn": "Forventet regnskab",
}
_EARLY = 7


def figures_tell(town: Town, line: Timeline, stories: dict[str, CaseStory]) -> None:
    """Put on the line when each file was taken in; the last ledger came this morning."""
    first = {key: stories[key].first - timedelta(days=1) for key in (APPEALS, OUTTURN, ESTIMATE)}
    books, area = Books(first[ESTIMATE]), area_of(town.municipality)

    def load(
        source: str,
        name: str,
        rows: Iterable[Sequence[object]],
        mapping: Mapping[str, object] | None = None,
    ) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file, delimiter=";").writerows(rows)
            load_file(
                store(),
                path,
                source,
                area=area,
                at=timezone.now(),
                mapping=mapping,
                is_confirmed=True,
            )

    def ledger(day: date) -> None:
        load("ledger", f"oekonomi-{day:%Y-%m-%d}.csv", _ledger(books, day))

    def appeals(ago: int) -> None:
        load("appeals", f"ankesager-{books.year - ago}.csv", _appeals(books, ago))
        load("appeals", f"ankesager-landet-{books.year - ago}.csv", _country(books, ago))

    def prices() -> None:
        load("prices", "pris-og-loen.csv", [("År", "Indeks"), *_prices(books)])

    def tables() -> None:
        for series, dimensions, rows in _tables(books, town.today):
            mapping = {
                "period": "Periode",
                "dimensions": dimensions,
                "values": {"Beløb": {"series": series, "unit": "kr."}},
            }
            load("table", f"{series.replace('.', '-')}.csv", rows, mapping)

    line.add(first[APPEALS], _EARLY, prices)
    line.add(town.today, _EARLY, tables)
    for day, ago in ((first[APPEALS], 3), (first[APPEALS], 2), (first[ESTIMATE], 1)):
        line.add(day, _EARLY, lambda ago=ago: appeals(ago))
    for day in (first[OUTTURN], first[ESTIMATE], town.today):
        line.add(day, _EARLY, lambda day=day: ledger(day))


def _ledger(books: Books, day: date) -> Iterator[Sequence[object]]:
    yield (
        *("År", "Måned", "Udvalg", "Politikområde", "Konto", "Dranst", "Ramme", "Beløbstype"),
        "Beløb (kr.)",
    )
    for entry in books.entries(day):
        account, period = entry.account, entry.period
        yield (
            period.calendar_year,
            period.first % 12 + 1 if period.length == 1 else "",
            account["committee"],
            account["policy_area"],
            account["account"],
            account["dranst"],
            account["frame"],
            _KINDS[entry.what],
            entry.amount,
        )


def _appeals(books: Books, ago: int) -> Iterator[Sequence[object]]:
    yield ("Sagsnummer", "Lov", "Emne", "Udfald", "Afgørelsesnummer", "År")
    for row in books.appeals(ago):
        yield tuple(row[name] for name in ("case", "law", "subject", "outcome", "decision", "year"))


def _country(books: Books, ago: int) -> Iterator[Sequence[object]]:
    yield ("Kommune", "År", "Lov", "Udfald", "Antal")
    for law, outcome, count in books.country(ago):
        yield "Hele landet", books.year - ago, law, outcome, count


def _tables(
    books: Books, day: date
) -> Iterator[tuple[str, dict[str, str], list[Sequence[object]]]]:
    """Each further series with its dimensions by their columns, and its rows."""
    cash = [(str(month), amount) for month, amount in books.cash(day)]
    yield "cash.balance", {}, [("Periode", "Beløb"), *cash]
    committee, year = books.told["explanations"]["committee"], books.year - 1
    yield (
        "ledger.explanation",
        {"Udvalg": "committee", "Forklaring": "explanation"},
        [
            ("Periode", "Udvalg", "Forklaring", "Beløb"),
            *((year, committee, text, amount) for text, amount in books.explained),
        ],
    )
    for series, column, month in (("pool.amount", 0, ""), ("pool.drawn", 1, "M05")):
        rows = [
            (f"{books.year}{month}", name, kr(told[column]))
            for name, told in books.told["pools"].items()
        ]
        yield series, {"Pulje": "pool"}, [("Periode", "Pulje", "Beløb"), *rows]


def _prices(books: Books) -> Iterator[Sequence[object]]:
    for year, index in books.prices():
        yield year, str(index).replace(".", ",")
