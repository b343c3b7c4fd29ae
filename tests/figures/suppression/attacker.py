"""An attacker who sees what is shown and knows how the table adds up: what could a cell be?

It is written without the moves of the code it attacks: it looks for whole tables of integers, and
solves the equations exactly.
"""

from collections.abc import Mapping
from fractions import Fraction
from itertools import product

Equation = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]


def equations(trees: list[dict[str, str | None]], cells: set[tuple[str, ...]]) -> list[Equation]:
    """Every total that is in the table, with the parts it adds up from."""
    found = []
    for cell in sorted(cells):
        for at, tree in enumerate(trees):
            parts = [name for name, above in tree.items() if above == cell[at]]
            inside = [(*cell[:at], name, *cell[at + 1 :]) for name in parts]
            if parts and all(part in cells for part in inside):
                found.append((cell, tuple(inside)))
    return found


def is_solved(
    system: list[Equation], shown: Mapping[tuple[str, ...], int], cell: tuple[str, ...]
) -> bool:
    """Whether linear algebra over the fractions gives the cell's value."""
    unknown = sorted({c for total, parts in system for c in (total, *parts)} - set(shown))
    if cell not in unknown:
        return False
    rows = []
    for total, parts in system:
        row = [Fraction(0)] * len(unknown)
        for each, sign in ((total, -1), *((part, 1) for part in parts)):
            if each in unknown:
                row[unknown.index(each)] += sign
        rows.append(row)
    reduced = _reduced(rows)
    unit = [Fraction(int(each == cell)) for each in unknown]
    return any(row == unit for row in reduced)


def _reduced(rows: list[list[Fraction]]) -> list[list[Fraction]]:
    rows = [list(row) for row in rows]
    at = 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((n for n in range(at, len(rows)) if rows[n][column]), None)
        if pivot is None:
            continue
        rows[at], rows[pivot] = rows[pivot], rows[at]
        rows[at] = [value / rows[at][column] for value in rows[at]]
        for n, row in enumerate(rows):
            if n != at and row[column]:
                rows[n] = [a - row[column] * b for a, b in zip(row, rows[at], strict=True)]
        at += 1
    return rows


def could_be(
    system: list[Equation],
    shown: Mapping[tuple[str, ...], int],
    cell: tuple[str, ...],
    value: int,
    lowest: int = 0,
) -> bool:
    """Whether there is a table of integers, none under `lowest` where hidden, that agrees with all
    that is shown and has this value in the cell.
    """
    cells = {c for total, parts in system for c in (total, *parts)} | {cell}
    high = 2 * max([*shown.values(), value, 10]) + 50
    bounds = {c: (shown[c], shown[c]) if c in shown else (lowest, high) for c in cells}
    bounds[cell] = (value, value)
    return _search(system, bounds)


def _search(system: list[Equation], bounds: dict[tuple[str, ...], tuple[int, int]]) -> bool:
    narrowed = _propagate(system, dict(bounds))
    if narrowed is None:
        return False
    open_ = [(high - low, c) for c, (low, high) in narrowed.items() if low < high]
    if not open_:
        return True
    _size, cell = min(open_)
    low, high = narrowed[cell]
    return any(_search(system, narrowed | {cell: (value, value)}) for value in range(low, high + 1))


def _propagate(
    system: list[Equation], bounds: dict[tuple[str, ...], tuple[int, int]]
) -> dict[tuple[str, ...], tuple[int, int]] | None:
    is_changed = True
    while is_changed:
        is_changed = False
        for total, parts in system:
            low = sum(bounds[p][0] for p in parts)
            high = sum(bounds[p][1] for p in parts)
            new = {total: (max(bounds[total][0], low), min(bounds[total][1], high))}
            for part in parts:
                own = bounds[part]
                new[part] = (
                    max(own[0], bounds[total][0] - (high - own[1])),
                    min(own[1], bounds[total][1] - (low - own[0])),
                )
            for c, (a, b) in new.items():
                if a > b:
                    return None
                if (a, b) != bounds[c]:
                    bounds[c] = (a, b)
                    is_changed = True
    return bounds


def filled(
    trees: list[dict[str, str | None]], leaves: Mapping[tuple[str, ...], int]
) -> dict[tuple[str, ...], int]:
    """The table with every total."""
    found: dict[tuple[str, ...], int] = {}
    for cell, value in leaves.items():
        ups = []
        for name, tree in zip(cell, trees, strict=True):
            up, at = [], name
            while at is not None:
                up.append(at)
                at = tree[at]
            ups.append(up)
        for total in product(*ups):
            found[total] = found.get(total, 0) + value
    return found
