"""What is usual in a document: the size of its text, the distance of its lines, where they end."""

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from sagsgang.reading.formats.pdf.page.rows import Row

_JUSTIFIED = 0.6  # so many lines end at one and the same place only when lines are set to a measure
_LONG = 0.4  # of the page: no shorter line of a paragraph goes on
_ENOUGH = 4  # lines whose sentence goes on below
_FIRST_GUESS = 1.22  # distance of lines in type sizes


@dataclass(slots=True)
class Measures:
    """`size` is that of the body text; `bold` whether most of it is bold.

    `pitches` are the usual distances of lines by type size. `rights` are the right edges of the
    text by width of page, and `justified` the widths at which lines are set to that edge;
    `bottoms` tell, page by page, how far down pages of that width are filled.
    """

    size: float
    bold: bool
    pitches: dict[float, float] = field(default_factory=dict)
    rights: dict[int, float] = field(default_factory=dict)
    justified: set[int] = field(default_factory=set)
    widths: list[int] = field(default_factory=list)
    bottoms: list[float] = field(default_factory=list)

    def pitch(self, size: float) -> float:
        """The usual distance of lines in type of this size."""
        known = self.pitches.get(step(size))
        if known is not None:
            return known
        body = self.pitches.get(self.size)
        return size * (min(body / self.size, 1.35) if body else _FIRST_GUESS)

    def right(self, page: int) -> float:
        """Where the lines of a page end."""
        return self.rights[self.widths[page - 1]]

    def is_justified(self, page: int) -> bool:
        """Whether all lines of a paragraph but its last end at the right edge."""
        return self.widths[page - 1] in self.justified


def step(size: float) -> float:
    """A type size to the nearest half point."""
    return round(size * 2) / 2


def usual_size(pages: list[list[Row]]) -> float:
    """The type size, to half a point, that most of the text is set in."""
    sizes: Counter[float] = Counter()
    for rows in pages:
        for row in rows:
            sizes[row.size] += len(row.text)
    steps: Counter[float] = Counter()
    for size, length in sizes.items():
        steps[step(size)] += length
    return max(steps, key=steps.__getitem__, default=10.0)


def measure(pages: list[list[Row]], boxes: list[tuple[float, float]], size: float) -> Measures:
    """The measures of a document from the rows of its pages and the pages' left and right edges.

    `size` is the usual size of the text.
    """
    bold = total = 0
    for rows in pages:
        for row in rows:
            length = len(row.text)
            total += length
            if row.bold:
                bold += length
    widths = [round((right - left) / 10) for left, right in boxes]
    measures = Measures(size, bold * 2 > total, _pitches(pages), widths=widths)
    for width in set(widths):
        same = [rows for rows, own in zip(pages, widths, strict=True) if own == width]
        edge = next(box for box, own in zip(boxes, widths, strict=True) if own == width)
        right, justified = _right_edge(same, edge, size)
        measures.rights[width] = right
        if justified:
            measures.justified.add(width)
    lowest: dict[int, float] = {}
    for rows, width in zip(pages, widths, strict=True):
        if rows:
            lowest[width] = max(lowest.get(width, rows[-1].base), rows[-1].base)
    measures.bottoms = [lowest.get(width, 0.0) for width in widths]
    return measures


def _pitches(pages: list[list[Row]]) -> dict[float, float]:
    """The distance of lines within paragraphs, by type size.

    It is that of most lines whose sentence goes on below; if too few do, the least that is usual.
    """
    distances: dict[float, Counter[float]] = {}
    inner: dict[float, Counter[float]] = {}
    for rows in pages:
        for above, row in pairwise(rows):
            if abs(row.size - above.size) < 0.3:
                apart = row.base - above.base
                if 0.9 * row.size < apart < 2.2 * row.size:
                    size, near = step(row.size), round(apart * 4) / 4
                    distances.setdefault(size, Counter())[near] += 1
                    if row.text[0].islower() and not row.text.startswith("at "):
                        inner.setdefault(size, Counter())[near] += 1
    pitches = {}
    for size, counted in distances.items():
        going_on = inner.get(size, Counter())
        if going_on.total() >= _ENOUGH:
            pitches[size] = max(going_on, key=lambda apart: (going_on[apart], -apart))
            continue
        usual = [
            apart for apart, count in counted.items() if count >= max(2, 0.1 * counted.total())
        ]
        if usual:
            pitches[size] = min(usual)
    return pitches


def _right_edge(
    pages: list[list[Row]], edge: tuple[float, float], size: float
) -> tuple[float, bool]:
    """Where lines end, as far as the lines tell, and whether paragraphs are set to end there.

    Where the lines do not tell, the margin on the right is taken to be that on the left.
    """
    left, right = edge
    rows = [row for rows in pages for row in rows if abs(row.size - size) < 1.1]
    if not rows:
        return right - 0.1 * (right - left), False
    ends = sorted((row.x1 for row in rows), reverse=True)
    margin = min(row.x0 for row in rows) - left
    symmetrical = right - max(margin, 0.03 * (right - left))
    inner = sorted(
        (
            row.x1
            for own in pages
            for row, below in pairwise(own)
            if row.x1 - row.x0 > _LONG * (right - left) and _go_together(row, below)
        ),
        reverse=True,
    )
    if not inner:
        return max(ends[0], symmetrical), False
    furthest = min(inner[len(inner) // 50], right)
    near = [end for end in ends if furthest < end < furthest + 0.03 * (right - left)]
    furthest = max([furthest, *near])
    at_edge = sum(1 for end in inner if abs(end - furthest) <= 1.5)
    return furthest, at_edge >= 6 and at_edge > _JUSTIFIED * len(inner)


def _go_together(row: Row, below: Row) -> bool:
    """Whether two rows may be lines of one paragraph, by their look alone."""
    return (
        len(row.pieces) == 1
        and abs(below.size - row.size) < 0.3
        and below.base - row.base < 1.5 * row.size
        and abs(below.x0 - row.x0) < 0.5 * row.size
        and below.text[:1].islower()
        and not below.text.startswith("at ")
    )
