"""How many of a document's numbers take part in something that was recomputed."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sagsgang.checking.finding import Finding, Place, Report, Verified
from sagsgang.checking.quantities import Unit, read_prose
from sagsgang.checking.tables.view import TableView
from sagsgang.minutes import Minutes, Table

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of `numbers` printed in tables and running text `taking_part` stand in a relation that holds
    or in a finding.
    """

    taking_part: int
    numbers: int

    @property
    def left(self) -> int:
        """How many stand in no relation that is known."""
        return self.numbers - self.taking_part


def coverage(minutes: Minutes, report: Report, items: Iterable[int] | None = None) -> Coverage:
    """The numbers of the whole document, or of the items at these positions.

    Years, dates, paragraphs and numbers that name something are no quantities and not counted.
    """
    cells, spans = _taking_part((*report.findings, *report.verified))
    numbers = taking_part = 0
    for position in range(len(minutes.items)) if items is None else items:
        for index, table in enumerate(minutes.items[position].tables):
            for row, column in _numbers(table):
                numbers += 1
                taking_part += (position, index, row, column) in cells
        for passage in read_prose(minutes.items[position]).passages:
            taken = spans.get((position, passage.section), _NONE)
            for quantity in passage.quantities:
                if quantity.unit is not Unit.YEAR:
                    numbers += 1
                    taking_part += taken.touch(quantity.start, quantity.end)
    return Coverage(taking_part, numbers)


def _numbers(table: Table) -> Iterator[tuple[int, int]]:
    """(row, column) of each number that counts or measures something: no column of years does."""
    view = TableView.of(table)
    for column in view.figures:
        rows = [row for row in view.body if view.grid[row][column].is_number]
        if not all(_YEAR.fullmatch(view.grid[row][column].text.strip()) for row in rows):
            yield from ((row, column) for row in rows)


class _Spans:
    """Stretches of a text, for asking whether one of them touches another."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        reached = 0
        for start, end in sorted(spans):
            reached = max(reached, end)
            self._starts.append(start)
            self._ends.append(reached)

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them has a character in common with `start`–`end`."""
        before = bisect_right(self._starts, end - 1)
        return before > 0 and self._ends[before - 1] > start


_NONE = _Spans(())


def _taking_part(
    answers: Iterable[Finding | Verified],
) -> tuple[set[tuple[int, int, int, int]], dict[tuple[int, int], _Spans]]:
    """The cells (item, table, row, column), and by item and section the stretches of text."""
    cells: set[tuple[int, int, int, int]] = set()
    spans: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for answer in answers:
        for place in _places(answer):
            if place.item is None:
                continue
            if place.table is not None:
                cells |= {(place.item, place.table, row, column) for row, column in place.cells}
            if place.section is not None:
                spans[place.item, place.section] += place.spans
    return cells, {key: _Spans(found) for key, found in spans.items()}


def _places(answer: Finding | Verified) -> Iterator[Place]:
    if answer.place is not None:
        yield answer.place
    yield from answer.others
