"""An observation: what one source says of one series, in one area, period and group."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from sagsgang.figures.periods import Period

#: The members of a group by dimension, ordered by the dimension's name; empty for the whole.
Group = tuple[tuple[str, str], ...]


class Missing(StrEnum):
    """Why there is no value. None of them is zero."""

    NOT_YET = "not_yet"
    UNKNOWN = "unknown"
    NONE = "none"
    SUPPRESSED = "suppressed"
    NO_BASE = "no_base"

    @property
    def words(self) -> str:
        """What is written under the table, in Danish."""
        return {
            "not_yet": "foreligger ikke endnu",
            "unknown": "ikke oplyst",
            "none": "findes ikke",
            "suppressed": "vises ikke, fordi der er få personer bag",
            "no_base": "kan ikke regnes ud, da der ikke er noget at regne ud fra",
        }[self.value]

    @property
    def sign(self) -> str:
        """What stands in the cell."""
        return {"not_yet": "…", "unknown": "..", "none": "-", "suppressed": "x", "no_base": "–"}[
            self.value
        ]


class Unit(StrEnum):
    """What a value counts. Percent is not percentage point."""

    KR = "kr"
    COUNT = "count"
    PERSONS = "persons"
    FULL_TIME_PERSONS = "full_time_persons"
    HOURS = "hours"
    DAYS = "days"
    PERCENT = "percent"
    PERCENTAGE_POINT = "percentage_point"
    INDEX = "index"
    SCORE = "score"
    RANK = "rank"

    @property
    def words(self) -> str:
        """The unit in Danish."""
        return {
            "kr": "kr.",
            "count": "antal",
            "persons": "personer",
            "full_time_persons": "fuldtidspersoner",
            "hours": "timer",
            "days": "dage",
            "percent": "pct.",
            "percentage_point": "pct. point",
            "index": "indeks",
            "score": "score",
            "rank": "placering",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Observation:
    """`area` is the municipality's code, or "000" for the country. Exactly one of `value` and
    `missing` is told. `price_level` is the year whose prices a sum of money is in (PL), None for
    the prices of its own year.
    """

    series: str
    area: str
    period: Period
    value: Decimal | None
    unit: Unit
    group: Group = ()
    missing: Missing | None = None
    price_level: int | None = None

    def __post_init__(self) -> None:
        if (self.value is None) == (self.missing is None):
            raise ValueError(f"{self.series} {self.period}: either a value or why there is none")

    @property
    def key(self) -> tuple[str, str, Period, Group]:
        """What there is one of in a source's file."""
        return self.series, self.area, self.period, self.group


@dataclass(frozen=True, slots=True)
class Origin:
    """Where observations came from: a file of a source, when it was had and which load it became.

    `retrieved_at` has a time zone. `load` is the number of the load in its store. The months from
    `preliminary_from` on are preliminary.
    """

    source: str
    file_name: str
    file_sha256: str
    retrieved_at: datetime
    load: int = 0
    preliminary_from: Period | None = None


def group_of(members: Mapping[str, str] | Iterable[tuple[str, str]]) -> Group:
    """The group of these members by dimension, in the one order."""
    return tuple(sorted(dict(members).items()))
