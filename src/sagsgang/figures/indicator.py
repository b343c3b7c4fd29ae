"""What an indicator is: one module that declares it and recomputes it plainly, and one page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from sagsgang.figures.observation import Unit
from sagsgang.figures.periods import Grain, Period


class Window(StrEnum):
    """Which months of a series an input takes, seen from the period asked for."""

    #: The period itself.
    PERIOD = "period"
    #: The whole year it lies in.
    YEAR = "year"
    #: From January of its year to its last month.
    YEAR_TO_DATE = "year_to_date"
    #: The last of the year's observations up to its last month: a forecast made in the year.
    LATEST = "latest"
    #: The one before that.
    BEFORE_LATEST = "before_latest"
    #: The same period a year earlier.
    YEAR_BEFORE = "year_before"
    #: Its last month, of what is counted at a month's end.
    LAST_MONTH = "last_month"
    #: The December before its year, of what is counted at a month's end.
    OPENING = "opening"


class Counted(StrEnum):
    """What the calendar says of the period asked for, so that nobody has to give it."""

    #: Months from January to the period's last.
    MONTHS_TO_DATE = "months_to_date"

    def of(self, period: Period) -> Decimal:
        """The number."""
        return Decimal(period.last - period.year.first + 1)


class Direction(StrEnum):
    """Whether a high value is good, a low one, or neither."""

    HIGH_IS_GOOD = "high"
    LOW_IS_GOOD = "low"
    NEITHER = "neither"


class Sign(StrEnum):
    """What the sign of a value says."""

    PLAIN = "plain"
    #: + is overspend (merforbrug), − is underspend.
    OVERSPEND = "overspend"


@dataclass(frozen=True, slots=True)
class Input:
    """What an indicator takes from the store: the sum of a series over a window of months.

    `title` is in Danish. `where` names the members of dimensions that count, all where it is
    silent; a member that ends in "*" is every one that begins so. `without` names those that do not
    count. `where_at` adds members that depend on the period, as accounts do. `area` is fixed for
    figures of the country. With `none_is_zero`, no observation at all means that there was nothing,
    as of supplementary appropriations; else it means not known.
    """

    title: str
    series: str
    window: Window = Window.PERIOD
    where: Mapping[str, Sequence[str]] = field(default_factory=dict)
    area: str | None = None
    none_is_zero: bool = False
    without: Mapping[str, Sequence[str]] = field(default_factory=dict)
    where_at: Callable[[Period], Mapping[str, Sequence[str]]] | None = None

    def limits(self, period: Period) -> Mapping[str, Sequence[str]]:
        """The members of dimensions that count in a period."""
        return self.where if self.where_at is None else {**self.where, **self.where_at(period)}


@dataclass(frozen=True, slots=True)
class Parameter:
    """What whoever asks must give: an assumption of a scenario, a number of months. Never hidden:
    every figure tells the parameters it was computed with. `counted` is taken from the calendar.
    """

    title: str
    unit: Unit
    default: Decimal | None = None
    counted: Counted | None = None


@dataclass(frozen=True, slots=True)
class Break:
    """From `since` on the series counts something else: no change is computed across it."""

    since: date
    why: str

    def parts(self, one: Period, later: Period) -> bool:
        """Whether one period began before it and a later one did not."""
        return one.first < self.since.year * 12 + self.since.month - 1 <= later.first


#: What `recompute` is given: for each input the values of the observations that count, for each
#: parameter its value. It gives None where the indicator cannot be computed.
Cells = Mapping[str, Sequence[Decimal]]
Given = Mapping[str, Decimal]
Recompute = Callable[[Cells, Given], Decimal | None]


@dataclass(frozen=True, slots=True)
class Declared:
    """What an indicator's module says of itself, as its constant INDICATOR.

    `expression` is arithmetic over the names of inputs and parameters (+ − * /, min, max,
    parentheses). `decimals` are printed. `by` are the dimensions it can be split by.
    `told_with` are inputs that it is not counted from and whose months it is told for as well: a
    month in which nothing was appropriated has its budget too.
    `denominator` says in Danish what the value is a share of. With `counts_people`, values under
    the smallest cell are suppressed where they are shown.
    """

    title: str
    unit: Unit
    inputs: Mapping[str, Input]
    expression: str
    grains: tuple[Grain, ...]
    decimals: int = 0
    by: tuple[str, ...] = ()
    told_with: tuple[Input, ...] = ()
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    sign: Sign = Sign.PLAIN
    direction: Direction = Direction.NEITHER
    denominator: str = ""
    counts_people: bool = False
    valid_from: date | None = None
    valid_to: date | None = None
    breaks: tuple[Break, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator as the registry found it; its id is its module's name."""

    id: str
    family: str
    declared: Declared
    recompute: Recompute
    page: Path

    @property
    def title(self) -> str:
        """Its Danish title."""
        return self.declared.title

    @property
    def unit(self) -> Unit:
        """What its values count."""
        return self.declared.unit
