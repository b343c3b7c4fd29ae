"""How a table's lines and cells are called in a message, and where they stand."""

from collections.abc import Iterable

from sagsgang.checking.finding import Place
from sagsgang.checking.tables.relation import Relation, Spot
from sagsgang.minutes import Table

_LONGEST_LABEL = 60


def short(label: str) -> str:
    """A label on one line, cut when it is long."""
    text = " ".join(label.split())
    return text if len(text) <= _LONGEST_LABEL else text[: _LONGEST_LABEL - 1].rstrip() + "…"


def quoted(labels: Iterable[str]) -> str:
    """ "«I alt», «2025»": the labels that are printed; empty when none is."""
    return ", ".join(f"«{short(label)}»" for label in labels if label.strip())


def name_of(relation: Relation) -> str:
    """The labels of the total and of the lane, as far as they are printed."""
    total = relation.direction.lines[relation.claim.total].label
    return quoted((total, relation.direction.lane_labels[relation.lane]))


def lines_of(table: Table, relation: Relation) -> tuple[int, int]:
    """The line of the row that holds the sum, where every row has a line of its own; else the
    table's lines.
    """
    if relation.direction.is_down:
        return table.lines
    return line_of_row(table, relation.total_spot[0])


def line_of_row(table: Table, row: int) -> tuple[int, int]:
    """The line of a row, where every row has a line of its own; else the table's lines."""
    first, last = table.lines
    heads = 1 if table.header else 0
    if last - first + 1 != len(table.rows) + heads:
        return table.lines
    return first + heads + row, first + heads + row


def place_of(where: tuple[int, int], *spots: Spot) -> Place:
    """Cells of table `where` (item, table), each once, in the order given."""
    return Place(item=where[0], table=where[1], cells=tuple(dict.fromkeys(spots)))
