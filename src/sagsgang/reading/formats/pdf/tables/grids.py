"""Ruled tables: which drawn lines make a grid, and which text stands in each of its cells."""

from bisect import bisect_right
from dataclasses import dataclass, field

from sagsgang.reading.formats.pdf.layout.joining import all_joined, clean
from sagsgang.reading.formats.pdf.page.glyphs import Glyphs
from sagsgang.reading.formats.pdf.page.piece import Piece, Rules
from sagsgang.reading.formats.pdf.page.rows import Row, rows_of
from sagsgang.reading.formats.pdf.tables.table import Table
from sagsgang.reading.formats.pdf.tables.values import is_value

_NEAR = 2.5  # points: lines nearer than this are the same border, or touch
_MOST_CELLS = 4_000
_LONGEST_CELL = 18  # lines; more is a page set in columns, not a table


@dataclass(slots=True)
class Frame:
    """A ruled area that is no table but holds text: its rows in reading order, cell by cell."""

    top: float
    rows: list[Row] = field(default_factory=list)


def find_grids(
    pieces: list[Piece], rules: Rules, glyphs: Glyphs, turn: int, page: int
) -> tuple[list[Table | Frame], list[Piece]]:
    """The ruled tables and frames of a page, and the pieces that stand in none of them."""
    found: list[Table | Frame] = []
    rest = pieces
    for across, down in _connected(rules):
        grid = _Grid(across, down)
        if len(grid.xs) < 3 or len(grid.ys) < 2 or len(grid.xs) * len(grid.ys) > _MOST_CELLS:
            continue
        inside = [piece for piece in rest if grid.holds(piece)]
        taken = set(map(id, inside))
        content = grid.read(inside, glyphs, turn, page)
        if content is None:
            continue
        found.append(content)
        rest = [piece for piece in rest if id(piece) not in taken]
    return found, rest


def _connected(
    rules: Rules,
) -> list[tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]]:
    """The lines that touch one another, group by group, from the top of the page."""
    across, down = sorted(set(rules.across)), sorted(set(rules.down))
    if not across or not down:
        return []
    group = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    ys = [line[0] for line in across]
    for position, (x, y0, y1) in enumerate(down):
        place = root(len(across) + position)
        for index in range(bisect_right(ys, y0 - _NEAR), bisect_right(ys, y1 + _NEAR)):
            _, x0, x1 = across[index]
            if x0 - _NEAR <= x <= x1 + _NEAR:
                group[root(index)] = place
    gathered: dict[
        int, tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]
    ] = {}
    for index, line in enumerate(across):
        gathered.setdefault(root(index), ([], []))[0].append(line)
    for index, line in enumerate(down):
        gathered.setdefault(root(len(across) + index), ([], []))[1].append(line)
    groups = [lines for lines in gathered.values() if lines[0] and lines[1]]
    return sorted(groups, key=lambda lines: lines[0][0][0])


class _Grid:
    """Columns and bands between lines that touch."""

    def __init__(
        self, across: list[tuple[float, float, float]], down: list[tuple[float, float, float]]
    ) -> None:
        self.across, self.down = across, down
        ends = [x for _, x0, x1 in across for x in (x0, x1)]
        tops = [y for _, y0, y1 in down for y in (y0, y1)]
        self.xs = _steps([x for x, _, _ in down] + [min(ends), max(ends)])
        self.ys = _steps([y for y, _, _ in across] + [min(tops), max(tops)])

    def holds(self, piece: Piece) -> bool:
        middle = (piece.top + piece.bottom) / 2
        return (
            self.ys[0] - 1 <= middle <= self.ys[-1] + 1
            and self.xs[0] - 3 <= piece.x0
            and piece.x1 <= self.xs[-1] + 3
        )

    def read(
        self, inside: list[Piece], glyphs: Glyphs, turn: int, page: int
    ) -> Table | Frame | None:
        cells: dict[tuple[int, int], list[Piece]] = {}
        for piece in inside:
            for part in self._parts(piece, glyphs, turn):
                cells.setdefault(self._place(part), []).append(part)
        columns = {column for _, column in cells}
        bands = {band for band, _ in cells}
        if len(columns) < 2 or len(bands) < 2:
            return None  # a single band is a head that is shaded: its table has no grid
        rows = {place: rows_of(parts, page) for place, parts in cells.items()}
        if any(len(lines) > _LONGEST_CELL for lines in rows.values()):
            return Frame(self.ys[0], [row for place in sorted(rows) for row in rows[place]])
        return self._table(rows, sorted(columns), sorted(bands), page)

    def _table(
        self,
        rows: dict[tuple[int, int], list[Row]],
        columns: list[int],
        bands: list[int],
        page: int,
    ) -> Table:
        lines: list[list[str]] = []
        bold: list[bool] = []
        for band in bands:
            for cells in _split_band([rows.get((band, column), []) for column in columns]):
                lines.append([cell_text(cell) for cell in cells])
                bold.append(all(row.bold for cell in cells for row in cell))
        heads = 0
        while heads < len(bold) - 1 and bold[heads]:
            heads += 1
        if all(bold[heads:]) or heads > 3:
            heads = 0
        edges = [(self.xs[column], self.xs[column + 1]) for column in columns]
        return Table(page, self.ys[0], self.ys[-1], edges, lines, heads, ruled=True)

    def _parts(self, piece: Piece, glyphs: Glyphs, turn: int) -> list[Piece]:
        """The piece, cut where it runs over a border."""
        middle = (piece.top + piece.bottom) / 2
        crossed = [
            x for x in self.xs[1:-1] if piece.x0 + 1 < x < piece.x1 - 1 and self._is_down(x, middle)
        ]
        if not crossed:
            return [piece]
        parts: list[Piece] = []
        start, x0 = piece.start, piece.x0
        text = piece.text
        for index in range(piece.start, piece.end):
            left, _, right, _ = glyphs.box(index, turn)
            if crossed and (left + right) / 2 > crossed[0]:
                parts.append(_part(piece, text, start, index, x0, crossed[0]))
                start, x0 = index, left
                while crossed and (left + right) / 2 > crossed[0]:
                    crossed.pop(0)
        parts.append(_part(piece, text, start, piece.end, x0, piece.x1))
        return [part for part in parts if part.text]

    def _place(self, piece: Piece) -> tuple[int, int]:
        """Band and column of the cell a piece stands in; of a merged cell, its first ones."""
        middle = (piece.top + piece.bottom) / 2
        band = min(max(bisect_right(self.ys, middle) - 1, 0), len(self.ys) - 2)
        center = (piece.x0 + piece.x1) / 2
        column = min(max(bisect_right(self.xs, center) - 1, 0), len(self.xs) - 2)
        while column > 0 and not self._is_down(self.xs[column], middle):
            column -= 1
        while band > 0 and not self._is_across(self.ys[band], column):
            band -= 1
        return band, column

    def _is_down(self, x: float, y: float) -> bool:
        return any(abs(x - at) <= _NEAR and y0 - 1 <= y <= y1 + 1 for at, y0, y1 in self.down)

    def _is_across(self, y: float, column: int) -> bool:
        middle = (self.xs[column] + self.xs[column + 1]) / 2
        return any(
            abs(y - at) <= _NEAR and x0 - 1 <= middle <= x1 + 1 for at, x0, x1 in self.across
        )


def cell_text(rows: list[Row]) -> str:
    """The text of a cell's lines, on one line."""
    return " ".join(clean(all_joined(row.text for row in rows)).split())


def _part(piece: Piece, text: str, start: int, end: int, x0: float, x1: float) -> Piece:
    words = text[start - piece.start : end - piece.start].strip()
    if end == piece.end:  # a hyphen at the line's end is not among the counted characters
        words = text[start - piece.start :].strip()
    return Piece(
        words, x0, x1, piece.top, piece.bottom, piece.base, piece.size, piece.bold,
        piece.bold_start, start, end,
    )  # fmt: skip


def _steps(places: list[float]) -> list[float]:
    """The different places, in order; those nearer than a border's width are one."""
    steps: list[float] = []
    for place in sorted(places):
        if not steps or place - steps[-1] > _NEAR:
            steps.append(place)
    return steps


def _split_band(cells: list[list[Row]]) -> list[list[list[Row]]]:
    """A band without lines between its rows: cut where a column has one number under another."""
    bases: list[float] = []
    for cell in cells[1:]:
        if len(cell) > 1 and all(is_value(row.text) for row in cell):
            bases = max(bases, [row.base for row in cell], key=len)
    if not bases:
        return [cells]
    cuts = [base - 2 for base in bases[1:]]
    return [
        [[row for row in cell if bisect_right(cuts, row.base) == part] for cell in cells]
        for part in range(len(cuts) + 1)
    ]
