"""What an input comes to in each group: the observations that count, added up exactly."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from sagsgang.figures.expression import to_decimal
from sagsgang.figures.observation import Group, Missing, Unit
from sagsgang.figures.store import Snapshot

#: The members of each dimension that count; one that ends in "*" is every one that begins so.
Limits = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Row:
    """The observations of one period, group, unit and price level, added up."""

    group: Group
    value: Fraction
    missing: Missing | None
    unit: str
    level: int | None
    loads: tuple[int, ...]


@dataclass(slots=True)
class Sum:
    """One input of one group, as it is added up."""

    value: Fraction = Fraction(0)
    missing: Missing | None = None
    levels: frozenset[int | None] = frozenset()

    def add(self, row: Row, factor: Fraction | None) -> None:
        """Take in a row, its money in other prices by the factor; one missing makes all missing."""
        if row.missing is not None:
            hidden = Missing.SUPPRESSED in (row.missing, self.missing)
            self.missing = Missing.SUPPRESSED if hidden else self.missing or row.missing
            return
        self.value += row.value if factor is None else row.value * factor
        if row.unit == Unit.KR:
            self.levels |= {row.level}

    def told(self) -> Decimal | Missing:
        """The sum, or why there is none."""
        return self.missing or to_decimal(self.value)


def rows_by_first(
    snapshot: Snapshot,
    series: str,
    area: str,
    length: int,
    by: tuple[str, ...],
    limits: Sequence[Limits],
    without: Limits,
) -> Mapping[int, tuple[Row, ...]]:
    """The rows by the first month of their period, of every period of this length: the quarters of
    a page ask the store once.
    """
    wanted = tuple(_frozen(each) for each in limits)
    left_out = _frozen(without)
    key = ("rows", series, area, length, by, wanted, left_out)
    return snapshot.remembered(
        key, lambda: _ask(snapshot, series, area, length, by, wanted, left_out)
    )


_Frozen = tuple[tuple[str, tuple[str, ...]], ...]


def _frozen(limits: Limits) -> _Frozen:
    return tuple((name, tuple(members)) for name, members in sorted(limits.items()))


def _ask(
    snapshot: Snapshot,
    series: str,
    area: str,
    length: int,
    by: tuple[str, ...],
    wanted: Sequence[_Frozen],
    left_out: _Frozen,
) -> Mapping[int, tuple[Row, ...]]:
    chosen = ""
    values: list[str] = []
    for limits in wanted:
        for name, members in limits:
            said, used = _is_any(name, members)
            chosen += f" AND {said}"
            values += used
    for name, members in left_out:
        said, used = _is_any(name, members)
        chosen += f" AND NOT {said}"
        values += used
    split = "".join(", coalesce(members[?], '')" for _name in by)
    found: dict[int, list[Row]] = {}
    for row in snapshot.ask(
        "SELECT first, sum(value), max(missing), count(*) FILTER (missing = 'suppressed'), unit, "
        f"price_level, list_sort(list(DISTINCT load)){split} FROM observations "
        f"WHERE series = ? AND area = ? AND length = ?{chosen} GROUP BY ALL ORDER BY ALL",
        [*by, series, area, length, *values],
    ):
        first, value, missing, hidden, unit, level, loads = row[:7]
        assert isinstance(first, int)
        assert value is None or isinstance(value, Decimal)
        assert level is None or isinstance(level, int)
        assert isinstance(loads, list)
        because = None
        if missing is not None:
            because = Missing.SUPPRESSED if hidden else Missing(str(missing))
        found.setdefault(first, []).append(
            Row(
                group=tuple(sorted(zip(by, map(str, row[7:]), strict=True))),
                value=Fraction(value or 0),
                missing=because,
                unit=str(unit),
                level=level,
                loads=tuple(loads),
            )
        )
    return {first: tuple(rows) for first, rows in found.items()}


def _is_any(name: str, members: Sequence[str]) -> tuple[str, list[str]]:
    """In SQL: the dimension's member is one of these; and the values of its question marks."""
    said = [
        "starts_with(coalesce(members[?], ''), ?)"
        if member.endswith("*")
        else "coalesce(members[?], '') = ?"
        for member in members
    ]
    values = [told for member in members for told in (name, member.removesuffix("*"))]
    return f"({' OR '.join(said) or 'false'})", values
