"""The example's figures, taken in from files as its analyst would: some then, some since."""

import csv
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from django.utils import timezone

from sagsgang.figures.sources import load_file
from sagsgang.web.example.building.books import Books
from sagsgang.web.example.building.timeline import Timeline
from sagsgang.web.example.building.town import Town
from sagsgang.web.figures.selectors import area_of, store

#: So many weeks ago the ledger was taken in; the last time this morning.
_LEDGERS = (64, 9, 0)
#: So many weeks ago the appeals of so many years ago were.
_APPEALS = ((64, 3), (64, 2), (11, 1))
_KINDS = {
    "original_budget": "Oprindeligt budget",
    "supplementary_appropriation": "Tillægsbevillinger",
    "spending": "Forbrug",
    "forecast_outturn": "Forventet regnskab",
}
_EARLY = 7


def figures_tell(town: Town, line: Timeline, today: date) -> None:
    """Put on the line when each file was taken in."""
    books, area = Books(today), area_of(town.municipality)

    def load(source: str, name: str, rows: Iterable[Sequence[object]]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file, delimiter=";").writerows(rows)
            load_file(store(), path, source, area=area, at=timezone.now(), is_confirmed=True)

    def ledger(day: date) -> None:
        load("ledger", f"oekonomi-{day:%Y-%m-%d}.csv", _ledger(books, day))

    def appeals(ago: int) -> None:
        load("appeals", f"ankesager-{books.year - ago}.csv", _appeals(books, ago))
        load("appeals", f"ankesager-landet-{books.year - ago}.csv", _country(books, ago))

    def prices() -> None:
        load("prices", "pris-og-loen.csv", [("År", "Indeks"), *_prices(books)])

    line.add(today - timedelta(weeks=_LEDGERS[0]), _EARLY, prices)
    for weeks, ago in _APPEALS:
        line.add(today - timedelta(weeks=weeks), _EARLY, lambda ago=ago: appeals(ago))
    for weeks in _LEDGERS:
        day = today - timedelta(weeks=weeks)
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


def _prices(books: Books) -> Iterator[Sequence[object]]:
    for year, index in books.prices():
        yield year, str(index).replace(".", ",")
