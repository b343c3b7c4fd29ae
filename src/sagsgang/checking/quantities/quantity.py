"""A quantity in running text: what is printed, what it can be, and of what."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sagsgang.checking.interval import Interval


class Unit(StrEnum):
    """What a quantity counts; the value is the letter that stands for it in a passage's shape.

    `MONEY` is kroner, `PERCENT` and `POINT` percent and percentage points, `TIME` a length of time
    (see `Quantity.noun`), `FRACTION` a part of one ("6/12", "halvdelen"), `NUMBER` anything
    counted, `YEAR` a year of the calendar.
    """

    MONEY = "M"
    PERCENT = "P"
    POINT = "Q"
    TIME = "T"
    FRACTION = "F"
    NUMBER = "N"
    YEAR = "Y"


class Hedge(StrEnum):
    """How firmly it is said: as printed, roughly, or as a bound."""

    EXACT = "exact"
    ABOUT = "about"  # ca., omkring
    JUST_UNDER = "just_under"  # knap
    JUST_OVER = "just_over"  # godt
    AT_LEAST = "at_least"  # mere end, mindst
    AT_MOST = "at_most"  # op mod, højst


#: What is counted in parts of a person.
_AVERAGES = ("fuldtid", "helår", "årsværk", "årselev", "gennemsnit")
#: How much more than the printed "mere end" may mean, and how much less "op mod".
_REACH = Decimal("0.25")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity at `start`–`end` of a section's text, its unit and a hedge in words included.

    `value` ± `half` in kroner, percent, or what is counted; a range has both ends in them.
    `number` is the number as printed, without unit, `scale` the power of ten of its unit ("mio."
    is 6), `noun` the word after it in lower case, or the unit of time.
    """

    start: int
    end: int
    text: str
    number: str
    value: Decimal
    half: Decimal
    unit: Unit
    scale: int = 0
    hedge: Hedge = Hedge.EXACT
    noun: str = ""
    is_range: bool = False
    is_word: bool = False

    @property
    def interval(self) -> Interval:
        """What the words allow it to be: the rounding of the last digit, or what the hedge adds."""
        match self.hedge:
            case Hedge.ABOUT:
                around = max(self.half, self.last_place)
                return Interval(self.value - around, self.value + around)
            case Hedge.JUST_UNDER:
                return Interval(self.value - max(self.half, self.last_place), self.value)
            case Hedge.JUST_OVER:
                return Interval(self.value, self.value + max(self.half, self.last_place))
            case Hedge.AT_LEAST:
                return Interval(self.value - self.half, self.value + _REACH * abs(self.value))
            case Hedge.AT_MOST:
                return Interval(self.value - _REACH * abs(self.value), self.value + self.half)
        return Interval(self.value - self.half, self.value + self.half)

    @property
    def counted(self) -> Interval:
        """The same, but a plain whole number of what can be counted (people, cases) is exact.

        Full-time persons and the like are averages and were rounded.
        """
        is_count = self.unit is Unit.NUMBER and self.is_exact and not self.scale
        if is_count and not self.decimals and not self.noun.startswith(_AVERAGES):
            return Interval(self.value, self.value)
        return self.interval

    @property
    def is_exact(self) -> bool:
        """True when nothing is said that loosens it; a range is not exact."""
        return self.hedge is Hedge.EXACT and not self.is_range

    @property
    def decimals(self) -> int:
        """The number of printed decimals."""
        return len(self.number.partition(",")[2])

    @property
    def last_place(self) -> Decimal:
        """The unit of the last digit that is no zero: 100 for "1.500", 10.000 for "0,01 mio."."""
        exponent = Decimal(self.value).normalize().as_tuple().exponent
        return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
