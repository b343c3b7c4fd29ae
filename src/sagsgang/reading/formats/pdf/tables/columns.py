"""Tables without a grid: which rows have their cells in columns, told by where the pieces stand.

Prose never becomes a table: besides columns there must be figures in them, or lines drawn between
the rows, or three columns that keep their places over three rows.
"""

from dataclasses import replace
from itertools import pairwise

from sagsgang.reading.formats.pdf.layout.contents import has_leader, is_contents_heading
from sagsgang.reading.formats.pdf.layout.labels import is_label
from sagsgang.reading.formats.pdf.layout.lists import opens_point
from sagsgang.reading.formats.pdf.layout.measures import Measures
from sagsgang.reading.formats.pdf.page.piece import Piece
from sagsgang.reading.formats.pdf.page.rows import Row, row_of
from sagsgang.reading.formats.pdf.tables.grids import cell_text
from sagsgang.reading.formats.pdf.tables.table import Table
from sagsgang.reading.formats.pdf.tables.values import figures_in, is_value

_FAR = 3.2  # type sizes between the base lines of two rows of one table
_TIGHT = 1.08  # usual distances between lines of one cell, at most
_LONG = 45  # characters of a row that may be prose
_SPACED_OUT = 1.2  # type sizes: the widest gap in a line of prose
_LONGEST_OVER = 35  # characters of a head that stands over two columns
_GUTTER = 0.3  # type sizes between two columns, at least
_MOST_COLUMNS = 24
_MOST_LOOSE = 10  # rows of one piece between two rows of several

Across = list[tuple[float, float, float]]
Extents = list[tuple[float, float]]


def find_columns(items: list[Row | Table], across: Across, measures: Measures) -> list[Row | Table]:
    """What stands on a page from the top, the rows of tables replaced by their table."""
    found: list[Row | Table] = []
    rows: list[Row] = []
    for item in items:
        if isinstance(item, Row):
            rows.append(item)
            continue
        found += _between(rows, across, measures)
        found.append(item)
        rows = []
    return found + _between(rows, across, measures)


def _between(rows: list[Row], across: Across, measures: Measures) -> list[Row | Table]:
    if not any(len(row.pieces) > 1 for row in rows):
        return list(rows)
    found: list[Row | Table] = []
    done = place = 0
    while place < len(rows):
        last = _last_of_run(rows, place, measures)
        if last == place:
            place += 1
            continue
        candidate = _Candidate(rows, place, last, across, measures)
        announced = any(is_contents_heading(row.text) for row in rows[max(0, place - 2) : place])
        if not announced and candidate.is_table():
            found += rows[done : candidate.first]
            found.append(candidate.table())
            done = candidate.last + 1
        place = max(last, candidate.last) + 1
    return found + rows[done:]


def _is_celled(row: Row, measures: Measures) -> bool:
    """Whether a row may be one of a table: several pieces, no label, point or contents."""
    count = len(row.pieces)
    if count < 2 or has_leader(row.text):
        return False
    if count == 2 and (is_label(row) or opens_point(row.pieces[0].text + " x")):
        return False
    if row.x1 < measures.right(row.page) - 3 or len(row.text) < _LONG:
        return True
    # a line of prose that is spaced out to the measure
    widest = max(right.x0 - left.x1 for left, right in pairwise(row.pieces))
    values = sum(is_value(piece.text) for piece in row.pieces)
    return widest > _SPACED_OUT * row.size or values * 2 >= count


def _last_of_run(rows: list[Row], first: int, measures: Measures) -> int:
    """The last row of several pieces that may be of one table with row `first`."""
    last = first
    if not _is_celled(rows[first], measures):
        return last
    for place in range(first + 1, min(len(rows), first + 2000)):
        above, row = rows[place - 1], rows[place]
        if row.base - above.base > _FAR * max(above.size, row.size):
            break
        if _crosses(row, rows[last]):
            break
        if _is_celled(row, measures):
            last = place
        elif len(row.pieces) > 1 or place - last > _MOST_LOOSE:
            break
    return last


def _crosses(row: Row, celled: Row) -> bool:
    """Whether a row runs across several cells of another, as prose does and a head does not."""
    for own in row.pieces:
        over = sum(1 for piece in celled.pieces if own.x0 < piece.x1 and own.x1 > piece.x0)
        if over > 2 or (over > 1 and (len(row.pieces) == 1 or len(own.text) > _LONGEST_OVER)):
            return True
    return False


class _Candidate:
    """Rows `first` to `last` of a page that may be a table, with the columns that they agree on."""

    def __init__(
        self, rows: list[Row], first: int, last: int, across: Across, measures: Measures
    ) -> None:
        self._rows = [
            *rows[:first],
            *map(_figures_apart, rows[first : last + 1]),
            *rows[last + 1 :],
        ]
        self._measures = measures
        self._tight = _TIGHT * measures.pitch(rows[first].size)
        self.first, self.last = first, last
        self._celled = [row for row in self._rows[first : last + 1] if self._is_celled(row)]
        self._columns = _columns_of(self._celled)
        if len(self._columns) > 1:
            self._stop_at_crossing()
        if len(self._columns) > 1:
            self._take_lines_above()
            self._take_lines_below(across)
        self._lines = self._lines_between(across)

    def _is_celled(self, row: Row) -> bool:
        return _is_celled(row, self._measures)

    def is_table(self) -> bool:
        """Whether columns, figures and drawn lines speak clearly enough for a table."""
        count = len(self._columns)
        rows = len(self._celled)
        if not 2 <= count <= _MOST_COLUMNS or rows < 2:
            return False
        behind = [
            piece.text for row in self._celled for piece in row.pieces if self._column(piece) > 0
        ]
        values = sum(map(is_value, behind))
        share = values / max(1, len(behind))
        if len(self._lines) >= 2 and (rows >= 3 or share >= 0.4 or len(self._lines) >= rows):
            return True
        has_head = self._celled[0].bold and not any(row.bold for row in self._celled[1:])
        if has_head and (rows > 2 or count > 2) and self._keeps_places():
            return True
        if count == 2:
            return values >= 2 and share >= 0.6 and rows >= 2 and (rows > 2 or share == 1)
        if share >= 0.4:
            return True
        return rows >= 3 and self._keeps_places()

    def table(self) -> Table:
        """The table that these rows make."""
        rows = self._rows[self.first : self.last + 1]
        groups = self._groups(rows)
        cells = [self._cells(group) for group in groups]
        bold = [all(row.bold for row in group) for group in groups]
        heads = 0
        while heads < len(bold) - 1 and bold[heads]:
            heads += 1
        if heads > 3 or all(bold[heads:]):
            heads = 0
        top, bottom = rows[0].top, rows[-1].bottom
        return Table(rows[0].page, top, bottom, self._columns, cells, heads)

    def _column(self, piece: Piece) -> int:
        """The column a piece stands in: the one it shares most with, else the nearest."""
        best, least = 0, float("inf")
        x0, x1 = piece.x0, piece.x1
        for column, (left, right) in enumerate(self._columns):
            apart = (left if left > x0 else x0) - (right if right < x1 else x1)
            if apart < least:  # negative: how much they share
                best, least = column, apart
        return best

    def _fits(self, row: Row) -> bool:
        """Whether a row of one piece stays within one column."""
        touched = [1 for left, right in self._columns if row.x0 < right - 1 and row.x1 > left + 1]
        return len(touched) <= 1 and row.x1 < self._columns[-1][1] + 30

    def _stop_at_crossing(self) -> None:
        """The table ends where a row runs across its columns."""
        for place in range(self.first, self.last + 1):
            row = self._rows[place]
            if len(row.pieces) == 1 and not self._fits(row):
                self.last = place - 1
                while not self._is_celled(self._rows[self.last]):
                    self.last -= 1
                break
        self._celled = [
            row for row in self._rows[self.first : self.last + 1] if self._is_celled(row)
        ]
        self._columns = _columns_of(self._celled)

    def _take_lines_above(self) -> None:
        """Lines above the first row that are lines of its cells: heads may have several."""
        place = self.first - 1
        while place >= 0 and len(self._rows[place].pieces) == 1:
            row, below = self._rows[place], self._rows[place + 1]
            if below.base - row.base > self._tight or not self._fits(row):
                break
            if self._column(row.pieces[0]) == 0 or row.bold != below.bold:
                break
            self.first = place
            place -= 1

    def _take_lines_below(self, across: Across) -> None:
        """Lines below the last row that go on in its cells."""
        rows = self._rows
        apart = sorted(
            below.base - above.base
            for above, below in pairwise(rows[self.first : self.last + 1])
            if self._is_celled(below)
        )
        is_padded = bool(apart) and apart[len(apart) // 2] > self._tight
        place = self.last + 1
        while place < len(rows) and len(rows[place].pieces) == 1:
            above, row = rows[place - 1], rows[place]
            if row.base - above.base > self._tight or not self._fits(row):
                break
            within = is_padded or any(
                row.base < y < row.base + 1.5 * row.size and x0 < row.x1 and x1 > row.x0
                for y, x0, x1 in across
            )
            if self._column(row.pieces[0]) == 0 and not row.text[0].islower() and not within:
                break
            self.last = place
            place += 1

    def _lines_between(self, across: Across) -> list[float]:
        """Where lines are drawn across the rows."""
        rows = self._rows[self.first : self.last + 1]
        top, bottom = rows[0].top - 8, rows[-1].bottom + 8
        left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
        return sorted(
            {round(y) for y, x0, x1 in across if top < y < bottom and x0 < right and x1 > left}
        )

    def _keeps_places(self) -> bool:
        """Whether most pieces of every column begin, end or are centred at one place."""
        by_column: list[list[Piece]] = [[] for _ in self._columns]
        for row in self._celled:
            for piece in row.pieces:
                by_column[self._column(piece)].append(piece)
        for own in by_column:
            if len(own) < 2:
                return False
            places: tuple[list[float], ...] = (
                [piece.x0 for piece in own],
                [piece.x1 for piece in own],
                [(piece.x0 + piece.x1) / 2 for piece in own],
            )
            best = max(
                max(sum(1 for other in at if abs(other - one) < 2.5) for one in at) for at in places
            )
            if best < 0.75 * len(own):
                return False
        return True

    def _groups(self, rows: list[Row]) -> list[list[Row]]:
        """The rows of the page, gathered to rows of the table: a cell may have several lines."""
        between = [y for y in self._lines if rows[0].base < y < rows[-1].base]
        ruled = len(between) >= 2
        padded = any(below.base - above.base > self._tight for above, below in pairwise(rows))
        groups = [[rows[0]]]
        for above, row in pairwise(rows):
            if ruled:
                goes_on = not any(above.base < y < row.base for y in between)
            else:
                tight = row.base - above.base <= self._tight
                goes_on = tight and self._goes_on(groups[-1], row, padded)
            if goes_on:
                groups[-1].append(row)
            else:
                groups.append([row])
        return groups

    def _goes_on(self, group: list[Row], row: Row, padded: bool) -> bool:
        """Whether a row holds more lines of the cells above rather than the next cells."""
        filled = {self._column(piece): piece for above in group for piece in above.pieces}
        for piece in row.pieces:
            above = filled.get(self._column(piece))
            if is_value(piece.text) and (above is None or is_value(above.text)):
                return above is None and padded
        if padded or all(row.bold and other.bold for other in group):
            return True
        if len(row.pieces) > 1:
            return False
        return self._column(row.pieces[0]) > 0 or row.text[0].islower()

    def _cells(self, group: list[Row]) -> list[str]:
        lines: list[list[Row]] = [[] for _ in self._columns]
        for row in group:
            for piece in row.pieces:
                lines[self._column(piece)].append(row_of([piece], row.page))
        return [cell_text(own) for own in lines]


def _figures_apart(row: Row) -> Row:
    """The row with figures that stand as near as words do in pieces of their own."""
    if len(row.pieces) < 3:
        return row
    pieces: list[Piece] = []
    for piece in row.pieces:
        figures = figures_in(piece.text)
        wide = (piece.x1 - piece.x0) / max(1, len(piece.text))
        left = piece.x0
        for figure in figures:
            right = left + wide * len(figure)
            pieces.append(replace(piece, text=figure, x0=left, x1=right))
            left = right + wide
        if not figures:
            pieces.append(piece)
    return replace(row, pieces=pieces)


def _columns_of(rows: list[Row]) -> Extents:
    """The columns of rows of pieces: a head may have pieces that stand over several of them."""
    best: Extents = []
    for skipped in range(min(3, len(rows) - 1)):
        own = _extents(rows[skipped:])
        if len(own) > len(best):
            best = own
    return best


def _extents(rows: list[Row]) -> Extents:
    extents: Extents = []
    gutter = _GUTTER * min(row.size for row in rows)
    for x0, x1 in sorted((piece.x0, piece.x1) for row in rows for piece in row.pieces):
        if extents and x0 < extents[-1][1] + gutter:
            extents[-1] = (extents[-1][0], max(extents[-1][1], x1))
        else:
            extents.append((x0, x1))
    return extents
