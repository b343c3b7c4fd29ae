"""What an item tells of a thing's time before the thing began."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sagsgang.checking.quantities import Prose
from sagsgang.checking.sameness.begun import Beginning, stems_of
from sagsgang.checking.sameness.when import When, read_when
from sagsgang.minutes import AgendaItem, Table

_SINCE = re.compile(r"(?:^|\| ?)siden (?:den |d\. )?(?P<when>[DY])(?![A-Z])")
#: A period in the head of a column or row: "Sept. 2020 – sept. 2023".
_PERIOD = re.compile(r"^\W*([^–-]{3,24}?)\s*(?:[–-]|til)\s*([^–-]{3,24}?)\W*$")
#: What was counted so many months before the thing began is of something else or of a mistake.
_FEWEST_MONTHS = 6


@dataclass(frozen=True, slots=True)
class Before:
    """Something told of a time before the thing began: in a passage, or in the head of a table's
    column (`cell` is (table, column)).
    """

    when: When
    text: str
    section: int | None = None
    start: int = 0
    end: int = 0
    cell: tuple[int, int] | None = None


def told_before(
    item: AgendaItem, prose: Prose, beginning: Beginning
) -> tuple[list[Before], list[Before]]:
    """What the item tells of the thing's time before it began: in passages, and in the heads of
    tables whose periods reach over its beginning.
    """
    return (
        list(_passages_before(item, prose, beginning)),
        [
            before
            for number, table in enumerate(item.tables)
            for before in _heads_before(table, number, beginning)
        ],
    )


def _passages_before(item: AgendaItem, prose: Prose, beginning: Beginning) -> Iterator[Before]:
    for passage in prose.passages:
        for match in _SINCE.finditer(passage.shape):
            if beginning.thing not in passage.shape:
                continue
            mark = passage.marks[bisect_left(passage.at, match.start("when"))]
            text = item.sections[passage.section].text[mark.start : mark.end]
            when = read_when(text)
            if when and when.month and _is_long_before(when, beginning.when):
                yield Before(when, text, passage.section, mark.start, mark.end)


def _heads_before(table: Table, number: int, beginning: Beginning) -> Iterator[Before]:
    for column, head in enumerate(table.header or (table.rows[0] if table.rows else ())):
        period = _PERIOD.match(" ".join(head.split())[:60])
        if period is None:
            continue
        first, last = read_when(period[1]), read_when(period[2])
        if first is None and last is not None:
            first = read_when(f"{period[1]} {last.year}")
        if first is None or last is None or first.month is None:
            continue
        if _is_long_before(first, beginning.when) and last.months > beginning.when.months:
            yield Before(first, " ".join(head.split()), cell=(number, column))


def _is_long_before(when: When, beginning: When) -> bool:
    return beginning.months - when.months >= _FEWEST_MONTHS


def is_named_by(item: AgendaItem, beginning: Beginning) -> bool:
    """True when the title names the thing: then the item's figures are of it."""
    return beginning.thing in stems_of(item.title.lower())


def is_past(beginning: Beginning, today: date | None) -> bool:
    """True when the meeting is after the beginning; also when its date is not known."""
    return today is None or beginning.when.months <= 12 * today.year + today.month - 1
