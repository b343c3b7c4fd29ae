"""A table as printed: a header row and rows of cells, all text."""

from sagsgang.minutes.base import Lines, Noun


class Table(Noun):
    """`header` is empty when the table has none; every row has as many cells as the widest."""

    lines: Lines
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str | None = None
