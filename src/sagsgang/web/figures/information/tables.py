"""The table beneath a picture: a row for each group, a column for each period."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sagsgang.figures.chart.scale import Scale
from sagsgang.figures.figure import Figure
from sagsgang.figures.indicator import Sign
from sagsgang.figures.observation import Origin, Unit
from sagsgang.figures.overview import Overview
from sagsgang.figures.overview.pictures import BARS
from sagsgang.figures.sources.titles import member_words, source_title
from sagsgang.figures.wording import (
    HouseStyle,
    deviation_in_words,
    money_in_words,
)

#: Rows shown; the file has them all.
ROWS = 60


@dataclass(frozen=True, slots=True)
class Column:
    """A period's head; `is_preliminary` where some of it is."""

    title: str
    is_preliminary: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A group's name, empty for the whole, and what stands in its cells."""

    title: str
    cells: tuple[str, ...]
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """`unit` is what the numbers are told in; `more` is how many groups are left out."""

    unit: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    more: int


def table_of(seen: Overview) -> Table:
    """The parts, the largest of the last period first where there are many, then the whole."""
    scale, periods = seen.scale(), seen.periods
    groups: Sequence[str] = seen.groups
    if len(groups) > BARS:
        groups = sorted(groups, key=lambda group: (-_size(seen, group), group))[:ROWS]
    rows = [
        Row(
            member_words(seen.wanted.by, group),
            tuple(_cell(seen.parts.get((p, group)), scale) for p in periods),
        )
        for group in groups
    ]
    rows.append(Row("", tuple(_cell(seen.wholes[p], scale) for p in periods), is_whole=True))
    columns = tuple(Column(p.in_danish(), _is_preliminary(seen, p)) for p in periods)
    return Table(scale.words, columns, tuple(rows), len(seen.groups) - len(groups))


def _is_preliminary(seen: Overview, period: object) -> bool:
    return any(each.is_preliminary for each in seen.figures() if each.period == period)


def _size(seen: Overview, group: str) -> float:
    told = seen.parts.get((seen.periods[-1], group))
    return float(abs(told.value)) if told is not None and told.value is not None else 0.0


def _cell(figure: Figure | None, scale: Scale) -> str:
    if figure is None:
        return ""
    return figure.printed() if figure.value is None else scale.printed(figure.value)


def origins_told(origins: Iterable[Origin]) -> list[tuple[str, Origin]]:
    """Each file with the title of its source."""
    return [(source_title(each.source), each) for each in origins]


def in_words(figure: Figure, seen: Overview, style: HouseStyle) -> str:
    """The figure with its unit as it stands alone: money in the house's, "44,4 mio. kr."."""
    if figure.value is None:
        return figure.printed()
    if figure.unit is Unit.KR:
        return money_in_words(figure.value, style)
    return seen.scale().told(figure.value)


def sign_words(seen: Overview) -> str:
    """ "merforbrug" or "mindreforbrug" of the latest of a deviation; empty for what is none."""
    latest, declared = seen.latest, seen.indicator.declared
    if latest is None or latest.value is None or declared.sign is not Sign.OVERSPEND:
        return ""
    return deviation_in_words(latest.value).partition(" på ")[0]
