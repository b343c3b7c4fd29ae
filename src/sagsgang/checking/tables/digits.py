"""Whether one wrong digit in one number explains why a sum fails, and how telling that is."""

from decimal import Decimal
from typing import Protocol

from sagsgang.checking.slips import is_digit_or_swap
from sagsgang.checking.tables.cells import Cell

#: What rounding may have moved the number by, in units of its last digit, is tried up to this.
MOST_UNITS = 12
#: In shorter numbers among the parts nearly any difference is one digit.
FEWEST_DIGITS = 3
#: In these any difference near one that a digit explains would do, were roundings allowed for.
FEWEST_WITH_PLAY = 4
#: A wrong digit in a number of at least so many tells a slip from a table that means otherwise.
FEWEST_TELLING = 3


class Added(Protocol):
    """A printed total and its signed parts, as `Relation` has them."""

    @property
    def total(self) -> Cell: ...
    @property
    def parts(self) -> tuple[tuple[Cell, int], ...]: ...
    @property
    def sum(self) -> Decimal: ...
    @property
    def slack(self) -> Decimal: ...
    @property
    def off(self) -> Decimal: ...


def wrong_digit(relation: Added) -> int:
    """How many significant digits the number has in which one slip explains the difference.

    0 when no number has one; 1 when a digit is missing or too many, which tells little.
    """
    parts, off = relation.parts, relation.off
    unit = 2 * min(cell.half for cell in (relation.total, *(cell for cell, _ in parts)))
    play = min(MOST_UNITS, int(relation.slack / unit))
    best = wrong_digit_of_total(relation)
    for cell, sign in parts:
        digits = len(_digits(cell.value / unit))
        if digits >= FEWEST_DIGITS:
            meant = cell.value + off * sign
            allowed = play if cell.decimals or digits >= FEWEST_WITH_PLAY else 0
            best = max(best, _telling(cell.value / unit, meant / unit, allowed))
    return best


def wrong_digit_of_total(relation: Added) -> int:
    """The same for the total alone: whose slip it is, does not hang on which part is taken."""
    unit = 2 * min(cell.half for cell in (relation.total, *(cell for cell, _ in relation.parts)))
    return _telling(relation.total.value / unit, relation.sum / unit, 0)


def _telling(printed: Decimal, meant: Decimal, play: int) -> int:
    """The significant digits of `printed` when one slip away from `meant`, give or take `play`."""
    whole = int(printed)
    best = 0
    for near in range(int(meant) - play, int(meant) + play + 1):
        if (near < 0) != (whole < 0) or near == whole:
            continue
        one, other = str(abs(whole)), str(abs(near))
        if is_digit_or_swap(one, other):
            best = max(best, len(one.rstrip("0")), len(other.rstrip("0")))
        elif play == 0 and _is_one_digit_too_many(one, other):
            best = max(best, 1)
    if (printed < 0) != (meant < 0) and abs(printed) == abs(meant) and len(_digits(printed)) > 2:
        best = max(best, 2)
    return best


def _is_one_digit_too_many(one: str, other: str) -> bool:
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return (
        len(longer) == len(shorter) + 1
        and len(shorter) >= FEWEST_DIGITS
        and any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
    )


def _digits(value: Decimal) -> str:
    return str(abs(int(value)))
