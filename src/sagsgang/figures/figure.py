"""A figure: one value of one indicator, with what is needed to trust it and compute it again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from typing import Self

from sagsgang.figures.observation import Group, Missing, Origin, Unit
from sagsgang.figures.periods import Period
from sagsgang.language.money import format_money
from sagsgang.language.numbers import format_number


@dataclass(frozen=True, slots=True)
class UsedInput:
    """The sum that an input came to, and why it came to none. `where` is what it was limited to;
    "5.48.65*" is every account that begins so.
    """

    title: str
    value: Decimal | None
    missing: Missing | None
    where: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` is exact and unrounded; `group` is empty for the whole. `is_preliminary` where its
    source calls some of what it rests on so. `price_level` is the year whose prices it is in.
    """

    indicator: str
    title: str
    unit: Unit
    decimals: int
    area: str
    period: Period
    group: Group
    value: Decimal | None
    missing: Missing | None
    inputs: Mapping[str, UsedInput] = field(default_factory=dict)
    given: Mapping[str, Decimal] = field(default_factory=dict)
    origins: tuple[Origin, ...] = ()
    is_preliminary: bool = False
    price_level: int | None = None

    @property
    def retrieved_at(self) -> datetime | None:
        """When the oldest of what it rests on was had."""
        return min((each.retrieved_at for each in self.origins), default=None)

    def none_of(self, group: Group) -> Self:
        """The figure of a group of which there is none, beside this whole."""
        missing = self.missing or Missing.UNKNOWN
        return replace(self, group=group, value=None, missing=missing, inputs={})

    def printed(self) -> str:
        """The value as it is printed without its unit, or the sign of why there is none."""
        if self.value is None:
            assert self.missing is not None
            return self.missing.sign
        return format_number(self.value, self.decimals)

    def in_words(self) -> str:
        """The value with its unit: "46,2 pct.", "297.370 kr.", "129 antal" being "129"."""
        if self.value is None:
            return self.printed()
        if self.unit is Unit.KR:
            return format_money(self.value, "kr.", self.decimals)
        if self.unit in (Unit.COUNT, Unit.INDEX, Unit.SCORE, Unit.RANK):
            return self.printed()
        return f"{self.printed()} {self.unit.words}"
