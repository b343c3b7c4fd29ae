"""Which findings and verified relations stand where in an item's sections and tables."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sagsgang.checking import Finding, Place, Report, Verified
from sagsgang.minutes import AgendaItem
from sagsgang.web.archive.pages.marks import Mark

#: A sum of two hundred amounts is not read in a tooltip.
_LONGEST_STATEMENT = 160


@dataclass(frozen=True, slots=True)
class _Reason:
    """Why something is marked; `place` counts the finding's places from 0."""

    mark: Mark
    place: int


class ItemMarks:
    """The marks of one item, handed out to each line and cell as it is shown.

    `shown` are the (finding, place) that were handed out: those a page can link to.
    """

    def __init__(
        self, item: AgendaItem, position: int, report: Report, addresses: Mapping[int, str]
    ) -> None:
        """`addresses` say where each finding, by number, is described."""
        self.shown: set[tuple[int, int]] = set()
        self._sections = item.sections
        self._cells: dict[tuple[int, int, int], list[_Reason]] = defaultdict(list)
        self._spans: dict[int, list[tuple[int, int, _Reason]]] = defaultdict(list)
        self._lines: dict[int, dict[int, list[tuple[int, int, _Reason]]]] = {}
        for number, finding in enumerate(report.findings, start=1):
            mark = Mark(0, 0, finding=number, address=addresses.get(number, ""))
            self._put(mark, places_of(finding), position)
        for verified in report.verified:
            statement = verified.statement
            if len(statement) > _LONGEST_STATEMENT:
                statement = statement[:_LONGEST_STATEMENT] + " …"
            self._put(Mark(0, 0, statement=statement), places_of(verified), position)

    def in_cell(self, table: int, row: int, column: int, text: str) -> tuple[Mark, ...]:
        """The marks of a cell, all of it; the header is row -1."""
        reasons = self._cells.get((table, row, column), ())
        return tuple(self._handed_out(each, 0, len(text)) for each in reasons)

    def in_line(self, section: int, start: int, shift: int = 0) -> tuple[Mark, ...]:
        """The marks of the line that begins at `start` of a section's text, counted from `shift`
        characters into the line.
        """
        if section not in self._spans:
            return ()
        if section not in self._lines:
            self._lines[section] = self._by_line(section)
        found = self._lines[section].get(start, ())
        return tuple(self._handed_out(each, a - shift, b - shift) for a, b, each in found)

    def _put(self, mark: Mark, places: Sequence[Place], position: int) -> None:
        for number, place in enumerate(places):
            if place.item != position:
                continue
            reason = _Reason(mark, number)
            if place.table is not None:
                for row, column in place.cells:
                    self._cells[place.table, row, column].append(reason)
            if place.section is not None:
                for start, end in place.spans:
                    self._spans[place.section].append((start, end, reason))

    def _by_line(self, section: int) -> dict[int, list[tuple[int, int, _Reason]]]:
        """The spans of a section by the lines they touch, counted from the line's beginning."""
        lines: dict[int, list[tuple[int, int, _Reason]]] = defaultdict(list)
        if not 0 <= section < len(self._sections):
            return lines
        text = self._sections[section].text
        starts = line_starts(text)
        # In the order of the text, so that links lead to the first of several numbers.
        for start, end, reason in sorted(self._spans[section], key=lambda span: span[:2]):
            start, end = max(start, 0), min(end, len(text))
            if start >= end:
                continue
            for index in range(bisect_right(starts, start) - 1, len(starts)):
                if starts[index] >= end:
                    break
                lines[starts[index]].append((start - starts[index], end - starts[index], reason))
        return lines

    def _handed_out(self, reason: _Reason, start: int, end: int) -> Mark:
        key = (reason.mark.finding, reason.place)
        anchor = "" if not reason.mark.finding or key in self.shown else mark_anchor(*key)
        if anchor:
            self.shown.add(key)
        return replace(reason.mark, start=start, end=end, anchor=anchor)


def places_of(answer: Finding | Verified) -> tuple[Place, ...]:
    """Every place that takes part, the main one first."""
    return (*([answer.place] if answer.place else ()), *answer.others)


def mark_anchor(finding: int, place: int) -> str:
    """Where on its page a place of a finding is marked."""
    return f"maerke-{finding}-{place + 1}"


def line_starts(text: str) -> list[int]:
    """Where each line of a text begins."""
    starts = [0]
    for line in text.split("\n")[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    return starts


def touches(places: Iterable[Place], position: int) -> bool:
    """Whether one of the places is in the item at this position."""
    return any(place.item == position for place in places)
