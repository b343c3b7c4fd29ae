"""An edition: a report computed for a period, with all that is needed to show it for ever.

It holds printed numbers, pictures and words as they were, and the exact figures with their files.
Nothing in it is computed again when it is shown.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, cast, get_args

from sagsgang.figures.chart import svg
from sagsgang.figures.chart.scale import IN_SENTENCES, Scale
from sagsgang.figures.engine import CannotCompute
from sagsgang.figures.overview import (
    Overview,
    Wanted,
    as_json,
    change_words,
    dimension_words,
    lasting_words,
    note_words,
    over_time,
    overview,
    split_up,
)
from sagsgang.figures.periods import Period
from sagsgang.figures.registry import indicator
from sagsgang.figures.report.description import Part, Report
from sagsgang.figures.sources.titles import member_words, source_title
from sagsgang.figures.store import Snapshot
from sagsgang.figures.wording import PLAIN, HouseStyle
from sagsgang.language.danish_time import day_in_denmark
from sagsgang.language.money import Scale as Money
from sagsgang.language.printed_dates import day_shown


@dataclass(frozen=True, slots=True)
class Picture:
    """What it shows in words, and the SVG."""

    title: str
    description: str
    svg: str


@dataclass(frozen=True, slots=True)
class EditionPart:
    """A section as it was computed. `cut_off` says to when and from when its data are; `trouble`
    why there are none. `head` and `rows` are the table as printed, the whole last; `lasting` are
    those of the notes that hold whatever the data become.
    """

    title: str
    words: str
    latest: str
    change: str
    unit: str
    cut_off: str
    pictures: tuple[Picture, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]
    sources: tuple[str, ...]
    figures: Mapping[str, Any]
    trouble: str = ""
    lasting: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """`cut_offs` are told at the top where the sections' data are not equally new."""

    title: str
    body: str
    period: str
    parts: tuple[EditionPart, ...]

    @property
    def cut_offs(self) -> tuple[tuple[str, str], ...]:
        """Each section with its cut-off, where they differ; nothing where they are the same."""
        told = tuple((part.title, part.cut_off) for part in self.parts if part.cut_off)
        return told if len({cut_off for _title, cut_off in told}) > 1 else ()

    def as_dict(self) -> dict[str, Any]:
        """As it is kept."""
        kept: dict[str, Any] = json.loads(json.dumps(asdict(self), ensure_ascii=False))
        return kept

    @property
    def sha256(self) -> str:
        """The same for the same edition."""
        told = json.dumps(self.as_dict(), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()


def edition_of(
    snapshot: Snapshot, report: Report, period: Period, area: str, *, smallest: int = 0
) -> Edition:
    """The report for a period: every section to the last of its own periods that has ended by
    then. A section that cannot be computed says why in its place.
    """
    parts = tuple(
        _part(snapshot, each, period, area, smallest, number)
        for number, each in enumerate(report.parts, start=1)
    )
    return Edition(report.title, report.body, period.in_danish(), parts)


def _part(
    snapshot: Snapshot, part: Part, period: Period, area: str, smallest: int, number: int
) -> EditionPart:
    wanted = Wanted(
        indicator(part.indicator),
        area,
        part.grain,
        part.count,
        period,
        part.by,
        part.where,
        part.given,
        smallest,
    )
    try:
        seen = overview(snapshot, wanted)
    except CannotCompute as error:
        return _without(part, str(error))
    if seen.latest is None:
        return _without(part, f"Der er ingen tal til og med {period.in_danish()}.")
    scale = seen.scale()
    charts = [draw(seen) for draw in (over_time, split_up)] if part.has_picture else []
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    if part.has_table:
        by = dimension_words(part.by).capitalize() if part.by else ""
        head = (by, *(each.in_danish() for each in seen.periods))
        rows = _rows(seen)
    latest = seen.latest
    value = latest.printed() if latest.value is None else scale.alone(latest.value)
    return EditionPart(
        title=part.title,
        words=part.words,
        latest=f"{value} i {latest.period.in_danish()}",
        change=change_words(seen, _style(scale)),
        unit=scale.words,
        cut_off=_cut_off(seen),
        pictures=tuple(
            Picture(c.title, c.description, svg(c, f"afsnit-{number}-{n}"))
            for n, c in enumerate(charts, start=1)
            if c is not None
        ),
        head=head,
        rows=rows,
        notes=note_words(seen),
        sources=tuple(
            f"{source_title(o.source)}, {o.file_name}, hentet "
            f"{day_shown(day_in_denmark(o.retrieved_at))}"
            for o in seen.origins()
        ),
        figures=as_json(seen),
        lasting=lasting_words(seen),
    )


def _style(scale: Scale) -> HouseStyle:
    """So that a change is told in the unit of the figure, which is the table's."""
    words = IN_SENTENCES.get(scale.words, scale.words)
    return HouseStyle(cast(Money, words), scale.decimals) if words in get_args(Money) else PLAIN


def _rows(seen: Overview) -> tuple[tuple[str, ...], ...]:
    scale = seen.scale()

    def cell(period: Period, group: str | None) -> str:
        told = seen.wholes[period] if group is None else seen.parts.get((period, group))
        if told is None:
            return ""
        return told.printed() if told.value is None else scale.printed(told.value)

    by = seen.wanted.by
    named: list[tuple[str, str | None]] = [
        (member_words(by, each) or "ikke oplyst", each) for each in seen.groups
    ]
    named.append(("I alt", None))
    return tuple((name, *(cell(p, group) for p in seen.periods)) for name, group in named)


def _cut_off(seen: Overview) -> str:
    """ "til og med 2. kvartal 2025, hentet 15. januar 2026"."""
    known = [p for p, each in seen.wholes.items() if each.value is not None]
    retrieved = max((each.retrieved_at for each in seen.origins()), default=None)
    told = f"til og med {(max(known) if known else seen.periods[-1]).in_danish()}"
    return told if retrieved is None else f"{told}, hentet {day_shown(day_in_denmark(retrieved))}"


def _without(part: Part, trouble: str) -> EditionPart:
    return EditionPart(
        part.title, part.words, "", "", "", "", (), (), (), (), (), {}, trouble=trouble
    )


def edition_from(kept: Mapping[str, Any]) -> Edition:
    """The edition that was kept."""
    parts = []
    for each in kept["parts"]:
        told = dict(each)
        told["pictures"] = tuple(Picture(**picture) for picture in each["pictures"])
        told["rows"] = tuple(tuple(row) for row in each["rows"])
        for name in ("head", "notes", "sources", "lasting"):
            told[name] = tuple(each.get(name, ()))
        parts.append(EditionPart(**told))
    return Edition(kept["title"], kept["body"], kept["period"], tuple(parts))
