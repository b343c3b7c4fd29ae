"""Whether the figures of a failing lane stand in the wrong order, and which order is right."""

import re
from collections.abc import Sequence
from itertools import permutations

from sagsgang.checking.tables.cells import Cell
from sagsgang.checking.tables.lane import Verdict
from sagsgang.checking.tables.relation import Relation
from sagsgang.checking.tables.sums import Claim
from sagsgang.checking.tables.view import Direction, Line

#: More figures than this are not put in order: 7 have 5,040 orders.
MAX_FIGURES = 7


def displaced_total(relation: Relation) -> int | None:
    """The position among the parts of the one figure that is the sum of all the others, the
    printed total among them.

    None when there is no such figure, or more than one that differ.
    """
    cells = [cell for cell, _ in relation.parts]
    if relation.gaps or len(cells) < 2 or any(sign != 1 for _, sign in relation.parts):
        return None
    whole, slack = relation.sum + relation.total.value, relation.slack
    fitting = [number for number, cell in enumerate(cells) if abs(whole - 2 * cell.value) <= slack]
    if len({cells[number].value for number in fitting}) != 1:
        return None
    return fitting[0]


def true_order(relation: Relation, total: int, text: str) -> tuple[Cell, ...] | None:
    """The lane's figures in the order in which they belong to the lines, the total last; None when
    nothing tells.

    `total` is what `displaced_total` gave; `text` is the item's text. An order is told by the
    shares in the table,
    when they follow from the counts in the other lanes, or by the words beside the same figures in
    the text.
    """
    cells = [cell for cell, _ in relation.parts]
    figures = [cell for number, cell in enumerate(cells) if number != total] + [relation.total]
    if len(figures) > MAX_FIGURES:
        return None
    orders = [(*order, cells[total]) for order in _distinct(figures)]
    shares = _shares(relation.direction, relation.claim, relation.lane)
    fitting = [
        order
        for order in orders
        if all(_is_share(order, subset, share) for share, subset in shares)
    ]
    if shares and len(fitting) == 1:
        return fitting[0]
    lines = [relation.direction.lines[part.line] for part in relation.claim.parts]
    return _told_by_text(fitting or orders, lines, text)


def _distinct(figures: Sequence[Cell]) -> list[tuple[Cell, ...]]:
    seen: dict[tuple[str, ...], tuple[Cell, ...]] = {}
    for order in permutations(figures):
        seen.setdefault(tuple(cell.number for cell in order), order)
    return list(seen.values())


def _shares(direction: Direction, claim: Claim, lane: int) -> list[tuple[Cell, tuple[int, ...]]]:
    """Percentages printed in the lane, each with the parts it is the share of, learnt from the
    lanes that hold.
    """
    sure = [
        other
        for verdict in (Verdict.HOLDS, Verdict.TRIVIAL)
        for other in claim.lanes(verdict)
        if other != lane
    ]
    count = len(claim.parts)
    subsets = [
        tuple(number for number in range(count) if mask >> number & 1)
        for mask in range(1, 2**count - 1)
    ]
    learnt = []
    for line in direction.lines:
        if not line.cells[lane].is_percent:
            continue
        known = [other for other in sure if line.cells[other].is_percent]
        fitting = [
            subset
            for subset in subsets
            if all(
                _is_share(_lane_cells(direction, claim, other), subset, line.cells[other])
                for other in known
            )
        ]
        if known and len(fitting) == 1:
            learnt.append((line.cells[lane], fitting[0]))
    return learnt


def _lane_cells(direction: Direction, claim: Claim, lane: int) -> tuple[Cell, ...]:
    lines = [*(part.line for part in claim.parts), claim.total]
    return tuple(direction.lines[line].cells[lane] for line in lines)


def _is_share(order: Sequence[Cell], subset: Sequence[int], share: Cell) -> bool:
    """True when the subset's figures are the printed percentage of the total, which stands last."""
    total = order[-1].value
    if total <= 0:
        return False
    part = sum(order[number].value for number in subset)
    return abs(100 * part / total - share.value) <= share.half


def _told_by_text(
    orders: Sequence[tuple[Cell, ...]], lines: Sequence[Line], text: str
) -> tuple[Cell, ...] | None:
    """The one order that puts most figures on the line whose word stands beside the same figure in
    the text.
    """
    pairs = {
        (cell.number, number): _stands_beside(cell.number, line.label, text)
        for number, line in enumerate(lines)
        for cell in orders[0]
    }
    scores = [
        sum(pairs[cell.number, number] for number, cell in enumerate(order[:-1]))
        for order in orders
    ]
    best = max(scores)
    if best * 2 <= len(lines) or scores.count(best) != 1:
        return None
    return orders[scores.index(best)]


def _stands_beside(number: str, label: str, text: str) -> bool:
    words = re.findall(r"[^\W\d_]{4,}", label)
    if not words:
        return False
    stem = re.escape(words[0][: max(4, len(words[0]) - 4)])
    figure = rf"(?<![\d.,]){re.escape(number)}(?![\d.,]?\d)"
    between = r"(?:[^\S\n]+[^\W\d]+){0,3}[^\S\n]+"
    return re.search(rf"{figure}{between}{stem}", text, re.IGNORECASE) is not None
