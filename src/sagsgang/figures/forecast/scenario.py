"""What somebody assumes about the rest of the year, said beside the forecast that it changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from sagsgang.figures.periods import Period
from sagsgang.language.money import format_money
from sagsgang.language.numbers import format_number


@dataclass(frozen=True, slots=True)
class Scenario:
    """`one_off` are amounts in kr. that come on top of single months, + for more spending;
    `growth` is by how many percent every month of the rest is higher than the model says.
    """

    one_off: Mapping[Period, Decimal] = field(default_factory=dict)
    growth: Decimal = Decimal(0)

    def in_words(self) -> tuple[str, ...]:
        """Each assumption in Danish."""
        told = []
        if self.growth:
            decimals = max(0, -int(self.growth.normalize().as_tuple().exponent))
            told.append(f"vækst på {format_number(self.growth, decimals)} pct. i resten af året")
        for month in sorted(self.one_off):
            amount = self.one_off[month]
            word = "engangsudgift" if amount >= 0 else "engangsindtægt"
            told.append(f"{word} på {format_money(abs(amount), 'kr.')} i {month.in_danish()}")
        return tuple(told)
