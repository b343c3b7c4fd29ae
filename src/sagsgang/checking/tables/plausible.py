"""Whether a failing sum looks like a slip, or like a table that was never meant to add up."""

from decimal import Decimal
from enum import StrEnum

from sagsgang.checking.tables.cells import Cell
from sagsgang.checking.tables.digits import wrong_digit
from sagsgang.checking.tables.relation import Relation

#: A difference of at most this share of the sum looks like a slip, not like something left out.
SMALL = Decimal("0.1")


class Slip(StrEnum):
    """What a slip may have been."""

    DIGITS = "digits"  # one digit, or two swapped, in one number
    SMALL = "small"
    MISSING = "missing"  # one part not counted
    TWICE = "twice"  # one part counted twice
    SIGN = "sign"  # one part counted with the other sign


def slip(relation: Relation) -> Slip | None:
    """The slip that would explain the difference, None when no single one does."""
    slack = relation.slack
    off = relation.off
    if wrong_digit(relation):
        return Slip.DIGITS
    if abs(off) <= SMALL * abs(relation.sum):
        return Slip.SMALL
    if abs(relation.sum + relation.total.value) <= slack:
        return Slip.SIGN
    for cell, sign in relation.parts:
        if not cell.value:
            continue
        if abs(off + sign * cell.value) <= slack:
            return Slip.MISSING
        if abs(off - sign * cell.value) <= slack:
            return Slip.TWICE
        if abs(off + 2 * sign * cell.value) <= slack:
            return Slip.SIGN
    return None


def is_average_like(relation: Relation) -> bool:
    """True when the total lies between its parts as an average would, far from their sum.

    Parts with both signs are deviations, and nobody prints the average of those.
    """
    values = [cell.value for cell, _ in relation.parts]
    if len(values) < 2 or abs(relation.off) <= SMALL * abs(relation.sum):
        return False
    if min(values) < 0 < max(values):
        return False
    return min(values) <= relation.total.value <= max(values)


def rounded_to(relation: Relation) -> Decimal | None:
    """The power of ten that every number of the relation is a multiple of, when it is above their
    last digit's unit.
    """
    cells: list[Cell] = [relation.total, *(cell for cell, _ in relation.parts if cell.value)]
    units = [2 * cell.half for cell in cells]
    exponent = min(
        _trailing_zeros(cell.value / unit) for cell, unit in zip(cells, units, strict=True)
    )
    return max(units).scaleb(exponent) if exponent > 0 else None


def holds_when_rounded(relation: Relation, *, is_noted: bool) -> bool:
    """True when all numbers look rounded to a ten (hundred, …) and the difference is no more than
    that allows.

    Numbers of two digits before the zeros are taken as exact, unless the text notes that there are
    roundings.
    """
    unit = rounded_to(relation)
    if unit is None or (abs(relation.total.value) < 100 * unit and not is_noted):
        return False
    rounded = len(relation.parts) + 1
    # The sum of n roundings is seldom off by more than three times its spread, √(n/12) units.
    spread = max(Decimal(2), 3 * (Decimal(rounded) / 12).sqrt())
    return abs(relation.off) <= unit * min(Decimal(rounded) / 2, spread)


def is_rounded_total(relation: Relation) -> bool:
    """True when only the total looks rounded, to a hundred or more of what the parts are printed
    in, and the difference is no more than that allows.
    """
    total = relation.total
    finest = 2 * min(cell.half for cell, _ in relation.parts)
    zeros = _trailing_zeros(total.value / finest) if total.value else 0
    if abs(total.value) < 1000 * finest:
        return False
    fine = any(_trailing_zeros(cell.value / finest) < zeros - 1 for cell, _ in relation.parts)
    return zeros >= 2 and fine and abs(relation.off) <= finest.scaleb(zeros) / 2


def _trailing_zeros(value: Decimal) -> int:
    digits = str(abs(int(value)))
    return len(digits) - len(digits.rstrip("0")) if value else 99
