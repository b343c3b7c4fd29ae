"""Which prices money is told in, and how it becomes money of another year's prices (PL)."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from sagsgang.figures.store import Snapshot

#: The area of the whole country.
COUNTRY = "000"
#: The series that tells the level of prices by year (PL), any base.
PRICES = "price.index"


class CannotCompute(ValueError):
    """What was asked for cannot be computed; the message says why, in Danish."""


def prices_of(snapshot: Snapshot) -> Mapping[int, Fraction]:
    """The index of prices by year."""
    return snapshot.remembered(("prices",), lambda: _prices(snapshot))


def _prices(snapshot: Snapshot) -> Mapping[int, Fraction]:
    return {
        each.period.calendar_year: Fraction(each.value)
        for each in snapshot.observations(PRICES, COUNTRY)
        if each.value is not None
    }


def factor(prices: Mapping[int, Fraction], own: int, wanted: int) -> Fraction:
    """What a sum in the prices of `own` is multiplied by to be one in those of `wanted`. Raises
    CannotCompute where the index of one of them is not known.
    """
    for year in (own, wanted):
        if not prices.get(year):
            raise CannotCompute(
                f"Der er ikke indlæst pris- og lønindeks for {year}, så tallene kan ikke regnes "
                f"om til {wanted}-priser."
            )
    return prices[wanted] / prices[own]


def one_level(levels: Iterable[int | None], wanted: int | None) -> int | None:
    """The prices the figures are in. Raises CannotCompute where they are of several years."""
    if wanted is not None:
        return wanted
    found = set(levels)
    if len(found) > 1:
        known = " og ".join(
            f"{level}-priser" if level else "årets egne priser"
            for level in sorted(found, key=lambda level: level or 0)
        )
        raise CannotCompute(f"Tallene står i {known}. Vælg det prisniveau, de skal regnes om til.")
    return next(iter(found), None)
