"""How values are told on an axis: in which unit, with how many decimals, with which ticks."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from sagsgang.figures.observation import Unit
from sagsgang.language.money import format_money
from sagsgang.language.numbers import format_number

#: What heads a column is not read aloud with its number: "-7.900 1.000 kr." is no amount.
IN_SENTENCES = {"1.000 kr.": "t.kr."}


@dataclass(frozen=True, slots=True)
class Scale:
    """Values are divided by `divisor` and told in `words` with `decimals`; the axis goes from
    `low` to `high` in these units, with a tick for every `step`.
    """

    divisor: int
    words: str
    decimals: int
    low: Decimal
    high: Decimal
    step: Decimal

    def drawn(self, value: Decimal) -> float:
        """The value as it is drawn."""
        return float(value / self.divisor)

    def printed(self, value: Decimal) -> str:
        """The value as it is printed beside its point, without the unit."""
        return format_number(value / self.divisor, self.decimals)

    def told(self, value: Decimal) -> str:
        """The value with its unit, as it stands in a sentence: "7.900 t.kr."."""
        words = IN_SENTENCES.get(self.words, self.words)
        return f"{self.printed(value)} {words}".rstrip()

    def alone(self, value: Decimal) -> str:
        """As `told`, where nothing beside it is in the same unit: less than one of the unit is told
        in whole kroner.
        """
        is_small = self.divisor > 1 and abs(value) < self.divisor
        return format_money(value, "kr.") if is_small else self.told(value)

    def ticks(self) -> list[Decimal]:
        """Where the axis is marked."""
        return [
            self.low + n * self.step for n in range(int((self.high - self.low) / self.step) + 1)
        ]

    def tick_label(self, tick: Decimal) -> str:
        """What stands at a tick."""
        exponent = self.step.normalize().as_tuple().exponent
        assert isinstance(exponent, int)
        return format_number(tick, max(0, -exponent))


def scale_of(values: Iterable[Decimal], unit: Unit, decimals: int) -> Scale:
    """The scale on which these values are readable. Zero is on it, except for an index."""
    told = list(values) or [Decimal(0)]
    largest = max(abs(value) for value in told)
    divisor, words = 1, "" if unit is Unit.COUNT else unit.words
    if unit is Unit.KR and largest >= 10_000_000:
        divisor, words, decimals = 1_000_000, "mio. kr.", 1
    elif unit is Unit.KR and largest >= 100_000:
        divisor, words, decimals = 1000, "1.000 kr.", 0
    scaled = [value / divisor for value in told]
    if unit is not Unit.INDEX:
        scaled.append(Decimal(0))
    low, high = min(scaled), max(scaled)
    if low == high:
        high = low + 1
    step = _step((high - low) / 4)
    if unit in (Unit.COUNT, Unit.PERSONS, Unit.RANK):
        step = max(step, Decimal(1))
    return Scale(
        divisor,
        words,
        decimals,
        low=math.floor(low / step) * step,
        high=math.ceil(high / step) * step,
        step=step,
    )


def _step(rough: Decimal) -> Decimal:
    """The next of 1, 2, 5, 10, 20, 50, …"""
    power = Decimal(10) ** math.floor(math.log10(rough))
    return next(power * n for n in (1, 2, 5, 10) if power * n >= rough)
