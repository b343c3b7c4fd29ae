"""The books of the example municipality, made from `workplace/figures.toml` as of a day."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from sagsgang.figures.periods import Grain, Period

_TOLD = Path(__file__).parent.parent / "workplace" / "figures.toml"
#: The months at whose end the outturn is estimated.
_ESTIMATED = (3, 8)
_GIVEN_IN = 4
_MILLION = Decimal(1_000_000)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger: `what` is one of the ledger's series, `amount` in whole kr."""

    what: str
    period: Period
    account: dict[str, Any]
    amount: int


class Books:
    """Three years and what there is of this one. Everything is told as it stood on a day: the
    months that were over, and what had been appropriated and estimated by then.
    """

    def __init__(self, estimated: date) -> None:
        self.told = tomllib.loads(_TOLD.read_text(encoding="utf-8"), parse_float=Decimal)
        #: The year of the last estimate of August that was known then.
        self.year = estimated.year if estimated.month > _ESTIMATED[1] else estimated.year - 1

    def entries(self, day: date) -> Iterator[Entry]:
        """The lines of the ledger as it stood on a day."""
        last = month_over(day)
        for account in self.told["account"]:
            for year in range(self.year - 3, day.year + 1):
                for entry in self._year(account, year):
                    if entry.what == "original_budget" or entry.period <= last:
                        yield entry

    def _year(self, account: dict[str, Any], year: int) -> Iterator[Entry]:
        budget, outturn = self._amounts(account, year)
        given = kr(account.get("given", 0)) if year == self.year else 0
        whole = Period.of(Grain.YEAR, year)
        yield Entry("original_budget", whole, account, budget - given)
        if given:
            month = Period.of(Grain.MONTH, year, _GIVEN_IN)
            yield Entry("supplementary_appropriation", month, account, given)
        for month, amount in zip(
            whole.months(), spread(outturn, self._weights(account)), strict=True
        ):
            yield Entry("spending", month, account, amount)
        if year == self.year:
            for number, amount in zip(_ESTIMATED, account["expected"], strict=True):
                month = Period.of(Grain.MONTH, year, number)
                yield Entry("forecast_outturn", month, account, kr(amount))

    def _amounts(self, account: dict[str, Any], year: int) -> tuple[int, int]:
        """Adjusted budget and outturn; of this year what was expected in August."""
        if year >= self.year:
            later = Decimal("1.02") if year > self.year else Decimal(1)
            return kr(account["budget"] * later), kr(account["expected"][-1] * later)
        share = Decimal(1)
        if year < self.year - 1:
            share = account["growth"][year - self.year + 3]
        budget, outturn = account["before"]
        return kr(budget * share), kr(outturn * share)

    def _weights(self, account: dict[str, Any]) -> list[int]:
        weights: list[int] = self.told["spread"][account["spread"]]
        return weights

    @cached_property
    def explained(self) -> list[tuple[str, int]]:
        """What explains the deviation of the year before, in kr."""
        return [(text, kr(amount)) for text, amount in self.told["explanations"]["lines"]]

    def cash(self, day: date) -> Iterator[tuple[Period, int]]:
        """The cash balance at the end of each month of two years, as told on a day."""
        cash = self.told["cash"]
        for year, more in ((self.year - 1, cash["before"]), (self.year, 0)):
            for number, amount in enumerate(cash["months"], start=1):
                month = Period.of(Grain.MONTH, year, number)
                if month <= month_over(day):
                    yield month, kr(amount + more)

    def prices(self) -> Iterator[tuple[int, Decimal]]:
        """The index of prices and wages by year."""
        for ago in range(-1, 5):
            share = (1 + self.told["prices"]["growth"] / 100) ** -ago
            yield self.year - ago, round(100 * share, 2)

    def appeals(self, years_ago: int) -> Iterator[dict[str, str]]:
        """Every appeal of a year, as the appeals board lists them."""
        outcomes = ("Stadfæstet", "Ændret", "Hjemvist", "Afvist")
        number = 0
        for told in self.told["appeals"]:
            if told["years_ago"] != years_ago:
                continue
            subjects = told.get("subjects", {})
            for outcome, kind, count in zip(
                outcomes, ("upheld", "changed", "remitted", "other"), told["counts"], strict=True
            ):
                for place in range(count):
                    number += 1
                    together = kind == "remitted" and place < told.get("one_decision", 0)
                    named = subjects.get(kind, ())
                    yield {
                        "year": str(self.year - told["years_ago"]),
                        "law": told["law"],
                        "subject": named[place] if place < len(named) else "Andet",
                        "outcome": outcome,
                        "case": f"A-{number:04}",
                        "decision": f"B-{number - place if together else number:04}",
                    }

    def country(self, years_ago: int) -> Iterator[tuple[str, str, int]]:
        """Law, outcome and count of a year in the whole country."""
        for law, years in self.told["country"].items():
            outcomes = ("Stadfæstet", "Ændret", "Hjemvist")
            for outcome, count in zip(outcomes, years[3 - years_ago], strict=True):
                yield law, outcome, count


def month_over(day: date) -> Period:
    """The last month that was over on a day."""
    return Period.of(Grain.MONTH, day.year, day.month).before()


def kr(millions: float | Decimal) -> int:
    """Mio. kr. in whole kr."""
    return int((Decimal(str(millions)) * _MILLION).to_integral_value())


def spread(amount: int, weights: Sequence[int]) -> list[int]:
    """The amount over months by their weights, in whole kr.; the last month has the rest."""
    months = [amount * weight // sum(weights) for weight in weights]
    return [*months[:-1], amount - sum(months[:-1])]
